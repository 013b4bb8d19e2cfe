import * as z from 'zod';
import type {MayBeAbsent} from '../../catalog/contract.ts';
import {ask, AskError} from './ask.server.ts';
import {needsOf, type Need} from './needs.ts';

/** One alerting rule as the source serves it, with what its silence rests on. Times are by the source's own clock. */
export interface RuleReading {
  readonly alert: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
  readonly intervalMs: number;
  /** Milliseconds since the last evaluation; undefined before the first. */
  readonly evaluatedMsAgo: number | undefined;
  readonly alerts: readonly {
    readonly state: 'firing' | 'pending';
    readonly labels: Readonly<Record<string, string>>;
    readonly activeAt: string;
  }[];
  /** What the rule rests on and what returned nothing when it was last evaluated. */
  readonly missing: readonly string[];
  /** Of these, what a target that cannot be scraped may be hiding. */
  readonly partial: readonly string[];
}

export interface PrometheusReading {
  readonly rules: readonly RuleReading[];
  /** What the source itself said about its answer being incomplete. */
  readonly warnings: number;
}

const Strings = z.record(z.string(), z.string());
const Rules = z.object({
  status: z.literal('success'),
  data: z.object({
    groups: z.array(
      z.object({
        interval: z.number().positive(),
        rules: z.array(
          z.object({
            type: z.string(),
            name: z.string(),
            query: z.string(),
            labels: Strings.default({}),
            health: z.string().default('unknown'),
            lastEvaluation: z.iso.datetime({offset: true}),
            alerts: z
              .array(
                z.object({state: z.enum(['firing', 'pending', 'inactive']), labels: Strings, activeAt: z.iso.datetime({offset: true})}),
              )
              .default([]),
          }),
        ),
      }),
    ),
  }),
  warnings: z.array(z.string()).optional(),
});
type ServedRule = z.output<typeof Rules>['data']['groups'][number]['rules'][number];

const Vector = z.object({
  status: z.literal('success'),
  data: z.object({resultType: z.literal('vector'), result: z.array(z.object({metric: Strings}))}),
  warnings: z.array(z.string()).optional(),
});

const RuntimeInfo = z.object({data: z.object({startTime: z.iso.datetime({offset: true})})});

