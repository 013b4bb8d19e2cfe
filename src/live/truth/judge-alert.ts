import type {AlertmanagerReading} from '../sources/alertmanager.server.ts';
import type {PrometheusReading, RuleReading} from '../sources/prometheus.server.ts';
import {needsOf} from '../sources/needs.ts';
import type {Reading} from '../sources/reading.ts';
import {firstReason, type Value} from '../state.ts';
import {Checks, delivery, grace, type Verdict} from './checks.ts';
import {pairAlerts} from './pair-alerts.ts';

/** The latest reading of the two; undefined while the first has not come back, null where none is set up. */
export interface AlertReadings {
  readonly prometheus: Reading<PrometheusReading> | undefined | null;
  readonly alertmanager: Reading<AlertmanagerReading> | undefined | null;
}

export interface Settings {
  readonly watchdog: {readonly alert: string; readonly labels: Readonly<Record<string, string>>};
  /** How long we wait between two questions, milliseconds. */
  readonly timing: {readonly askMs: number};
  readonly now: number;
  /** Every expression of `data/` that this alert rests on, without white space. */
  readonly declared: string;
}

/**
 * Judges one alert name: the worst of its rules.
 *
 * Firing needs a rule that is healthy and was evaluated lately, and an Alertmanager that answers: without it nobody knows whether the alert
 * is silenced or whether anybody is told. Quiet needs more: the series behind the rule, an answer that is whole, and the Watchdog, because
 * an alert that is absent is not an alert that is quiet.
 */
export function judgeAlert(name: string, {prometheus, alertmanager}: AlertReadings, {watchdog, timing, now, declared}: Settings): Verdict {
  const checks = new Checks();
  const quiet = new Checks();
  const served = checks.reading('prometheus', prometheus, {now});
  const held = checks.reading('alertmanager', alertmanager, {now});
  const rules = served?.rules.filter((rule) => rule.alert === name) ?? [];
  if (served !== undefined) {
    checks.add('prometheus', 'has-rule', rules.length > 0 ? undefined : {reason: 'rule-missing', detail: `no rule named ${name}`});
    for (const rule of rules) judgeRule(rule, {checks, quiet, declared, sinceRead: now - (prometheus?.at ?? now)});
    const {warnings} = served;
    quiet.add('prometheus', 'whole-answer', warnings === 0 ? undefined : {reason: 'partial', detail: `${warnings} warnings`});
    const differences = served.differs.get(name);
    if (rules.length > 0) quiet.add('prometheus', 'as-declared', differences === undefined ? undefined : {detail: differences.join(', ')});
  }
  if (held !== undefined) watchdogArrives(held, watchdog, quiet);
  if (rules.length > 0) quiet.note('prometheus', 'latency', latency(rules, {scrapeMs: served?.scrapeMs, ...timing}));

  const ours = held?.alerts.filter(({labels}) => labels['alertname'] === name && !contradicts(labels, watchdog.labels)) ?? [];
  const alerts = rules.flatMap((rule) => rule.alerts);
  const pairs = pairAlerts(alerts, ours);
  // What Alertmanager holds fires, even where Prometheus still has it as pending.
  const waits = alerts.filter((alert) => alert.state === 'pending' && !pairs.has(alert)).length;
  const value: Value = {
    firing: Math.max(alerts.length - waits, ours.length),
    pending: waits,
    silenced: ours.filter((alert) => alert.state === 'silenced').length,
    inhibited: ours.filter((alert) => alert.state === 'inhibited').length,
  };
  const evidence = [...checks.evidence, ...quiet.evidence];
  const dated = {observedAt: oldest({prometheus, alertmanager}, rules, now), validForMs: validity(rules), evidence};
  if (checks.reasons.length > 0) return {...dated, state: 'unknown', reason: firstReason([...checks.reasons, ...quiet.reasons])};
  if ((value.firing ?? 0) > 0) return {...dated, state: 'firing', value};
  if (quiet.reasons.length > 0) return {...dated, state: 'unknown', reason: firstReason(quiet.reasons)};
  return {...dated, state: (value.pending ?? 0) > 0 ? 'degraded' : 'ok', value};
}

