import type {NamedQuery} from '../../catalog/queries.ts';
import type {Figure} from '../sources/adapter.ts';
import type {PrometheusReading} from '../sources/prometheus.server.ts';
import type {Reading} from '../sources/reading.ts';
import type {Budget, Known} from '../state.ts';
import {Checks, delivery, grace, type Verdict} from './checks.ts';

interface Options<T> {
  readonly reading: Reading<T> | undefined;
  /** The Prometheus that it comes from, looked at in every round; undefined for a figure that comes from elsewhere. */
  readonly prometheus?: {readonly reading: Reading<PrometheusReading> | undefined | null; readonly needs: readonly string[]};
  readonly source: string;
  readonly everyMs: number;
  readonly now: number;
}

/**
 * What stands behind any figure: an answer that is not too old, and, from round to round, the series that it was computed from. A figure is
 * asked for now and then only; that its source has gone silent shows at once.
 */
function checkFigure<T>({reading, prometheus, source, everyMs, now}: Options<T>): {checks: Checks; read: T | undefined; dated: Dated} {
  const checks = new Checks();
  if (prometheus !== undefined) {
    const served = checks.reading(source, prometheus.reading, {now});
    if (served !== undefined) {
      const gone = prometheus.needs.filter((need) => served.now.missing.has(need));
      const unasked = prometheus.needs.filter((need) => !served.now.asked.has(need));
      if (gone.length > 0) checks.add(source, 'has-data', {reason: 'no-series', detail: [...new Set(gone)].join(', ')});
      else checks.add(source, 'has-data', unasked.length > 0 ? {reason: 'never-seen', detail: 'not looked for yet'} : undefined);
      const thin = prometheus.needs.filter((need) => served.now.partial.has(need));
      // Of series that are not there, nothing says whose targets they would be.
      if (thin.length > 0) checks.add(source, 'all-targets-scraped', {reason: 'partial', detail: [...new Set(thin)].join(', ')});
      else if (gone.length + unasked.length === 0) checks.add(source, 'all-targets-scraped');
      // Of a source that repeats itself, or no longer evaluates, nothing is believed.
      const ages = served.rules.flatMap(({evaluatedMsAgo, intervalMs}) =>
        evaluatedMsAgo === undefined ? [] : [evaluatedMsAgo - 3 * intervalMs],
      );
      const late = Math.min(...ages) + (now - (prometheus.reading?.at ?? now)) > grace;
      if (ages.length > 0) checks.add(source, 'evaluates', late ? {reason: 'stale', detail: ''} : undefined);
      const warnings = served.now.warnings;
      checks.add(source, 'whole-answer', warnings === 0 ? undefined : {reason: 'partial', detail: `${warnings} warnings`});
    }
  }
  const validForMs = 3 * everyMs + grace + delivery;
  // Its own failure is told as its own, also when its source answers otherwise.
  const read =
    prometheus === undefined
      ? checks.reading(source, reading, {now, limit: validForMs})
      : ownAnswer(checks, {source, reading, now, validForMs});
  return {checks, read, dated: {observedAt: reading?.at ?? now, validForMs}};
}

interface Dated {
  readonly observedAt: number;
  readonly validForMs: number;
}

function ownAnswer<T>(
  checks: Checks,
  {source, reading, now, validForMs}: {source: string; reading: Reading<T> | undefined; now: number; validForMs: number},
): T | undefined {
  if (reading?.kind === 'read') {
    const old = now - reading.at > validForMs;
    checks.add(source, 'gives-figure', old ? {reason: 'stale', detail: `${Math.round((now - reading.at) / 1000)} s ago`} : undefined);
    return reading.value;
  }
  const [reason, detail] = reading === undefined ? (['never-seen', 'not asked yet'] as const) : ([reading.reason, reading.detail] as const);
  checks.add(source, 'gives-figure', {reason, detail});
  return undefined;
}

/** Judges a figure by its bounds; without bounds it is ok while it is known. */
export function judgeFigure(query: NamedQuery['query'], options: Options<Figure>): Verdict {
  const {checks, read, dated} = checkFigure(options);
  if (read?.saidAt !== undefined && read.maxAgeMs !== undefined) checks.saidLately(options.source, read.saidAt, read.maxAgeMs);
  if (read === undefined || checks.reasons.length > 0) return checks.unknown(dated.observedAt, dated.validForMs);
  const {figure, series} = read;
  const outside = (bound: {above?: number | undefined; below?: number | undefined} | undefined): boolean =>
    bound !== undefined && ((bound.above !== undefined && figure > bound.above) || (bound.below !== undefined && figure < bound.below));
  const state: Known['state'] = outside(query.down) ? 'down' : outside(query.degraded) ? 'degraded' : 'ok';
  return {...dated, evidence: checks.evidence, state, value: {figure, ...(series !== undefined && {series})}};
}

/** Burn rates from which a budget of a month is in danger: 2 % of it in an hour, 5 % in six. https://sre.google/workbook/alerting-on-slos/ */
const fastBurn = [
  {windowMs: 3_600_000, rate: 14.4},
  {windowMs: 21_600_000, rate: 6},
];

/** Judges an error budget: degraded once nothing is left of it, or while it is spent so fast that soon nothing will be. */
export function judgeBudget(options: Options<Budget>): Verdict {
  const {checks, read, dated} = checkFigure(options);
  if (read === undefined || checks.reasons.length > 0) return checks.unknown(dated.observedAt, dated.validForMs);
  const days = (ms: number): string => `${Math.round(ms / 8_640_000) / 10} d`;
  const whole = read.coveredMs >= read.windowMs;
  checks.add(options.source, 'covers-window', whole ? undefined : {detail: `${days(read.coveredMs)} of ${days(read.windowMs)}`});
  const burning = fastBurn.some((limit) => read.burn.some(({windowMs, rate}) => windowMs === limit.windowMs && rate >= limit.rate));
  const state = read.remaining <= 0 || burning ? 'degraded' : 'ok';
  return {...dated, evidence: checks.evidence, state, value: {budget: read}};
}
