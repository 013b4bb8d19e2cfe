import type {Reading} from '../sources/reading.ts';
import {firstReason, type Evidence, type Known, type Reason, type Value} from '../state.ts';

/** What can be said about one thing from what was read, before it is dated and remembered. Times are of the gateway's clock, milliseconds. */
export type Verdict = {readonly observedAt: number; readonly validForMs: number; readonly evidence: readonly Evidence[]} & (
  {readonly state: Known['state']; readonly value: Value} | {readonly state: 'unknown'; readonly reason: Reason}
);

/** How long past its turn something regular may be before nobody vouches for it, beyond three intervals. */
export const grace = 2000;
/** How long the last answer of a source stands when no further one comes, failure or not. */
export const patience = 10_000;
/** How long a confirmation may take to reach a page: one heartbeat. */
export const delivery = 5000;
/** How far ahead of ours another's clock may be. */
const mostAhead = 300_000;

/** A list of checks; each that fails with a reason takes the colour away, each that fails without one is a warning. */
export class Checks {
  readonly evidence: Evidence[] = [];
  readonly reasons: Reason[] = [];

  add(source: string, check: string, fault?: {readonly reason?: Reason; readonly detail: string}): void {
    const detail = fault?.reason === undefined ? fault?.detail : `${fault.reason}: ${fault.detail}`;
    this.evidence.push({source, check, ok: fault === undefined, ...(detail !== undefined && {detail})});
    if (fault?.reason !== undefined) this.reasons.push(fault.reason);
  }

  /** Something worth knowing that nothing hangs on. */
  note(source: string, check: string, detail: string): void {
    this.evidence.push({source, check, ok: true, detail});
  }

  /** What was read, when it was; undefined with a failed check when it was not. An old answer is given, and doubted. */
  reading<T>(
    source: string,
    reading: Reading<T> | undefined | null,
    {now, limit = patience}: {now: number; limit?: number},
  ): T | undefined {
    if (reading?.kind === 'read') {
      const age = now - reading.at;
      this.add(source, 'answers', age > limit ? {reason: 'stale', detail: `last heard ${Math.round(age / 1000)} s ago`} : undefined);
      return reading.value;
    }
    if (reading === null) this.add(source, 'answers', {reason: 'not-configured', detail: 'no such source is set up'});
    else if (reading === undefined) this.add(source, 'answers', {reason: 'never-seen', detail: 'not asked yet'});
    else this.add(source, 'answers', {reason: reading.reason, detail: reading.detail});
    return undefined;
  }

  /** What a source dates by its own clock is compared with the machine's. A date well ahead of it is no date. */
  saidLately(source: string, saidAt: number, maxAgeMs: number): void {
    const age = Date.now() - saidAt;
    const lately = age <= maxAgeMs && age >= -mostAhead;
    this.add(source, 'says-lately', lately ? undefined : {reason: 'stale', detail: `${Math.round(age / 1000)} s ago`});
  }

  /** The verdict when no state can be vouched for. */
  unknown(observedAt: number, validForMs: number, more: readonly Reason[] = []): Verdict {
    return {observedAt, validForMs, evidence: this.evidence, state: 'unknown', reason: firstReason([...this.reasons, ...more])};
  }
}
