import {EventEmitter} from 'node:events';
import type {Catalog} from '../catalog/model.ts';
import {readAlertmanager, type AlertmanagerReading} from './alertmanager.server.ts';
import {listAlerts} from './alerts.ts';
import type {Reading} from './ask.server.ts';
import type {AlertsAnswer} from './contract.ts';
import {milliseconds} from './duration.ts';
import type {History} from './history.server.ts';
import {poll} from './poller.server.ts';
import {probeOnce} from './prober.server.ts';
import {readPrometheus, type PrometheusReading} from './prometheus.server.ts';
import type {Known, Live} from './state.ts';
import {judgeAlert, judgeProbe, rollUp, type Verdict} from './truth.ts';

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
  /** Counts up with every change; `since` lists what has changed after a count. */
  readonly version: () => number;
  readonly changedAt: (id: string) => number;
  readonly onChange: (listener: () => void) => () => void;
  /** Undefined once every source has been heard; before that, which one has not. */
  readonly waitingFor: () => string | undefined;
  /** Aborted when this gateway has given way to another: streams end, and their readers come back. */
  readonly stopped: AbortSignal;
  readonly stop: () => void;
}

/** The stream's name for the list of all alerts. */
export const alertsId = '*';

interface Entry {
  verdict: Verdict;
  version: number;
  lastKnown: {readonly state: Known['state']; readonly value: Known['value']; readonly observedAt: string} | undefined;
}

/** How often Prometheus and Alertmanager are asked: as often as rules are evaluated, within these milliseconds. */
const [fastest, slowest] = [1000, 5000];