function judgeRule(
  rule: RuleReading,
  {checks, quiet, declared, sinceRead}: {checks: Checks; quiet: Checks; declared: string; sinceRead: number},
): void {
  const told = (exprs: readonly string[]): string => [...new Set(exprs.flatMap((expr) => toldOf(expr, declared)))].join(', ');
  const healthy = rule.health === 'ok' && rule.evaluatedMsAgo !== undefined;
  checks.add('prometheus', 'rule-healthy', healthy ? undefined : {reason: 'rule-unhealthy', detail: `health ${rule.health}`});
  for (const {name, health, evaluatedMsAgo, intervalMs} of rule.basis) {
    const late = evaluatedMsAgo === undefined || evaluatedMsAgo + sinceRead > 3 * intervalMs + grace;
    if (health !== 'ok' || late) checks.add('prometheus', 'rule-healthy', {reason: 'rule-unhealthy', detail: told([name])});
  }
  if (rule.contradicts) checks.add('prometheus', 'rule-healthy', {reason: 'parse', detail: 'it fires without an alert'});
  if (rule.evaluatedMsAgo === undefined) return;
  const age = rule.evaluatedMsAgo + sinceRead;
  const limit = 3 * rule.intervalMs + grace;
  const late = age > limit ? {reason: 'stale' as const, detail: `${Math.round(age / 1000)} s ago, at most ${limit / 1000} s`} : undefined;
  checks.add('prometheus', 'evaluated-lately', late);
  if (rule.unreadable !== undefined)
    quiet.add('prometheus', 'has-series', {reason: 'parse', detail: `cannot be read: ${told([rule.unreadable])}`});
  const gone = rule.missing.length > 0 ? {reason: 'no-series' as const, detail: told(rule.missing)} : undefined;
  quiet.add('prometheus', 'has-series', gone);
  const thin = rule.partial.length > 0 ? {reason: 'partial' as const, detail: told(rule.partial)} : undefined;
  // Of series that are not there, nothing says whose targets they would be.
  if (thin !== undefined || gone === undefined) quiet.add('prometheus', 'all-targets-scraped', thin);
}

/** What the source serves may hold what is not for readers: of what `data/` does not have, only the names of series are told. */
function toldOf(expr: string, declared: string): string[] {
  if (declared.includes(expr.replaceAll(/\s/g, ''))) return [expr];
  const names = needsOf(expr).flatMap(({metrics}) => metrics);
  return names.length === 0 ? ['…'] : names;
}

function watchdogArrives(held: AlertmanagerReading, {alert, labels}: Settings['watchdog'], checks: Checks): void {
  const alive = held.alerts.some((candidate) => isWatchdog(candidate.labels, {alert, labels}));
  const wanted = [alert, ...Object.entries(labels).map(([name, value]) => `${name}=${value}`)].join(' ');
  const silent = held.pulse !== undefined && held.pulse.silentMs > held.pulse.limitMs;
  const detail = silent ? `${wanted}, not confirmed for ${Math.round(held.pulse.silentMs / 1000)} s` : wanted;
  checks.add('alertmanager', 'holds-watchdog', alive && !silent ? undefined : {reason: 'watchdog-missing', detail});
}

/** Whether an alert is the Watchdog of our cluster. */
export function isWatchdog(candidate: Readonly<Record<string, string>>, {alert, labels}: Settings['watchdog']): boolean {
  return candidate['alertname'] === alert && Object.entries(labels).every(([name, value]) => candidate[name] === value);
}

/** Whether an alert is another cluster's, where the Watchdog's labels say which is ours. */
export function contradicts(labels: Readonly<Record<string, string>>, ours: Readonly<Record<string, string>>): boolean {
  return Object.entries(ours).some(([name, value]) => labels[name] !== undefined && labels[name] !== value);
}

/** How late the light may be, in seconds by cause; `for` is what the rule waits on purpose. */
function latency(rules: readonly RuleReading[], {scrapeMs, askMs}: Settings['timing'] & {readonly scrapeMs: number | undefined}): string {
  const seconds = (ms: number): string => String(Math.round(ms / 100) / 10);
  const longest = (of: (rule: RuleReading) => number): number => Math.max(...rules.map(of));
  const waits = longest(({forMs}) => forMs);
  return [
    ...(scrapeMs === undefined ? [] : [`scrape=${seconds(scrapeMs)}`]),
    `evaluation=${seconds(longest(({intervalMs}) => intervalMs))}`,
    `asking=${seconds(askMs)}`,
    'delivery=1',
    ...(waits > 0 ? [`for=${seconds(waits)}`] : []),
  ].join(' ');
}

/** The oldest thing that the verdict rests on. */
function oldest({prometheus, alertmanager}: AlertReadings, rules: readonly RuleReading[], now: number): number {
  const read = prometheus?.at ?? now;
  return Math.min(read, alertmanager?.at ?? now, ...rules.map((rule) => read - (rule.evaluatedMsAgo ?? 0)));
}

function validity(rules: readonly RuleReading[]): number {
  return 3 * Math.max(1000, ...rules.map((rule) => rule.intervalMs)) + grace + delivery;
}
