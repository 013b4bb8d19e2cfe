import {computed} from '../registers/entries/measure.ts';
import type {EntryOf} from '../registers/model.ts';

export type Release = EntryOf<'releases'>;
/** The four measures of DORA, and how much of it all teams do without us. */
export type ReleaseMeasureId = (typeof computed)[number];

/** What a window of days came to. */
export interface Figure {
  /** Undefined when nothing in the window could be counted, or when the register does not reach back far enough. */
  readonly value: number | undefined;
  /** How many releases it rests on. */
  readonly releases: number;
  /** The day of the newest of them. */
  readonly latest: string | undefined;
}

export interface ReleaseMeasure {
  readonly id: ReleaseMeasureId;
  readonly now: Figure;
  /** The same over as many days before. */
  readonly before: Figure;
}

/** Days of a window. */
const days = 90;

/**
 * What releases come to over the last 90 days, and over the 90 before them, after DORA (https://dora.dev/guides/dora-metrics/): median
 * hours from commit to production, releases a week, median minutes to restore, per cent of releases that were undone; and per cent of the
 * released services that their own team released each time. A window in whose first week nothing had been written down yet has no value: half
 * a window would look like a change that nobody made.
 * @param today The last day of the newer window, such as 2026-11-22.
 */
export function releaseMeasures(releases: readonly Release[], today: string): ReleaseMeasure[] {
  const start = dayBefore(today, days);
  const begins = dayBefore(today, 2 * days);
  const first = releases.map(({at}) => at).toSorted()[0];
  const over = (from: string, to: string): readonly Release[] =>
    first !== undefined && first <= dayBefore(from, -7) ? releases.filter(({at}) => at > from && at <= to) : [];
  const now = over(start, today);
  const before = over(begins, start);
  return computed.map((id) => ({id, now: figureOf(id, now), before: figureOf(id, before)}));
}

function figureOf(id: ReleaseMeasureId, releases: readonly Release[]): Figure {
  const counted = id === 'restore-time' ? releases.filter(({restored_minutes: minutes}) => minutes !== undefined) : releases;
  const latest = counted
    .map(({at}) => at)
    .toSorted()
    .at(-1);
  return {value: counted.length === 0 ? undefined : compute[id](counted), releases: counted.length, latest};
}

/** Each of one release or more. */
const compute: Readonly<Record<ReleaseMeasureId, (releases: readonly Release[]) => number | undefined>> = {
  'lead-time': (releases) => median(releases.map((release) => release.lead_hours)),
  'deploy-frequency': (releases) => releases.length / (days / 7),
  'restore-time': (releases) => median(releases.flatMap((release) => release.restored_minutes ?? [])),
  'change-fail-rate': (releases) => percent(releases, ({outcome}) => outcome === 'undone'),
  'self-deploy-share': ownShare,
};

function percent(releases: readonly Release[], is: (release: Release) => boolean): number {
  return (100 * releases.filter(is).length) / releases.length;
}

/** A service counts as released by its own team when nobody else did it, not even once. */
function ownShare(releases: readonly Release[]): number {
  const services = [...Map.groupBy(releases, ({service}) => service).values()];
  return (100 * services.filter((own) => own.every(({by}) => by === 'own-team')).length) / services.length;
}

/** The middle figure, or half way between the two in the middle; undefined of none. */
function median(figures: readonly number[]): number | undefined {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  return upper === undefined || lower === undefined || sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

function dayBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10);
}