/** Keeps asking every source and holds the latest verdict on every id. */
export function startGateway({catalog, runbooks, history, self, bug}: GatewayOptions): Gateway {
  const {sources, probes, mayBeAbsent, watchdog} = catalog.live;
  const changes = new EventEmitter().setMaxListeners(0);
  const entries = new Map<string, Entry>();
  const stops: (() => void)[] = [];
  const stopped = new AbortController();
  const source = (kind: string): {url: string; timeoutMs: number} | undefined => {
    const found = sources.find((candidate) => candidate.kind === kind);
    return found === undefined ? undefined : {url: found.url, timeoutMs: milliseconds(found.timeout)};
  };
  const prometheusSource = source('prometheus');
  const alertmanagerSource = source('alertmanager');
  let prometheus: Reading<PrometheusReading> | undefined | null = prometheusSource === undefined ? null : undefined;
  let alertmanager: Reading<AlertmanagerReading> | undefined | null = alertmanagerSource === undefined ? null : undefined;
  let version = 0;

  const judgeAll = (): Map<string, Verdict> => {
    const now = Date.now();
    const verdicts = new Map<string, Verdict>();
    for (const name of catalog.alerts.keys()) verdicts.set(`alert:${name}`, judgeAlert(name, {prometheus, alertmanager}, {watchdog, now}));
    for (const probe of probes) {
      verdicts.set(`probe:${probe.name}`, judgeProbe(history.latest(probe.name, 2), {everyMs: milliseconds(probe.every), now}));
    }
    for (const service of catalog.services.values()) {
      const parts = [
        ...service.alerts.map((name) => `alert:${name}`),
        ...probes.filter((probe) => probe.service === service.name).map((probe) => `probe:${probe.name}`),
      ];
      verdicts.set(
        `service:${service.name}`,
        rollUp(
          parts.flatMap((id) => pair(id, verdicts.get(id))),
          now,
        ),
      );
    }
    // Error budgets are not computed yet: nobody vouches for them.
    for (const name of catalog.slos.keys()) verdicts.set(`slo:${name}`, rollUp([], now));
    const all = [...catalog.alerts.keys()].filter((name) => name !== watchdog).map((name) => `alert:${name}`);
    verdicts.set(
      alertsId,
      rollUp(
        all.flatMap((id) => pair(id, verdicts.get(id))),
        now,
      ),
    );
    return verdicts;
  };

  const settle = (): void => {
    let changed = false;
    const next = version + 1;
    for (const [id, verdict] of judgeAll()) {
      const entry = entries.get(id);
      const news = entry === undefined || essence(entry.verdict) !== essence(verdict);
      const was = entry?.verdict;
      const lastKnown =
        was === undefined || was.state === 'unknown'
          ? entry?.lastKnown
          : {state: was.state, value: was.value, observedAt: iso(was.observedAt)};
      entries.set(id, {verdict, version: news ? next : entry.version, lastKnown});
      changed ||= news;
    }
    // The list may change while its verdict does not: one alert for another.
    const list = JSON.stringify(items());
    const entry = entries.get(alertsId);
    if (list !== lastList && entry !== undefined) {
      entry.version = next;
      changed = true;
    }
    lastList = list;
    if (!changed) return;
    version = next;
    changes.emit('change');
  };
  const items = (): AlertsAnswer['items'] => listAlerts({prometheus, alertmanager}, {runbooks, watchdog});
  let lastList = '';

  const live = (id: string): Live | undefined => {
    const entry = entries.get(id);
    if (entry === undefined) return undefined;
    const {observedAt, ...rest} = entry.verdict;
    const dated = {...rest, observedAt: iso(observedAt), ageMs: Math.max(0, Date.now() - observedAt)};
    return dated.state === 'unknown' ? {...dated, lastKnown: entry.lastKnown} : dated;
  };

  settle();
  const every = (): number => {
    const intervals = prometheus?.kind === 'read' ? prometheus.value.rules.map((rule) => rule.intervalMs) : [];
    return Math.min(slowest, Math.max(fastest, Math.min(...intervals, slowest)));
  };
  if (prometheusSource !== undefined) {
    const read = (signal: AbortSignal): Promise<PrometheusReading> => readPrometheus({...prometheusSource, mayBeAbsent, signal});
    stops.push(
      poll({
        read,
        every,
        bug,
        heard: (reading) => {
          prometheus = reading;
          settle();
        },
      }),
    );
  }
  if (alertmanagerSource !== undefined) {
    const read = (signal: AbortSignal): Promise<AlertmanagerReading> => readAlertmanager({...alertmanagerSource, signal});
    stops.push(
      poll({
        read,
        every,
        bug,
        heard: (reading) => {
          alertmanager = reading;
          settle();
        },
      }),
    );
  }
  for (const probe of probes) {
    const read = async (): Promise<void> => history.add(probe.name, await probeOnce(probe, {self, signal: stopped.signal}));
    stops.push(poll({read, every: () => milliseconds(probe.every), bug, heard: settle}));
  }
  // Time alone can take a state away.
  const clock = setInterval(settle, 1000);

  return {
    live,
    alerts: () => ({items: items(), live: live(alertsId) ?? never()}),
    version: () => version,
    changedAt: (id) => entries.get(id)?.version ?? 0,
    onChange: (listener) => {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
    waitingFor: () => (prometheus === undefined ? 'prometheus' : alertmanager === undefined ? 'alertmanager' : undefined),
    stopped: stopped.signal,
    stop: () => {
      stopped.abort();
      clearInterval(clock);
      for (const stop of stops) stop();
      changes.emit('change');
    },
  };
}

function pair(id: string, verdict: Verdict | undefined): [string, Verdict][] {
  return verdict === undefined ? [] : [[id, verdict]];
}

/** What a reader would notice. Ages and the exact wording of details go to the page with the next heartbeat or change. */
function essence(verdict: Verdict): string {
  const {state, evidence} = verdict;
  const value = 'value' in verdict ? {...verdict.value, latencyMs: undefined} : verdict.reason;
  return JSON.stringify([state, value, evidence.map(({check, ok}) => [check, ok])]);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function never(): never {
  throw new Error('the list of alerts is settled at the start');
}
