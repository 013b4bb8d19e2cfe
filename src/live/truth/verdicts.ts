import type {Catalog} from '../../catalog/model.ts';
import {milliseconds} from '../../catalog/duration.ts';
import type {AlertItem} from '../contract.ts';
import type {AlertList} from './alerts.ts';
import type {ProbeResult} from '../prober/result.ts';
import type {Figure, ProviderWord, Shift} from '../sources/adapter.ts';
import type {Reading} from '../sources/reading.ts';
import type {Budget} from '../state.ts';
import {patience, type Verdict} from './checks.ts';
import {judgeAlert, type AlertReadings, type Settings} from './judge-alert.ts';
import {judgeBudget, judgeFigure} from './judge-figure.ts';
import {judgeProbe} from './judge-probe.ts';
import {judgeOnCall, judgeProvider} from './judge-provider.ts';
import {rollUp, unwatched} from './roll-up.ts';

/** The id of the list of all alerts. It is not one that a request may name. */
export const alertsId = '*';

/** The latest of everything that was read, by name; what is not there has not been asked yet. */
export interface Readings extends AlertReadings {
  readonly figures: ReadonlyMap<string, Reading<Figure>>;
  readonly budgets: ReadonlyMap<string, Reading<Budget>>;
  readonly providers: ReadonlyMap<string, Reading<ProviderWord>>;
  readonly shifts: ReadonlyMap<string, Reading<readonly Shift[]>>;
  /** The latest results of each probe, newest first or not. */
  readonly results: ReadonlyMap<string, readonly ProbeResult[]>;
  /** Probes that could not be asked the last time. */
  readonly unasked: ReadonlyMap<string, Extract<Reading<never>, {kind: 'failed'}>>;
}

interface Known {
  readonly catalog: Catalog;
  readonly readings: Readings;
  /** The list of alerts, which holds what other rules than ours, and other clusters, have to say too. */
  readonly list: AlertList;
  readonly timing: Settings['timing'];
  /** What an id of a figure or a budget rests on, as PromQL; undefined for what Prometheus has no part in, or cannot compute. */
  readonly needs: (id: string) => readonly string[] | undefined;
  readonly now: number;
}

/** How often a budget is computed at the least. */
const budgetEveryMs = 300_000;
const dayMs = 86_400_000;
/** How long before its end a certificate is degraded, unless the probe says otherwise. */
const warnedBefore = '21d';

