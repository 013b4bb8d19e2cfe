import type {ProbeResult} from '../prober/result.ts';
import type {Reason} from '../state.ts';
import {delivery, type Verdict} from './checks.ts';

interface Settings {
  readonly everyMs: number;
  /** Failures in a row after which the target is down. */
  readonly downAfter: number;
  /** A certificate that ends in fewer days is degraded. */
  readonly warnDays: number;
  readonly now: number;
  /** Why the target was not asked at all the last time, such as an address that may not be. */
  readonly unasked?: {readonly reason: Reason; readonly detail: string} | undefined;
}

/**
 * Judges a probe by its last results. Fewer failures in a row than the probe asks for are a stumble: degraded, never ok. A prober that has missed its
 * turn twice vouches for nothing.
 */
export function judgeProbe(results: readonly ProbeResult[], {everyMs, downAfter, warnDays, now, unasked}: Settings): Verdict {
  // A result from a future that a wrong clock wrote is none.
  const recent = results.filter(({at}) => at <= now).toSorted((a, b) => b.at - a.at);
  const [last] = recent;
  const validForMs = 3 * everyMs + delivery;
  if (unasked !== undefined) {
    const evidence = [{source: 'prober', check: 'asked', ok: false, detail: `${unasked.reason}: ${unasked.detail}`}];
    return {observedAt: now, validForMs, evidence, state: 'unknown', reason: unasked.reason};
  }
  if (last === undefined) {
    const evidence = [{source: 'prober', check: 'asked', ok: false, detail: 'never-seen: not asked yet'}];
    return {observedAt: now, validForMs, evidence, state: 'unknown', reason: 'never-seen'};
  }
  const ends = last.daysLeft !== undefined && last.daysLeft < warnDays;
  const evidence = [
    {source: 'prober', check: 'probe-answers', ok: last.ok, detail: last.detail},
    ...(last.daysLeft === undefined
      ? []
      : [{source: 'prober', check: 'certificate-valid', ok: last.ok && !ends, detail: `${Math.floor(last.daysLeft)} d`}]),
  ];
  const dated = {observedAt: last.at, validForMs, evidence};
  if (now - last.at > validForMs) return {...dated, state: 'unknown', reason: 'stale'};
  const value = {latencyMs: last.latencyMs, ...(last.daysLeft !== undefined && {daysLeft: Math.floor(last.daysLeft)})};
  if (last.ok) return {...dated, state: ends ? 'degraded' : 'ok', value};
  const failed = recent.findIndex(({ok}) => ok);
  const inARow = failed === -1 ? recent.length : failed;
  // With too few results to count, a failure is believed.
  return {...dated, state: inARow >= downAfter || recent.length < downAfter ? 'down' : 'degraded', value};
}
