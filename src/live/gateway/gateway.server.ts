import {EventEmitter} from 'node:events';
import type {Catalog} from '../../catalog/model.ts';
import {readAlertmanager} from '../sources/alertmanager.server.ts';
import {listAlerts} from '../truth/alerts.ts';
import type {AlertsAnswer} from '../contract.ts';
import {milliseconds} from '../../catalog/duration.ts';
import type {History} from '../prober/history.server.ts';
import {Ledger} from '../truth/ledger.ts';
import {poll} from './poller.server.ts';
import {probeOnce} from '../prober/prober.server.ts';
import {readPrometheus, type Memory} from '../sources/prometheus.server.ts';
import type {Live} from '../state.ts';
import type {Readings} from '../truth/truth.ts';
import {alertsId, judgeEverything} from '../truth/verdicts.ts';

export interface GatewayOptions {
  readonly catalog: Catalog;
  /** Slug of the runbook of an alert, and the labels that fill it. */
  readonly runbooks: ReadonlyMap<string, {readonly slug: string; readonly labels: readonly string[]}>;
  readonly history: History;
  /** The address of this server, for the probes that watch it. */
  readonly self: string;
  readonly bug: (error: unknown) => void;
}

/** What the routes need of the gateway. */
export interface Gateway {
  /** The state of an id, dated now; undefined for an id that nothing in `data/` names. */
  readonly live: (id: string) => Live | undefined;
  readonly alerts: () => AlertsAnswer;
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

/** How often Prometheus and Alertmanager are asked: as often as rules are evaluated, within these milliseconds. */
const [fastest, slowest] = [1000, 5000];

/** Keeps asking every source, each in one loop however many people read, and holds the latest verdict on every id. */
export function startGateway({catalog, runbooks, history, self, bug}: GatewayOptions): Gateway {
  const {sources, probes, mayBeAbsent, watchdog} = catalog.live;
  const changes = new EventEmitter().setMaxListeners(0);
  const ledger = new Ledger();
  const stopped = new AbortController();
  const has = (kind: string): boolean => sources.some((source) => source.kind === kind);
  let readings: Readings = {prometheus: has('prometheus') ? undefined : null, alertmanager: has('alertmanager') ? undefined : null};
  let items: AlertsAnswer['items'] = [];

  const settle = (touched: ReadonlySet<string> = new Set()): void => {
    const verdicts = judgeEverything({catalog, readings, items, results: (probe) => history.latest(probe, 2), now: Date.now()});
    if (ledger.settle(verdicts, touched)) changes.emit('change');
  };
  const hear = (heard: Partial<Readings>): void => {
    readings = {...readings, ...heard};
    const list = listAlerts(readings, {runbooks, watchdog});
    // The list may change while its verdict does not: one alert for another.
    const touched = new Set(JSON.stringify(list) === JSON.stringify(items) ? [] : [alertsId]);
    items = list;
    settle(touched);
  };
  const every = (): number => {
    const intervals = readings.prometheus?.kind === 'read' ? readings.prometheus.value.rules.map((rule) => rule.intervalMs) : [];
    return Math.min(slowest, Math.max(fastest, Math.min(...intervals, slowest)));
  };

  settle();
  const memory: Memory = new Map();
  const stops = sources.map(({kind, url, timeout}) => {
    const source = {url, timeoutMs: milliseconds(timeout), mayBeAbsent};
    return kind === 'prometheus'
      ? poll({read: (signal) => readPrometheus({...source, signal}, memory), every, bug, heard: (prometheus) => hear({prometheus})})
      : poll({read: (signal) => readAlertmanager({...source, signal}), every, bug, heard: (alertmanager) => hear({alertmanager})});
  });
  for (const probe of probes) {
    const read = async (signal: AbortSignal): Promise<void> => history.add(probe.name, await probeOnce(probe, {self, signal}));
    stops.push(poll({read, every: () => milliseconds(probe.every), bug, heard: () => settle()}));
  }
  // Time alone can take a state away.
  const clock = setInterval(() => {
    try {
      settle();
    } catch (error) {
      // Such as a damaged history. What was settled before expires by itself.
      bug(error);
    }
  }, 1000);

  const live = (id: string): Live | undefined => ledger.live(id, Date.now());
  return {
    live,
    alerts: () => {
      const whole = live(alertsId);
      if (whole === undefined) throw new Error('the list of alerts is settled at the start');
      return {items, live: whole};
    },
    version: () => ledger.version,
    changedAt: (id) => ledger.changedAt(id),
    onChange: (listener) => {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
    waitingFor: () => Object.entries(readings).find(([, reading]) => reading === undefined)?.[0],
    stopped: stopped.signal,
    stop: () => {
      stopped.abort();
      clearInterval(clock);
      for (const stop of stops) stop();
      changes.emit('change');
    },
  };
}
