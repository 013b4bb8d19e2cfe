import {firstReason, worstState, type Evidence, type State} from '../state.ts';
import {delivery, type Verdict} from './checks.ts';

/** The verdict on what nothing vouches for, whatever sources are set up: no alert or probe, an indicator of another kind, no calendar. */
export function unwatched(check: 'is-watched' | 'is-computed' | 'has-calendar', now: number): Verdict {
  const evidence = [{source: 'handbook', check, ok: false, detail: 'not-configured'}];
  return {observedAt: now, validForMs: delivery, evidence, state: 'unknown', reason: 'not-configured'};
}

/** The worst of several verdicts; the roll-up of nothing is unknown, because nobody watches. */
export function rollUp(parts: readonly (readonly [name: string, verdict: Verdict])[], now: number): Verdict {
  const verdicts = parts.map(([, verdict]) => verdict);
  if (verdicts.length === 0) return unwatched('is-watched', now);
  const state: State = worstState(verdicts.map((verdict) => verdict.state));
  const evidence = evidenceOf(parts);
  // Whoever expires first takes the whole with it.
  const observedAt = Math.min(...verdicts.map((verdict) => verdict.observedAt));
  const validForMs = Math.min(...verdicts.map((verdict) => verdict.observedAt + verdict.validForMs)) - observedAt;
  const dated = {observedAt, validForMs, evidence};
  if (state === 'unknown')
    return {...dated, state, reason: firstReason(verdicts.flatMap((verdict) => (verdict.state === 'unknown' ? verdict.reason : [])))};
  const sum = (key: 'firing' | 'pending' | 'silenced' | 'inhibited'): number =>
    verdicts.reduce((total, verdict) => total + (('value' in verdict && verdict.value[key]) || 0), 0);
  const latencies = verdicts.flatMap((verdict) => ('value' in verdict ? (verdict.value.latencyMs ?? []) : []));
  const value = {
    firing: sum('firing'),
    pending: sum('pending'),
    silenced: sum('silenced'),
    inhibited: sum('inhibited'),
    ...(latencies.length > 0 && {latencyMs: Math.max(...latencies)}),
  };
  return {...dated, state, value};
}

/** Failed checks that are told one by one; what a reader cannot read through is counted. */
const mostFailed = 30;

/**
 * What failed, part by part, and what held, counted: the evidence of a hundred alerts must stay something that one person can read, and one
 * frame can carry.
 */
function evidenceOf(parts: readonly (readonly [name: string, verdict: Verdict])[]): Evidence[] {
  const failures = new Map<string, {readonly evidence: Evidence; readonly plain: string; count: number}>();
  const held = new Map<string, {readonly source: string; readonly check: string; count: number; of: number}>();
  for (const [name, {evidence}] of parts) {
    for (const {source, check, ok, detail} of evidence) {
      const plain = check.slice(check.lastIndexOf('/') + 1);
      if (!ok) {
        const same = JSON.stringify([source, plain, detail]);
        const first = failures.get(same)?.evidence ?? {source, check: check.includes('/') ? check : `${name}/${check}`, ok, detail};
        failures.set(same, {evidence: first, plain, count: (failures.get(same)?.count ?? 0) + 1});
      }
      if (plain === 'latency') continue;
      const key = `${source} ${plain}`;
      const seen = held.get(key) ?? {source, check: plain, count: 0, of: 0};
      held.set(key, {...seen, count: seen.count + (ok ? 1 : 0), of: seen.of + 1});
    }
  }
  // What fails in the same way everywhere, such as a source that is gone, is told once.
  const failed = [...failures.values()].map(({evidence, plain, count}) => (count === 1 ? evidence : {...evidence, check: plain}));
  const more = failed.length - mostFailed;
  return [
    ...failed.slice(0, mostFailed),
    ...(more > 0 ? [{source: 'handbook', check: 'more', ok: false, detail: String(more)}] : []),
    ...[...held.values()]
      .filter(({count}) => count > 0)
      .map(({source, check, count, of}) => ({source, check, ok: true, detail: `${count} of ${of}`})),
    ...slowest(parts),
  ];
}

/** The longest latency of the parts is that of the whole. */
function slowest(parts: readonly (readonly [name: string, verdict: Verdict])[]): Evidence[] {
  const all = parts.flatMap(([, {evidence}]) => evidence.filter(({check}) => check === 'latency'));
  const total = ({detail = ''}: Evidence): number =>
    [...detail.matchAll(/\b(?!for=)\w+=(\d+(?:\.\d+)?)/g)].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
  return all.toSorted((a, b) => total(b) - total(a)).slice(0, 1);
}
