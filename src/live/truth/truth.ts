import type {AlertmanagerReading} from '../sources/alertmanager.server.ts';
import type {Reading} from '../sources/ask.server.ts';
import type {PrometheusReading, RuleReading} from '../sources/prometheus.server.ts';
import {firstReason, worstState, type Evidence, type Known, type Reason, type State, type Value} from '../state.ts';

/** What can be said about one thing from what was read, before it is dated and remembered. Times are milliseconds since the epoch. */
export type Verdict = {readonly observedAt: number; readonly validForMs: number; readonly evidence: readonly Evidence[]} & (
  {readonly state: Known['state']; readonly value: Value} | {readonly state: 'unknown'; readonly reason: Reason}
);

/** The latest reading of each source; undefined while the first has not come back, null where none is set up. */
export interface Readings {
  readonly prometheus: Reading<PrometheusReading> | undefined | null;
  readonly alertmanager: Reading<AlertmanagerReading> | undefined | null;
}

export interface Settings {
  readonly watchdog: string;
  readonly now: number;
}

/** How long past its turn a rule's evaluation may be before nobody vouches for it, beyond three intervals. */
const grace = 2000;
/** How long the last answer of a source stands when no further one comes, failure or not. */
export const patience = 15_000;
/** How long a confirmation may take to reach a page: one heartbeat. */
const delivery = 5000;

/** A list of checks; each that fails with a reason takes the colour away. */
class Checks {
  readonly evidence: Evidence[] = [];
  readonly reasons: Reason[] = [];

  add(source: string, check: string, fault?: {readonly reason?: Reason; readonly detail: string}): void {
    this.evidence.push({source, check, ok: fault === undefined, ...(fault !== undefined && {detail: fault.detail})});
    if (fault?.reason !== undefined) this.reasons.push(fault.reason);
  }

  reading<T>(source: string, reading: Reading<T> | undefined | null, now: number): T | undefined {
    if (reading?.kind === 'read') {
      const silent = now - reading.at > patience;
      this.add(
        source,
        'answers',
        silent ? {reason: 'stale', detail: `last heard ${Math.round((now - reading.at) / 1000)} s ago`} : undefined,
      );
      return reading.value;
    }
    if (reading === null) this.add(source, 'answers', {reason: 'not-configured', detail: 'no such source is set up'});
    else if (reading === undefined) this.add(source, 'answers', {reason: 'never-seen', detail: 'not asked yet'});
    else this.add(source, 'answers', {reason: reading.reason, detail: reading.detail});
    return undefined;
  }
}

/**
 * Judges one alert name: the worst of its rules.
 *
 * Firing needs a rule that is healthy and was evaluated lately, and an Alertmanager that answers: without it nobody knows whether the alert
 * is silenced or whether anybody is told. Quiet needs more: the series behind the rule, an answer that is whole, and the Watchdog, because
 * an alert that is absent is not an alert that is quiet.
 */
export function judgeAlert(name: string, {prometheus, alertmanager}: Readings, {watchdog, now}: Settings): Verdict {
  const checks = new Checks();
  const quiet = new Checks();
  const served = checks.reading('prometheus', prometheus, now);
  const held = checks.reading('alertmanager', alertmanager, now);
  const rules = served?.rules.filter((rule) => rule.alert === name) ?? [];
  if (served !== undefined) {
    checks.add('prometheus', 'has the rule', rules.length > 0 ? undefined : {reason: 'rule-missing', detail: `no rule named ${name}`});
    for (const rule of rules) judgeRule(rule, {checks, quiet, sinceRead: now - (prometheus?.at ?? now)});
    quiet.add(
      'prometheus',
      'answers whole',
      served.warnings === 0 ? undefined : {reason: 'partial', detail: `${served.warnings} warnings`},
    );
  }
  if (held !== undefined) watchdogArrives(held, watchdog, quiet);

  const ours = held?.alerts.filter((alert) => alert.labels['alertname'] === name) ?? [];
  const count = (state: string): number => rules.flatMap((rule) => rule.alerts).filter((alert) => alert.state === state).length;
  const value: Value = {
    firing: Math.max(count('firing'), ours.length),
    pending: count('pending'),
    silenced: ours.filter((alert) => alert.state === 'suppressed').length,
  };
  const evidence = [...checks.evidence, ...quiet.evidence];
  const dated = {observedAt: oldest({prometheus, alertmanager}, rules, now), validForMs: validity(rules), evidence};
  if (checks.reasons.length > 0) return {...dated, state: 'unknown', reason: firstReason([...checks.reasons, ...quiet.reasons])};
  if ((value.firing ?? 0) > 0) return {...dated, state: 'firing', value};
  if (quiet.reasons.length > 0) return {...dated, state: 'unknown', reason: firstReason(quiet.reasons)};
  return {...dated, state: (value.pending ?? 0) > 0 ? 'degraded' : 'ok', value};
}

