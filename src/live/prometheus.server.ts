import * as z from 'zod';
import type {MayBeAbsent} from '../catalog/contract.ts';
import {ask} from './ask.server.ts';
import {missing, needsOf, seriesOf, type Need} from './needs.ts';

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
  /** Series that the rule looks at and that did not exist when it was last evaluated. */
  readonly missing: readonly string[];
  /** Series of which a part is gone, because a target that gave them cannot be scraped. */
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
            health: z.string(),
            lastEvaluation: z.iso.datetime({offset: true}),
            alerts: z
              .array(z.object({state: z.enum(['firing', 'pending', 'inactive']), labels: Strings, activeAt: z.string()}))
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

interface Source {
  /** Base address, without `/api`. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly mayBeAbsent: readonly MayBeAbsent[];
  readonly signal?: AbortSignal;
}

/**
 * Reads every alerting rule and checks that the series behind it exist.
 *
 * Existence is asked for the moment of the rule's last evaluation, not for now: after a scrape recovers there is a moment in which the series
 * are back and the rule still stands on their absence. Asked for now, that moment would look quiet.
 * https://prometheus.io/docs/prometheus/latest/querying/api/
 * @throws {AskError}
 */
export async function readPrometheus(source: Source): Promise<PrometheusReading> {
  const {body, sourceTime} = await ask({...source, url: address(source, 'api/v1/rules?type=alert'), schema: Rules});
  let warnings = body.warnings?.length ?? 0;
  const rules: RuleReading[] = [];
  for (const {interval, rules: served} of body.data.groups) {
    const alerting = served.filter((rule) => rule.type === 'alerting');
    const needs = new Map(alerting.map((rule) => [rule, withWitnesses(needsOf(rule.query), rule.name, source.mayBeAbsent)]));
    const evaluated = alerting.map((rule) => Date.parse(rule.lastEvaluation)).filter((time) => time > 0);
    const existence = evaluated.length === 0 ? undefined : await askExistence(source, [...needs.values()], Math.min(...evaluated));
    warnings += existence?.warnings ?? 0;
    for (const rule of alerting) rules.push(readingOf(rule, {need: needs.get(rule), interval, sourceTime, existence}));
  }
  return {rules, warnings};
}

interface Existence {
  readonly exists: (series: string) => boolean;
  readonly isPartial: (series: string) => boolean;
  readonly warnings: number;
}

function readingOf(
  rule: ServedRule,
  {need, interval, sourceTime, existence}: {need: Need | undefined; interval: number; sourceTime: number; existence: Existence | undefined},
): RuleReading {
  const evaluatedAt = Date.parse(rule.lastEvaluation);
  return {
    alert: rule.name,
    labels: rule.labels,
    health: rule.health,
    intervalMs: interval * 1000,
    evaluatedMsAgo: evaluatedAt > 0 ? Math.max(0, sourceTime - evaluatedAt) : undefined,
    alerts: rule.alerts.flatMap(({state, labels, activeAt}) => (state === 'inactive' ? [] : [{state, labels, activeAt}])),
    missing: need === undefined || existence === undefined ? [] : missing(need, existence.exists),
    partial:
      need === undefined || existence === undefined
        ? []
        : seriesOf(need)
            .map(({series}) => series)
            .filter(existence.isPartial),
  };
}

/** Puts the witness in the place of a series that may be absent. */
function withWitnesses(need: Need, alert: string, mayBeAbsent: readonly MayBeAbsent[]): Need {
  if (need.kind !== 'series') return {...need, of: need.of.map((part) => withWitnesses(part, alert, mayBeAbsent))};
  const exception = mayBeAbsent.find((candidate) => candidate.alert === alert && candidate.metric === need.metric);
  return exception === undefined ? need : {kind: 'series', series: exception.witness, metric: undefined};
}

/** How many expressions one query holds. */
const batch = 40;

async function askExistence(source: Source, needs: readonly Need[], at: number): Promise<Existence> {
  const wanted = [...new Map(needs.flatMap(seriesOf).map((need) => [need.series, need])).values()];
  const found = await askEach(source, [...wanted.map(({series}) => series), 'up == 0'], at);
  // Only while some target cannot be scraped is it worth asking whose series have thinned.
  const selectors = wanted.filter(({metric}) => metric !== undefined).map(({series}) => series);
  const thinned = found.present.has('up == 0')
    ? await askEach(source, selectors, at, (series) => `present_over_time(${series}[1h]) and on (job, instance) (up == 0)`)
    : undefined;
  return {
    exists: (series) => found.present.has(series),
    isPartial: (series) => thinned?.present.has(series) ?? false,
    warnings: found.warnings + (thinned?.warnings ?? 0),
  };
}

/** Which of the expressions return anything at a time of the source's clock, in as few queries as can be. */
async function askEach(
  source: Source,
  expressions: readonly string[],
  at: number,
  wrap: (expression: string) => string = (expression) => expression,
): Promise<{present: ReadonlySet<string>; warnings: number}> {
  const present = new Set<string>();
  let warnings = 0;
  for (let start = 0; start < expressions.length; start += batch) {
    const some = expressions.slice(start, start + batch);
    const query = some.map((expression, n) => `label_replace(group(${wrap(expression)}), "n", "${n}", "", "")`).join(' or ');
    const form = {query, time: new Date(at).toISOString()};
    const {body} = await ask({...source, url: address(source, 'api/v1/query'), schema: Vector, form});
    warnings += body.warnings?.length ?? 0;
    for (const {metric} of body.data.result) {
      const expression = some[Number(metric['n'])];
      if (expression !== undefined) present.add(expression);
    }
  }
  return {present, warnings};
}

function address({url}: Source, path: string): URL {
  return new URL(path, url.endsWith('/') ? url : `${url}/`);
}
