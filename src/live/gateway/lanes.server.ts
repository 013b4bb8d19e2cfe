import {milliseconds} from '../../catalog/duration.ts';
import type {Calendar, Provider, Reach} from '../../catalog/live-contract.ts';
import type {Catalog} from '../../catalog/model.ts';
import type {Outside, ProviderWord, Shift} from '../sources/adapter.ts';
import {readAlertmanager, type AlertmanagerReading} from '../sources/alertmanager.server.ts';
import {compareRules, type Printed} from '../sources/declared.server.ts';
import {readGithubActions} from '../sources/github-actions.server.ts';
import {readCalendar} from '../sources/icalendar.server.ts';
import {readJsonProvider} from '../sources/json-provider.server.ts';
import type {Need} from '../sources/needs.ts';
import {newMemory, readPrometheus, type PrometheusReading} from '../sources/prometheus.server.ts';
import {AskError, type Reading} from '../sources/reading.ts';
import {readPace, type Pace} from '../sources/pace.server.ts';
import {isWatchdog} from '../truth/judge-alert.ts';
import {readStatuspage} from '../sources/statuspage.server.ts';
import {poll, type Poller} from './poller.server.ts';

/** What every loop needs of the gateway. */
export interface Lane {
  readonly catalog: Catalog;
  /** The way out to a source of this name. */
  readonly open: (name: string, reach: Reach) => Outside;
  readonly env: (variable: string) => string | undefined;
  readonly clock: () => number;
  readonly bug: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** How often Prometheus and Alertmanager are asked: as often as rules are evaluated, within these milliseconds. */
const [fastest, slowest] = [1000, 5000];
/** How often something is looked at that is asked for only while it is wanted. */
const glanceMs = 1000;
/** How often a source is asked how regularly it scrapes. */
const paceMs = 60_000;

/** How long to wait between two rounds, by the intervals of the rules that are served. */
export function askingMs(prometheus: Reading<PrometheusReading> | undefined | null): number {
  const intervals = prometheus?.kind === 'read' ? prometheus.value.rules.map((rule) => rule.intervalMs) : [];
  return Math.min(slowest, Math.max(fastest, Math.min(...intervals, slowest)));
}

export function prometheusLane(
  lane: Lane,
  {
    base,
    outside,
    watched,
    every,
    heard,
  }: {
    readonly base: string;
    readonly outside: Outside;
    /** What the figures that are wanted now rest on. */
    readonly watched: () => readonly Need[];
    readonly every: () => number;
    readonly heard: (reading: Reading<PrometheusReading>) => void;
  },
): Poller {
  const memory = newMemory();
  const printed: Printed = new Map();
  const {mayBeAbsent} = lane.catalog.live;
  let pace: Pace | undefined;
  let paceUntil = -Infinity;
  const read = async (): Promise<PrometheusReading> => {
    if (lane.clock() > paceUntil) {
      pace = await readPace(base, outside);
      paceUntil = lane.clock() + paceMs;
    }
    const reading = await readPrometheus({base, mayBeAbsent, watched: watched(), memory, pace}, outside);
    return {...reading, differs: await compareRules({alerts: lane.catalog.alerts, served: reading.rules, base, printed}, outside)};
  };
  return poll({...lane, read, every, heard});
}

export function alertmanagerLane(
  lane: Lane,
  {
    base,
    outside,
    every,
    heard,
  }: {
    readonly base: string;
    readonly outside: Outside;
    readonly every: () => number;
    readonly heard: (reading: Reading<AlertmanagerReading>) => void;
  },
): Poller {
  const memory = {updatedAt: '', since: 0, gaps: []};
  const ours = (labels: Readonly<Record<string, string>>): boolean => isWatchdog(labels, lane.catalog.live.watchdog);
  return poll({...lane, read: async () => readAlertmanager({base, isWatchdog: ours, memory}, outside), every, heard});
}

interface Wanted<T> {
  readonly wanted: () => boolean;
  readonly heard: (reading: Reading<T>) => void;
}

export function providerLane(lane: Lane, provider: Provider, {wanted, heard}: Wanted<ProviderWord>): Poller {
  const outside = lane.open(`provider:${provider.name}`, provider);
  const read = async (): Promise<ProviderWord> => {
    if (provider.kind === 'statuspage') return readStatuspage(provider, outside);
    if (provider.kind === 'github-actions') return readGithubActions(provider, outside);
    return readJsonProvider(provider, outside);
  };
  return whileWanted(lane, {read, everyMs: milliseconds(provider.every), wanted, heard});
}

export function calendarLane(lane: Lane, calendar: Calendar, {wanted, heard}: Wanted<readonly Shift[]>): Poller {
  const outside = lane.open(`oncall:${calendar.team}`, calendar);
  const roles = lane.catalog.teams.get(calendar.team)?.members ?? [];
  const read = async (): Promise<readonly Shift[]> => {
    const given = calendar.url ?? lane.env(calendar.urlFrom ?? '');
    if (given === undefined || !URL.canParse(given))
      throw new AskError('not-configured', `the variable ${calendar.urlFrom} holds no address`);
    return readCalendar(calendar, {outside, address: new URL(given), roles, now: Date.now()});
  };
  return whileWanted(lane, {read, everyMs: milliseconds(calendar.every), wanted, heard});
}

/** Asks every so often, and not at all while nobody wants to know. After a failure it asks again sooner than it would have. */
export function whileWanted<T>(
  lane: Lane,
  {read, everyMs, wanted, heard}: Wanted<T> & {readonly read: () => Promise<T>; readonly everyMs: number},
): Poller {
  let due = -Infinity;
  const skipped = Symbol('skipped');
  return poll<T | typeof skipped>({
    ...lane,
    read: async () => (wanted() && lane.clock() >= due ? read() : skipped),
    every: () => glanceMs,
    heard: (reading) => {
      if (reading.kind === 'read' && reading.value === skipped) return;
      due = lane.clock() + (reading.kind === 'read' ? everyMs : Math.min(everyMs, slowest));
      heard(reading as Reading<T>);
    },
  });
}
