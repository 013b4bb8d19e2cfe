import type {Catalog} from '../../catalog/model.ts';
import type {AlertItem} from '../contract.ts';
import {milliseconds} from '../../catalog/duration.ts';
import {judgeAlert, judgeProbe, patience, rollUp, type ProbeResult, type Readings, type Verdict} from './truth.ts';

/** The id of the list of all alerts. It is not one that a request may name. */
export const alertsId = '*';

interface Known {
  readonly catalog: Catalog;
  readonly readings: Readings;
  /** The list of alerts, which holds what other rules than ours have to say too. */
  readonly items: readonly AlertItem[];
  /** The last two results of a probe. */
  readonly results: (probe: string) => readonly ProbeResult[];
  readonly now: number;
}

/** The verdict on every id that `data/` names, and on the list of all alerts. */
export function judgeEverything({catalog, readings, items, results, now}: Known): Map<string, Verdict> {
  const {probes, watchdog} = catalog.live;
  const verdicts = new Map<string, Verdict>();
  const partsOf = (ids: readonly string[]): (readonly [string, Verdict])[] =>
    ids.flatMap((id) => {
      const verdict = verdicts.get(id);
      return verdict === undefined ? [] : [[id, verdict]];
    });

  const alerts = [...catalog.alerts.keys()];
  for (const name of alerts) verdicts.set(`alert:${name}`, judgeAlert(name, readings, {watchdog, now}));
  for (const {name, every} of probes) verdicts.set(`probe:${name}`, judgeProbe(results(name), {everyMs: milliseconds(every), now}));
  for (const service of catalog.services.values()) {
    // A label that is only known when the alert fires, such as `{{ $labels.app }}`.
    const labelled = items.filter(({alertname, labels}) => labels['service'] === service.name && !service.alerts.includes(alertname));
    const watching = probes.filter((probe) => probe.service === service.name).map(({name}) => `probe:${name}`);
    verdicts.set(
      `service:${service.name}`,
      rollUp([...partsOf([...service.alerts.map((name) => `alert:${name}`), ...watching]), ...judgeOthers(labelled, readings)], now),
    );
  }
  // Error budgets are not computed yet: nobody vouches for them.
  for (const name of catalog.slos.keys()) verdicts.set(`slo:${name}`, rollUp([], now));
  // The Watchdog fires always, and is no news.
  const ours = partsOf(alerts.filter((name) => name !== watchdog).map((name) => `alert:${name}`));
  const others = items.filter(({alertname}) => !catalog.alerts.has(alertname));
  verdicts.set(alertsId, rollUp([...ours, ...judgeOthers(others, readings)], now));
  return verdicts;
}

/**
 * What fires although no alert of `data/alerts` speaks of it here: a list or a service that holds it is not quiet. Nothing is doubted for such
 * alerts, because nobody has promised to watch them; and while a source does not answer, our own alerts say so.
 */
function judgeOthers(items: readonly AlertItem[], {prometheus, alertmanager}: Readings): [string, Verdict][] {
  if (items.length === 0 || prometheus?.kind !== 'read' || alertmanager?.kind !== 'read') return [];
  const pending = items.filter(({state}) => state === 'pending').length;
  const firing = items.length - pending;
  const evidence = [{source: 'prometheus', check: 'fires nothing besides', ok: firing === 0}];
  const dated = {observedAt: Math.min(prometheus.at, alertmanager.at), validForMs: patience, evidence};
  return [['other alerts', {...dated, state: firing > 0 ? 'firing' : 'degraded', value: {firing, pending}}]];
}
