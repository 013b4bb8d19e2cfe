import type {Catalog} from '../catalog/model.ts';
import {milliseconds} from './duration.ts';
import {judgeAlert, judgeProbe, rollUp, type ProbeResult, type Readings, type Verdict} from './truth.ts';

/** The id of the list of all alerts. It is not one that a request may name. */
export const alertsId = '*';

interface Known {
  readonly catalog: Catalog;
  readonly readings: Readings;
  /** The last two results of a probe. */
  readonly results: (probe: string) => readonly ProbeResult[];
  readonly now: number;
}

/** The verdict on every id that `data/` names, and on the list of all alerts. */
export function judgeEverything({catalog, readings, results, now}: Known): Map<string, Verdict> {
  const {probes, watchdog} = catalog.live;
  const verdicts = new Map<string, Verdict>();
  const rollUpOf = (ids: readonly string[]): Verdict =>
    rollUp(
      ids.flatMap((id) => {
        const verdict = verdicts.get(id);
        return verdict === undefined ? [] : [[id, verdict] as const];
      }),
      now,
    );

  const alerts = [...catalog.alerts.keys()];
  for (const name of alerts) verdicts.set(`alert:${name}`, judgeAlert(name, readings, {watchdog, now}));
  for (const {name, every} of probes) verdicts.set(`probe:${name}`, judgeProbe(results(name), {everyMs: milliseconds(every), now}));
  for (const service of catalog.services.values()) {
    const watching = probes.filter((probe) => probe.service === service.name).map(({name}) => `probe:${name}`);
    verdicts.set(`service:${service.name}`, rollUpOf([...service.alerts.map((name) => `alert:${name}`), ...watching]));
  }
  // Error budgets are not computed yet: nobody vouches for them.
  for (const name of catalog.slos.keys()) verdicts.set(`slo:${name}`, rollUpOf([]));
  // The Watchdog fires always, and is no news.
  verdicts.set(alertsId, rollUpOf(alerts.filter((name) => name !== watchdog).map((name) => `alert:${name}`)));
  return verdicts;
}