interface Source {
  /** Base address, without `/api`. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly mayBeAbsent: readonly MayBeAbsent[];
  readonly signal?: AbortSignal;
}

/** What a reader of one Prometheus remembers from round to round: when it first saw an evaluation, by our own clock. */
export type Memory = Map<string, {readonly lastEvaluation: string; readonly since: number}>;

/**
 * Reads every alerting rule and checks that what its silence rests on is there.
 *
 * Existence is asked for the moment of the rule's last evaluation, not for now: after a scrape recovers there is a moment in which the series
 * are back and the rule still stands on their absence. Asked for now, that moment would look quiet. Nor do samples count that are older than
 * the start of Prometheus: after a restart it evaluates what it had before, until the first scrape.
 * https://prometheus.io/docs/prometheus/latest/querying/api/
 * @throws {AskError}
 */
export async function readPrometheus(given: Source, memory: Memory): Promise<PrometheusReading> {
  // One limit for the whole round, so that many slow answers do not add up to an old one.
  const signal = AbortSignal.any([AbortSignal.timeout(3 * given.timeoutMs), ...(given.signal === undefined ? [] : [given.signal])]);
  const source = {...given, signal};
  const [{body, sourceTime}, startedAt] = await Promise.all([
    ask({...source, url: address(source, 'api/v1/rules'), schema: Rules}),
    startOf(source),
  ]);
  const groups = body.data.groups;
  const recorded = Map.groupBy(
    groups.flatMap((group) => group.rules).filter((rule) => rule.type === 'recording'),
    (rule) => rule.name,
  );
  let warnings = body.warnings?.length ?? 0;
  const rules: RuleReading[] = [];
  for (const [g, {interval, rules: served}] of groups.entries()) {
    const alerting = served.filter((rule) => rule.type === 'alerting');
    const needs = new Map(alerting.map((rule) => [rule, needsOfRule(rule, {recorded, mayBeAbsent: source.mayBeAbsent})]));
    const evaluated = alerting.map((rule) => Date.parse(rule.lastEvaluation)).filter((time) => time > 0);
    const existence =
      evaluated.length === 0
        ? undefined
        : await askExistence(source, {needs: [...needs.values()].flat(), at: Math.min(...evaluated), startedAt});
    warnings += existence?.warnings ?? 0;
    for (const [r, rule] of alerting.entries()) {
      const needed = (needs.get(rule) ?? []).map(({expr}) => expr);
      rules.push({
        alert: rule.name,
        labels: rule.labels,
        health: rule.health,
        intervalMs: interval * 1000,
        evaluatedMsAgo: evaluationAge(rule, {key: `${g} ${r} ${rule.name}`, sourceTime, memory}),
        alerts: rule.alerts.flatMap(({state, labels, activeAt}) => (state === 'inactive' ? [] : [{state, labels, activeAt}])),
        missing: needed.filter((expr) => existence?.missing.has(expr)),
        partial: needed.filter((expr) => existence?.partial.has(expr)),
      });
    }
  }
  return {rules, warnings};
}

/**
 * How old a rule's last evaluation is: by the source's clock, and at the least for as long as we have been seeing the same one. A source that
 * repeats itself, or whose clock is off, grows old all the same.
 */
function evaluationAge(rule: ServedRule, {key, sourceTime, memory}: {key: string; sourceTime: number; memory: Memory}): number | undefined {
  const {lastEvaluation} = rule;
  const evaluatedAt = Date.parse(lastEvaluation);
  if (evaluatedAt <= 0) return undefined;
  const seen = memory.get(key);
  const since = seen?.lastEvaluation === lastEvaluation ? seen.since : performance.now();
  memory.set(key, {lastEvaluation, since});
  return Math.max(0, sourceTime - evaluatedAt, performance.now() - since);
}

interface Served {
  readonly recorded: ReadonlyMap<string, readonly ServedRule[]>;
  readonly mayBeAbsent: readonly MayBeAbsent[];
}

/** What a rule needs, through the recording rules that it stands on, with witnesses in the place of what may be absent. */
function needsOfRule(rule: ServedRule, {recorded, mayBeAbsent}: Served): Need[] {
  const exceptions = mayBeAbsent.filter(({alert}) => alert === rule.name);
  const needs = new Map<string, Need>();
  const followed = new Set<string>();
  const follow = (expr: string): void => {
    for (const need of needsOf(expr)) {
      const excepted = exceptions.filter(({metric}) => need.metrics.includes(metric));
      for (const {witness} of excepted) needs.set(witness, {expr: witness, metrics: [], isSelector: false});
      if (excepted.length === 0) needs.set(need.expr, need);
      for (const metric of need.metrics) {
        if (followed.has(metric)) continue;
        followed.add(metric);
        for (const {query} of recorded.get(metric) ?? []) follow(query);
      }
    }
  };
  follow(rule.query);
  return [...needs.values()];
}

interface Existence {
  readonly missing: ReadonlySet<string>;
  /** Needs whose job has a target that cannot be scraped: what it would say is not heard. */
  readonly partial: ReadonlySet<string>;
  readonly warnings: number;
}

/** How many expressions one query holds. */
const batch = 40;

async function askExistence(
  source: Source,
  {needs, at, startedAt}: {needs: readonly Need[]; at: number; startedAt: number | undefined},
): Promise<Existence> {
  const wanted = [...new Map(needs.map((need) => [need.expr, need])).values()];
  const exists = ({expr, isSelector}: Need): string =>
    isSelector && startedAt !== undefined ? `timestamp(${expr}) >= ${(startedAt / 1000).toFixed(3)}` : expr;
  const anyDown: Need = {expr: 'up == 0', metrics: [], isSelector: false};
  const found = await askEach(source, {needs: [...wanted, anyDown], at, query: (need) => (need === anyDown ? need.expr : exists(need))});
  // Only while some target cannot be scraped is it worth asking whose.
  const partial = found.returned.has(anyDown.expr)
    ? await askEach(source, {needs: wanted, at, query: ({expr}) => `(up == 0) and on (job) group by (job) (${expr})`})
    : undefined;
  return {
    missing: new Set(wanted.map(({expr}) => expr).filter((expr) => !found.returned.has(expr))),
    partial: partial?.returned ?? new Set(),
    warnings: found.warnings + (partial?.warnings ?? 0),
  };
}

/** Which of the needs return anything at a time of the source's clock, in as few queries as can be. */
async function askEach(
  source: Source,
  {needs, at, query}: {needs: readonly Need[]; at: number; query: (need: Need) => string},
): Promise<{returned: Set<string>; warnings: number}> {
  const returned = new Set<string>();
  let warnings = 0;
  for (let start = 0; start < needs.length; start += batch) {
    const some = needs.slice(start, start + batch);
    const all = some.map((need, n) => `label_replace(group(${query(need)}), "n", "${n}", "", "")`).join(' or ');
    const form = {query: all, time: new Date(at).toISOString()};
    const {body} = await ask({...source, url: address(source, 'api/v1/query'), schema: Vector, form});
    warnings += body.warnings?.length ?? 0;
    for (const {metric} of body.data.result) {
      const need = some[Number(metric['n'])];
      if (need !== undefined) returned.add(need.expr);
    }
  }
  return {returned, warnings};
}

/** When Prometheus started, by its own clock; undefined for a compatible store that does not say. */
async function startOf(source: Source): Promise<number | undefined> {
  try {
    const {body} = await ask({...source, url: address(source, 'api/v1/status/runtimeinfo'), schema: RuntimeInfo});
    return Date.parse(body.data.startTime);
  } catch (error) {
    if (error instanceof AskError && error.reason === 'parse') return undefined;
    throw error;
  }
}

function address({url}: Source, path: string): URL {
  return new URL(path, url.endsWith('/') ? url : `${url}/`);
}