function judgeRule(rule: RuleReading, {checks, quiet, sinceRead}: {checks: Checks; quiet: Checks; sinceRead: number}): void {
  const healthy = rule.health === 'ok' && rule.evaluatedMsAgo !== undefined;
  checks.add('prometheus', 'evaluates the rule', healthy ? undefined : {reason: 'rule-unhealthy', detail: `health: ${rule.health}`});
  if (rule.evaluatedMsAgo === undefined) return;
  const age = rule.evaluatedMsAgo + sinceRead;
  const limit = 3 * rule.intervalMs + grace;
  const late = age > limit ? {reason: 'stale' as const, detail: `${Math.round(age / 1000)} s ago, at most ${limit / 1000} s`} : undefined;
  checks.add('prometheus', 'evaluated the rule lately', late);
  const gone = rule.missing.length > 0 ? {reason: 'no-series' as const, detail: rule.missing.join(', ')} : undefined;
  quiet.add('prometheus', 'has the series of the rule', gone);
  const thin = rule.partial.length > 0 ? {reason: 'partial' as const, detail: rule.partial.join(', ')} : undefined;
  quiet.add('prometheus', 'can scrape every target of these series', thin);
}

function watchdogArrives(held: AlertmanagerReading, watchdog: string, checks: Checks): void {
  const alive = held.alerts.some((alert) => alert.labels['alertname'] === watchdog);
  checks.add('alertmanager', 'holds the Watchdog', alive ? undefined : {reason: 'watchdog-missing', detail: `no alert named ${watchdog}`});
}

/** The oldest thing that the verdict rests on. */
function oldest({prometheus, alertmanager}: Readings, rules: readonly RuleReading[], now: number): number {
  const read = prometheus?.at ?? now;
  return Math.min(read, alertmanager?.at ?? now, ...rules.map((rule) => read - (rule.evaluatedMsAgo ?? 0)));
}

function validity(rules: readonly RuleReading[]): number {
  return 3 * Math.max(1000, ...rules.map((rule) => rule.intervalMs)) + grace + delivery;
}

/** One answer of a probe. */
export interface ProbeResult {
  readonly at: number;
  readonly ok: boolean;
  readonly latencyMs: number;
  /** The status code, or why there was none. */
  readonly detail: string;
}

/**
 * Judges a probe by its last two results: one failure alone is a stumble, two are down. A prober that has missed its turn twice vouches for
 * nothing.
 */
export function judgeProbe(results: readonly ProbeResult[], {everyMs, now}: {readonly everyMs: number; readonly now: number}): Verdict {
  // A result from a future that a wrong clock wrote is none.
  const [last, before] = results.filter(({at}) => at <= now).toSorted((a, b) => b.at - a.at);
  const validForMs = 3 * everyMs + delivery;
  if (last === undefined) {
    const evidence = [{source: 'prober', check: 'has asked', ok: false, detail: 'not asked yet'}];
    return {observedAt: now, validForMs, evidence, state: 'unknown', reason: 'never-seen'};
  }
  const dated = {
    observedAt: last.at,
    validForMs,
    evidence: [{source: 'prober', check: 'gets an answer', ok: last.ok, detail: last.detail}],
  };
  if (now - last.at > validForMs) return {...dated, state: 'unknown', reason: 'stale'};
  const value = {latencyMs: last.latencyMs};
  if (last.ok) return {...dated, state: 'ok', value};
  return {...dated, state: before?.ok === true ? 'degraded' : 'down', value};
}

/** The worst of several verdicts; the roll-up of nothing is unknown, because nobody watches. */
export function rollUp(parts: readonly (readonly [name: string, verdict: Verdict])[], now: number): Verdict {
  const verdicts = parts.map(([, verdict]) => verdict);
  if (verdicts.length === 0) {
    const evidence = [{source: 'handbook', check: 'is watched', ok: false, detail: 'no probe and no alert speaks of it'}];
    return {observedAt: now, validForMs: delivery, evidence, state: 'unknown', reason: 'not-configured'};
  }
  const state: State = worstState(verdicts.map((verdict) => verdict.state));
  const evidence = parts.flatMap(([name, verdict]) => verdict.evidence.map((item) => ({...item, check: `${name}: ${item.check}`})));
  // Whoever expires first takes the whole with it.
  const observedAt = Math.min(...verdicts.map((verdict) => verdict.observedAt));
  const validForMs = Math.min(...verdicts.map((verdict) => verdict.observedAt + verdict.validForMs)) - observedAt;
  const dated = {observedAt, validForMs, evidence};
  if (state === 'unknown')
    return {...dated, state, reason: firstReason(verdicts.flatMap((verdict) => (verdict.state === 'unknown' ? verdict.reason : [])))};
  const sum = (key: 'firing' | 'pending' | 'silenced'): number =>
    verdicts.reduce((total, verdict) => total + (('value' in verdict && verdict.value[key]) || 0), 0);
  const latencies = verdicts.flatMap((verdict) => ('value' in verdict ? (verdict.value.latencyMs ?? []) : []));
  const value = {
    firing: sum('firing'),
    pending: sum('pending'),
    silenced: sum('silenced'),
    ...(latencies.length > 0 && {latencyMs: Math.max(...latencies)}),
  };
  return {...dated, state, value};
}
