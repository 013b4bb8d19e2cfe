import type {ProviderWord, Shift} from '../sources/adapter.ts';
import type {Reading} from '../sources/reading.ts';
import {worstState} from '../state.ts';
import {Checks, delivery, grace, type Verdict} from './checks.ts';

interface Options<T> {
  readonly reading: Reading<T> | undefined;
  readonly source: string;
  readonly everyMs: number;
  readonly now: number;
}

/**
 * A provider's own word beside what our probe of it says: the worse of the two counts, and that they disagree is said. A word that is not
 * known leaves nothing to show, whatever the probe says.
 */
export function judgeProvider({
  reading,
  source,
  everyMs,
  now,
  ours,
}: Options<ProviderWord> & {readonly ours: Verdict | undefined}): Verdict {
  const checks = new Checks();
  const validForMs = 3 * everyMs + grace + delivery;
  const read = checks.reading(source, reading, {now, limit: validForMs});
  if (read !== undefined) {
    checks.note(source, 'says', read.word);
    if (read.saidAt !== undefined && read.maxAgeMs !== undefined) {
      checks.saidLately(source, read.saidAt, read.maxAgeMs);
    }
  }
  // An old word is nobody's word.
  const word = checks.reasons.length === 0 ? read?.word : undefined;
  if (ours !== undefined) {
    checks.evidence.push(...ours.evidence);
    if (ours.state === 'unknown') checks.reasons.push(ours.reason);
  }
  const observedAt = Math.min(reading?.at ?? now, ours?.observedAt ?? now);
  const until = Math.min((reading?.at ?? now) + validForMs, ours === undefined ? Infinity : ours.observedAt + ours.validForMs);
  const dated = {observedAt, validForMs: Math.max(0, until - observedAt)};
  if (word !== undefined && ours !== undefined && ours.state !== 'unknown') {
    const agree = isUp(word) === isUp(ours.state);
    checks.add(source, 'agrees', agree ? undefined : {detail: `${word}, ${ours.state}`});
  }
  const state = worstState([word ?? 'unknown', ...(ours === undefined ? [] : [ours.state])]);
  if (state === 'unknown') return checks.unknown(dated.observedAt, dated.validForMs);
  const said = word === undefined ? {} : {provider: {word, ...(ours !== undefined && {ours: ours.state})}};
  return {...dated, evidence: checks.evidence, state, value: said};
}

function isUp(state: string): boolean {
  return state === 'ok' || state === 'maintenance';
}

/** Which roles of a team have the shift now. Nobody is unknown: who reads it needs somebody to call, and must not believe there is none. */
export function judgeOnCall({reading, source, everyMs, now}: Options<readonly Shift[]>): Verdict {
  const checks = new Checks();
  const validForMs = 3 * everyMs + grace + delivery;
  const read = checks.reading(source, reading, {now, limit: validForMs});
  // Shifts are dated by everybody's clock, so the machine's own is asked.
  const wall = Date.now();
  const running = (read ?? []).filter(({start, end}) => start <= wall && wall < end);
  if (read !== undefined)
    checks.add(source, 'shift-now', running.length > 0 ? undefined : {reason: 'no-series', detail: 'no shift covers this moment'});
  const observedAt = reading?.at ?? now;
  if (read === undefined || checks.reasons.length > 0) return checks.unknown(observedAt, validForMs);
  // Whoever comes in between changes who has it as well.
  const until = Math.min(...running.map(({end}) => end), ...(read ?? []).map(({start}) => start).filter((start) => start > wall));
  const roles = [...new Set(running.flatMap((shift) => shift.roles))];
  return {
    observedAt,
    // At the end of the shift it is another's.
    validForMs: Math.max(0, Math.min(validForMs, now - observedAt + (until - wall))),
    evidence: checks.evidence,
    state: 'ok',
    value: {onCall: {roles, until: new Date(until).toISOString()}},
  };
}
