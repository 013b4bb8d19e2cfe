import {parser} from '@prometheus-io/lezer-promql';
import * as z from 'zod';
import type {OpenSlo} from './contract.ts';
import {promqlFault} from './promql.ts';

/** What an objective counts, as PromQL. Exactly one of `good` and `bad`. */
export interface Indicator {
  readonly good?: string;
  readonly bad?: string;
  readonly total: string;
  /** Counters only ever rise; otherwise the expression says how many events came, over and over. */
  readonly counter: boolean;
}

const Metric = z.looseObject({
  metricSource: z.looseObject({type: z.literal('Prometheus').optional(), spec: z.looseObject({query: z.string().min(1)})}),
});
const Ratio = z.looseObject({
  spec: z.looseObject({
    ratioMetric: z.looseObject({counter: z.boolean().default(true), good: Metric.optional(), bad: Metric.optional(), total: Metric}),
  }),
});

/**
 * The ratio of an OpenSLO objective, where this handbook can compute it: good or bad events among all, from Prometheus. Undefined for others,
 * which then are not vouched for. https://github.com/OpenSLO/OpenSLO#service-level-indicator-sli
 */
export function indicatorOf(slo: OpenSlo): Indicator | undefined {
  const result = Ratio.safeParse(slo.spec.indicator);
  if (!result.success) return undefined;
  const {good, bad, total, counter} = result.data.spec.ratioMetric;
  const query = (metric: z.output<typeof Metric> | undefined): string | undefined => metric?.metricSource.spec.query.trim();
  const indicator = {
    total: query(total) ?? '',
    counter,
    ...(good !== undefined && {good: query(good) ?? ''}),
    ...(bad !== undefined && good === undefined && {bad: query(bad) ?? ''}),
  };
  if (indicator.good === undefined && indicator.bad === undefined) return undefined;
  const parts = [indicator.good ?? indicator.bad ?? '', indicator.total];
  // The rise of a sum hides a counter that begins anew; only a selector can be asked for its rise.
  return parts.every((expr) => (counter ? isSelector(expr) : true)) ? indicator : undefined;
}

/** The PromQL of an indicator, for the parser. */
export function queriesOf(slo: OpenSlo): string[] {
  const result = Ratio.safeParse(slo.spec.indicator);
  if (!result.success) return [];
  const {good, bad, total} = result.data.spec.ratioMetric;
  return [good, bad, total].flatMap((metric) => metric?.metricSource.spec.query.trim() ?? []);
}

function isSelector(expr: string): boolean {
  if (promqlFault(expr) !== undefined) return false;
  const {topNode} = parser.parse(expr);
  return topNode.firstChild?.name === 'VectorSelector' && topNode.firstChild.to === topNode.lastChild?.to;
}
