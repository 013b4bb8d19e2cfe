/**
 * The vocabulary of live state. It has no dependencies, so that the smallest page can carry it.
 *
 * Worst first: a roll-up is the first of these that any part has. Unknown is worse than degraded, because what nobody can vouch for may be
 * anything, and it is never drawn in a colour of its own.
 */
export const states = ['down', 'firing', 'unknown', 'degraded', 'maintenance', 'ok'] as const;
export type State = (typeof states)[number];

/** Why a state is unknown. When several reasons hold, the first of this list is given and all of them are in the evidence. */
export const reasons = [
  'not-configured',
  'unreachable',
  'timeout',
  'unauthorised',
  'rate-limited',
  'parse',
  'rule-missing',
  'rule-unhealthy',
  'no-series',
  'partial',
  'watchdog-missing',
  'stale',
  'never-seen',
  'gateway-lost',
] as const;
export type Reason = (typeof reasons)[number];

/**
 * What a state rests on: which source was asked what, and whether the answer supports it. `check` is a word of `evidence.en.ts`, in a
 * roll-up with the part that it is about before it: `alert:KubePodCrashLooping/answers`. The detail of a check that takes the colour away
 * begins with its reason: `no-series: up{job="node"}`; a check that failed without one is a warning.
 */
export interface Evidence {
  readonly source: string;
  readonly check: string;
  readonly ok: boolean;
  readonly detail?: string | undefined;
}

interface Observed {
  /** When it was seen, as ISO 8601 in UTC, by the clock of the gateway. */
  readonly observedAt: string;
  /** Milliseconds since it was seen, when the answer was written. Relative, so that the reader's clock does not matter. */
  readonly ageMs: number;
  /** Milliseconds from `observedAt` for which the state may be shown. After that it is stale. */
  readonly validForMs: number;
  readonly evidence: readonly Evidence[];
}

/** What the thing is doing, in figures. */
export interface Value {
  /** Series for which the condition has held long enough. */
  readonly firing?: number | undefined;
  /** Series for which the condition holds, but not yet for as long as the rule asks. */
  readonly pending?: number | undefined;
  /** Alerts that somebody silenced. A silence hides a notification, not a fault. */
  readonly silenced?: number | undefined;
  /** Alerts whose notification another alert holds back. */
  readonly inhibited?: number | undefined;
  /** Milliseconds that the probe took. */
  readonly latencyMs?: number | undefined;
  /** Days until the certificate ends. */
  readonly daysLeft?: number | undefined;
  /** The latest figure of a query. */
  readonly figure?: number | undefined;
  /** Its history; a gap is null. */
  readonly series?: Series | undefined;
  readonly budget?: Budget | undefined;
  /** A provider's own word, and what our probe of it says. */
  readonly provider?: {readonly word: Exclude<State, 'unknown'>; readonly ours?: State | undefined} | undefined;
  readonly onCall?: {readonly roles: readonly string[]; readonly until: string} | undefined;
}

/** Figures at equal steps. Times are milliseconds since the epoch by the source's clock. */
export interface Series {
  readonly startMs: number;
  readonly stepMs: number;
  readonly points: readonly (number | null)[];
  /** When the latest figure was asked: after the last whole step, or with it. Absent from an older server. */
  readonly latestMs?: number | undefined;
}

/** What is left of an error budget. Ratios are from 0 to 1; what is left is negative once it is overspent. */
export interface Budget {
  readonly target: number;
  readonly windowMs: number;
  /** How much of the window the source has data for. */
  readonly coveredMs: number;
  readonly remaining: number;
  /** How many times faster than the budget allows errors came, over several windows, shortest first. */
  readonly burn: readonly {readonly windowMs: number; readonly rate: number}[];
  /** Milliseconds until nothing is left at the pace of the last six hours; absent while that pace spends no more than is earned. */
  readonly exhaustedInMs?: number | undefined;
}

export interface Known extends Observed {
  readonly state: Exclude<State, 'unknown'>;
  readonly value: Value;
}

export interface Unknown extends Observed {
  readonly state: 'unknown';
  readonly reason: Reason;
  /** What was vouched for last. Words, never a colour. */
  readonly lastKnown?: {readonly state: Known['state']; readonly value: Value; readonly observedAt: string} | undefined;
}

/**
 * The truth about one thing. It can be shown in the colour of a state only while somebody can vouch for it; otherwise it is `unknown`, which
 * has no `value`: an author cannot draw it green by mistake.
 */
export type Live = Known | Unknown;

/** The worst state of several; the roll-up of nothing is unknown. */
export function worstState(parts: readonly State[]): State {
  return states.find((state) => parts.includes(state)) ?? 'unknown';
}

/** The reason that is given when several hold. */
export function firstReason(held: readonly Reason[]): Reason {
  return reasons.find((reason) => held.includes(reason)) ?? 'never-seen';
}
