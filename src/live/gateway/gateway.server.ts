import {EventEmitter} from 'node:events';
import type {Log} from '../../http/log.server.ts';
import {milliseconds} from '../../catalog/duration.ts';
import type {Catalog} from '../../catalog/model.ts';
import type {AlertsAnswer, HistoryDay} from '../contract.ts';
import type {History} from '../prober/history.server.ts';
import {probeOnce} from '../prober/prober.server.ts';
import type {ProbeResult} from '../prober/result.ts';
import type {Figure, ProviderWord, Shift} from '../sources/adapter.ts';
import type {Need} from '../sources/needs.ts';
import {openOutside} from '../sources/outside.server.ts';
import type {Reading} from '../sources/reading.ts';
import type {Budget, Live} from '../state.ts';
import {listAlerts, type AlertList} from '../truth/alerts.ts';
import {Ledger} from '../truth/ledger.ts';
import {LastSeen, type SeenItem} from '../truth/last-seen.ts';
import {alertsId, judgeEverything, type Readings} from '../truth/verdicts.ts';
import {steadyClock} from '../clock.ts';
import {Demand} from './demand.ts';
import {figureLanes} from './figure-lanes.server.ts';
import {alertmanagerLane, askingMs, calendarLane, prometheusLane, providerLane, type Lane} from './lanes.server.ts';
import {createMetrics, type Metrics} from './metrics.server.ts';
import {poll, type Poller} from './poller.server.ts';
import {SourceBook} from './source-book.ts';
import {TurnLog} from './turn-log.ts';

export interface GatewayOptions {
  readonly catalog: Catalog;
  /** Slug of the runbook of an alert, and the labels that fill it. */
  readonly runbooks: ReadonlyMap<string, {readonly slug: string; readonly labels: readonly string[]}>;
  readonly history: History;
  /** The address of this server, for the probes that watch it. */
  readonly self: string;
  /** The environment, which holds the secrets that `data/live.yaml` names. */
  readonly env: (variable: string) => string | undefined;
  readonly log: Log;
}

/** What the routes need of the gateway. */
export interface Gateway {
  /** The state of an id, dated now; undefined for an id that nothing in `data/` names. */
  readonly live: (id: string) => Live | undefined;
  readonly alerts: () => AlertsAnswer;
  /** The days of a probe; undefined for a probe that there is not. */
  readonly history: (probe: string) => HistoryDay[] | undefined;
  /** Says that somebody looks at these ids. What nobody looks at is not asked of its source. */
  readonly want: (ids: readonly string[]) => void;
  /** Asks every source at once. */
  readonly nudge: () => void;
  readonly metrics: Metrics;
  /** Counts an open stream until the returned function is called. */
  readonly streamOpened: () => () => void;
  /** Counts up with every change; `changedAt` is the count at which an id last changed. */
  readonly version: () => number;
  readonly changedAt: (id: string) => number;
  readonly onChange: (listener: () => void) => () => void;
  /** Undefined once every source has been heard; before that, which one has not. */
  readonly waitingFor: () => string | undefined;
  /** Aborted when this gateway has given way to another: streams end, and their readers come back. */
  readonly stopped: AbortSignal;
  readonly stop: () => void;
}

/** Results of a probe that are held for judging it. */
const heldResults = 10;
/** Labels of alerts that everybody may see. */
const plainLabels = ['alertname', 'severity', 'service'];