/** The verdict on every id that `data/` names, and on the list of all alerts. */
export function judgeEverything({catalog, readings, list: {items, foreign}, timing, needs, now}: Known): Map<string, Verdict> {
  const {probes, watchdog, providers, oncall} = catalog.live;
  const verdicts = new Map<string, Verdict>();
  const partsOf = (ids: readonly string[]): (readonly [string, Verdict])[] =>
    ids.flatMap((id) => {
      const verdict = verdicts.get(id);
      return verdict === undefined ? [] : [[id, verdict]];
    });
  const {prometheus} = readings;

  const alerts = [...catalog.alerts.keys()];
  for (const [name, {rules}] of catalog.alerts) {
    const declared = [...rules.map(({expr}) => expr), ...catalog.live.mayBeAbsent.map(({witness}) => witness)]
      .join('\n')
      .replaceAll(/[^\S\n]/g, '');
    verdicts.set(`alert:${name}`, judgeAlert(name, readings, {watchdog, timing, now, declared}));
  }
  for (const {name, every, downAfter, warnBefore = warnedBefore} of probes) {
    const settings = {
      everyMs: milliseconds(every),
      downAfter,
      warnDays: milliseconds(warnBefore) / dayMs,
      now,
      unasked: readings.unasked.get(name),
    };
    verdicts.set(`probe:${name}`, judgeProbe(readings.results.get(name) ?? [], settings));
  }
  for (const service of catalog.services.values()) {
    // A label that is only known when the alert fires, such as `{{ $labels.app }}`.
    const labelled = items.filter(
      (item) => item.labels['service'] === service.name && (!service.alerts.includes(item.alertname) || foreign.has(item)),
    );
    const watching = probes.filter((probe) => probe.service === service.name).map(({name}) => `probe:${name}`);
    verdicts.set(
      `service:${service.name}`,
      rollUp([...partsOf([...service.alerts.map((name) => `alert:${name}`), ...watching]), ...judgeOthers(labelled, readings)], now),
    );
  }
  for (const [name, {query}] of catalog.queries) {
    const id = `query:${name}`;
    const everyMs = milliseconds(query.every);
    const reading = readings.figures.get(name);
    const needed = needs(id);
    const behind = needed === undefined ? {} : {prometheus: {reading: prometheus, needs: needed}};
    verdicts.set(id, judgeFigure(query, {reading, ...behind, source: needed === undefined ? 'json' : 'prometheus', everyMs, now}));
  }
  for (const name of catalog.slos.keys()) {
    const needed = needs(`slo:${name}`);
    // An indicator that cannot be computed here is vouched for by nobody.
    const verdict =
      needed === undefined
        ? unwatched('is-computed', now)
        : judgeBudget({
            reading: readings.budgets.get(name),
            prometheus: {reading: prometheus, needs: needed},
            source: 'prometheus',
            everyMs: budgetEveryMs,
            now,
          });
    verdicts.set(`slo:${name}`, verdict);
  }
  for (const {name, kind, every, probe} of providers) {
    const options = {reading: readings.providers.get(name), source: kind, everyMs: milliseconds(every), now};
    verdicts.set(`provider:${name}`, judgeProvider({...options, ours: probe === undefined ? undefined : verdicts.get(`probe:${probe}`)}));
  }
  for (const {team, kind, every} of oncall)
    verdicts.set(`oncall:${team}`, judgeOnCall({reading: readings.shifts.get(team), source: kind, everyMs: milliseconds(every), now}));
  for (const team of catalog.teams.keys())
    if (!verdicts.has(`oncall:${team}`)) verdicts.set(`oncall:${team}`, unwatched('has-calendar', now));

  // The Watchdog fires always, and is no news.
  const ours = partsOf(alerts.filter((name) => name !== watchdog.alert).map((name) => `alert:${name}`));
  const others = items.filter((item) => !catalog.alerts.has(item.alertname) || foreign.has(item));
  verdicts.set(alertsId, rollUp([...ours, ...judgeOthers(others, readings)], now));
  return verdicts;
}

/**
 * What fires although no alert of `data/alerts` speaks of it here: a list or a service that holds it is not quiet. Nothing is doubted for such
 * alerts, because nobody has promised to watch them; and while a source does not answer, our own alerts say so.
 */
function judgeOthers(items: readonly AlertItem[], {prometheus, alertmanager}: AlertReadings): [string, Verdict][] {
  if (items.length === 0 || prometheus?.kind !== 'read' || alertmanager?.kind !== 'read') return [];
  const count = (...states: readonly AlertItem['state'][]): number => items.filter(({state}) => states.includes(state)).length;
  const firing = count('firing', 'silenced', 'inhibited');
  const evidence = [{source: 'prometheus', check: 'no-others', ok: firing === 0, detail: namesOf(items)}];
  const dated = {observedAt: Math.min(prometheus.at, alertmanager.at), validForMs: patience, evidence};
  const value = {firing, pending: count('pending'), silenced: count('silenced'), inhibited: count('inhibited')};
  return [['other alerts', {...dated, state: firing > 0 ? 'firing' : 'degraded', value}]];
}

/** Names that are told one by one. */
const mostNames = 10;

function namesOf(items: readonly AlertItem[]): string {
  const names = [...new Set(items.map(({alertname}) => alertname))];
  return [...names.slice(0, mostNames), ...(names.length > mostNames ? ['…'] : [])].join(', ');
}