/** Keeps asking every source, each in one loop however many people read, and holds the latest verdict on every id. */
export function startGateway({catalog, runbooks, history, self, env, log}: GatewayOptions): Gateway {
  const {sources, probes, watchdog, providers, oncall, labels, linkHosts} = catalog.live;
  const clock = steadyClock();
  const changes = new EventEmitter().setMaxListeners(0);
  const ledger = new Ledger();
  const stopped = new AbortController();
  const {signal} = stopped;
  const bug = (error: unknown): void => log.error({err: error}, 'an error of the handbook itself');
  const book = new SourceBook(log, clock);
  const metrics = createMetrics({ages: () => book.ages(), counts: () => ledger.count()});
  const lane: Lane = {
    catalog,
    open: (name, reach) => openOutside({name, reach, env, signal, watch: metrics.asked}),
    env,
    clock,
    bug,
    signal,
  };

  const prometheus = sources.find(({kind}) => kind === 'prometheus');
  const alertmanager = sources.find(({kind}) => kind === 'alertmanager');
  const figuresRead = new Map<string, Reading<Figure>>();
  const budgetsRead = new Map<string, Reading<Budget>>();
  const providersRead = new Map<string, Reading<ProviderWord>>();
  const shiftsRead = new Map<string, Reading<readonly Shift[]>>();
  const results = new Map<string, readonly ProbeResult[]>();
  const unasked = new Map<string, Extract<Reading<never>, {kind: 'failed'}>>();
  let readings: Readings = {
    prometheus: prometheus === undefined ? null : undefined,
    alertmanager: alertmanager === undefined ? null : undefined,
    figures: figuresRead,
    budgets: budgetsRead,
    providers: providersRead,
    shifts: shiftsRead,
    results,
    unasked,
  };
  let list: AlertList = {items: [], foreign: new Set()};
  const lastSeen = new LastSeen();
  let gone: readonly SeenItem[] = [];
  const turns = new TurnLog({isIdle: (id) => demand.isIdle(id), tell: (turn) => log.info(turn, 'state changed')});

  const asking = (): number => askingMs(readings.prometheus);
  const needs = (id: string): string[] | undefined => figures.needs(id)?.map(({expr}) => expr);
  const settle = (touched: ReadonlySet<string> = new Set()): void => {
    const now = clock();
    const verdicts = judgeEverything({catalog, readings, list, timing: {askMs: asking()}, needs, now});
    const before = gone;
    gone = lastSeen.settle({
      list,
      heardAt: Math.min(now, ...[readings.prometheus, readings.alertmanager].flatMap((heard) => (heard?.kind === 'read' ? heard.at : []))),
      verdictOf: ({alertname}, isForeign) => verdicts.get(catalog.alerts.has(alertname) && !isForeign ? `alert:${alertname}` : alertsId),
      now,
    });
    const isSame = gone.length === before.length && gone.every(({item}, n) => item === before[n]?.item);
    const {changed, turned} = ledger.settle(verdicts, isSame ? touched : new Set([...touched, alertsId]));
    turns.note(turned);
    if (changed) changes.emit('change');
  };
  // A declared label, one that a runbook asks for, and those that everybody may see. What else an alert carries is nobody's business.
  const shown = new Map<string, ReadonlySet<string>>();
  const showsLabel = (alertname: string, label: string): boolean => {
    let known = shown.get(alertname);
    if (known === undefined) {
      const declared = catalog.alerts.get(alertname)?.rules.flatMap((rule) => Object.keys(rule.labels)) ?? [];
      known = new Set([...plainLabels, ...labels, ...declared, ...(runbooks.get(alertname)?.labels ?? [])]);
      // Names of alerts that are not ours come from outside and are not kept.
      if (catalog.alerts.has(alertname)) shown.set(alertname, known);
    }
    return known.has(label);
  };
  const hear = (heard: Partial<Pick<Readings, 'prometheus' | 'alertmanager'>>): void => {
    for (const [name, reading] of Object.entries(heard)) book.heard(name, reading);
    readings = {...readings, ...heard};
    const next = listAlerts(readings, {runbooks, watchdog, showsLabel, linkHosts});
    // The list may change while its verdict does not: one alert for another.
    const touched = new Set(JSON.stringify(next.items) === JSON.stringify(list.items) ? [] : [alertsId]);
    list = next;
    settle(touched);
  };
  const heardIn =
    <T>(map: Map<string, Reading<T>>, prefix: string) =>
    (name: string, reading: Reading<T>): void => {
      book.heard(`${prefix}:${name}`, reading);
      map.set(name, reading);
      settle();
    };

  const wayOut = prometheus === undefined ? undefined : {base: prometheus.url, outside: lane.open('prometheus', prometheus)};
  const demand = new Demand(clock, () => {
    for (const poller of [...always, ...onDemand]) poller.nudge();
  });
  const figures = figureLanes(lane, {
    prometheus: wayOut,
    wants: (id) => demand.wants(id),
    heardFigure: heardIn(figuresRead, 'query'),
    heardBudget: heardIn(budgetsRead, 'slo'),
  });
  const watched = (): Need[] =>
    [...catalog.queries.keys()]
      .map((name) => `query:${name}`)
      .concat([...catalog.slos.keys()].map((name) => `slo:${name}`))
      .flatMap((id) => (demand.wants(id) ? (figures.needs(id) ?? []) : []));

  settle();
  const always: Poller[] = [];
  if (wayOut !== undefined) {
    always.push(prometheusLane(lane, {...wayOut, watched, every: asking, heard: (reading) => hear({prometheus: reading})}));
  }
  if (alertmanager !== undefined) {
    const outside = lane.open('alertmanager', alertmanager);
    always.push(
      alertmanagerLane(lane, {base: alertmanager.url, outside, every: asking, heard: (reading) => hear({alertmanager: reading})}),
    );
  }
  const onDemand: Poller[] = [
    ...figures.start(),
    ...providers.map((provider) =>
      providerLane(lane, provider, {
        wanted: () => demand.wants(`provider:${provider.name}`),
        heard: (reading) => heardIn(providersRead, 'provider')(provider.name, reading),
      }),
    ),
    ...oncall.map((calendar) =>
      calendarLane(lane, calendar, {
        wanted: () => demand.wants(`oncall:${calendar.team}`),
        heard: (reading) => heardIn(shiftsRead, 'oncall')(calendar.team, reading),
      }),
    ),
  ];
  for (const probe of probes) {
    // What an earlier run saw is dated by the machine's clock; how long ago that was is all that counts.
    const earlier = history.latest(probe.name, heldResults).map((result) => ({...result, at: clock() - (Date.now() - result.at)}));
    results.set(probe.name, earlier);
    const read = async (): Promise<void> => {
      const at = clock();
      const result = await probeOnce(probe, {self, signal, env, now: () => Date.now()});
      history.add(probe.name, result, milliseconds(probe.every));
      results.set(probe.name, [{...result, at}, ...(results.get(probe.name) ?? [])].slice(0, heldResults));
    };
    const heard = (reading: Reading<void>): void => {
      if (reading.kind === 'failed') unasked.set(probe.name, reading);
      else unasked.delete(probe.name);
      book.heard(`probe:${probe.name}`, reading);
      settle();
    };
    poll({...lane, read, every: () => milliseconds(probe.every), heard});
  }
  // Time alone can take a state away.
  const ticking = setInterval(() => {
    try {
      settle();
    } catch (error) {
      bug(error);
    }
  }, 1000);

  const live = (id: string): Live | undefined => ledger.live(id, clock());
  return {
    live,
    alerts: () => {
      const whole = live(alertsId);
      if (whole === undefined) throw new Error('the list of alerts is settled at the start');
      const seen = gone.map(({item, seenAt}) => ({...item, lastSeenAt: new Date(Date.now() - (clock() - seenAt)).toISOString()}));
      return {items: [...list.items, ...seen], live: whole};
    },
    history: (name) => {
      const probe = probes.find((candidate) => candidate.name === name);
      return probe === undefined ? undefined : history.days(name, {now: Date.now(), everyMs: milliseconds(probe.every)});
    },
    want: (ids) => demand.want(ids),
    nudge: () => {
      for (const poller of [...always, ...onDemand]) poller.nudge();
    },
    metrics,
    streamOpened: metrics.streamOpened,
    version: () => ledger.version,
    changedAt: (id) => ledger.changedAt(id),
    onChange: (listener) => {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
    waitingFor: () => (['prometheus', 'alertmanager'] as const).find((source) => readings[source] === undefined),
    stopped: signal,
    stop: () => {
      stopped.abort();
      clearInterval(ticking);
      changes.emit('change');
    },
  };
}
