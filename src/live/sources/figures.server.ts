import * as z from 'zod';
import {milliseconds} from '../../catalog/duration.ts';
import type {NamedQuery} from '../../catalog/queries.ts';
import type {Series} from '../state.ts';
import type {Figure, Outside} from './adapter.ts';
import {apiAddress} from './existence.server.ts';
import {AskError} from './reading.ts';

// Nothing that is not a number goes further, not even into an error.
const Sample = z.tuple([z.number(), z.string().regex(/^([+-]?Inf|NaN|[+-]?[\d.]+(e[+-]?\d+)?)$/i)]);
const Instant = z.object({
  status: z.literal('success'),
  data: z.discriminatedUnion('resultType', [
    z.object({resultType: z.literal('vector'), result: z.array(z.object({value: Sample}))}),
    z.object({resultType: z.literal('scalar'), result: Sample}),
  ]),
  warnings: z.array(z.string()).optional(),
});
const Matrix = z.object({
  status: z.literal('success'),
  data: z.object({resultType: z.literal('matrix'), result: z.array(z.object({values: z.array(Sample)}))}),
  warnings: z.array(z.string()).optional(),
});

/**
 * Asks Prometheus for one figure, and for its history where the query has a range. The range ends on a whole step, so that every reader and
 * every proxy asks the same question within one step.
 * @throws {AskError}
 */
export async function readFigure({base, named}: {readonly base: string; readonly named: NamedQuery}, outside: Outside): Promise<Figure> {
  const {query, expr} = named;
  if (expr === undefined || !('expr' in query)) throw new Error(`${named.name} is not asked of Prometheus`);
  const {figure, sourceTime} = await askInstant({base, expr}, outside);
  if (query.range === undefined) return {figure};
  const stepMs = milliseconds(query.step);
  // By the source's clock: ours may be wrong.
  const endMs = Math.floor(sourceTime / stepMs) * stepMs;
  const startMs = endMs - Math.floor(milliseconds(query.range) / stepMs) * stepMs;
  const url = apiAddress(base, 'query_range', {
    query: expr,
    start: String(startMs / 1000),
    end: String(endMs / 1000),
    step: String(stepMs / 1000),
  });
  const {body} = await outside.json(url, Matrix);
  whole(body);
  const {result} = body.data;
  if (result.length > 1) throw new AskError('parse', `${result.length} series, expected one`);
  return {figure, series: {...seriesOf(result[0]?.values ?? [], {startMs, endMs, stepMs}), latestMs: sourceTime}};
}

/**
 * Asks for one number now.
 * @throws {AskError} `no-series` when there is none, or it is not a number, such as nothing divided by nothing.
 */
export async function askInstant(
  {base, expr}: {readonly base: string; readonly expr: string},
  outside: Outside,
): Promise<{figure: number; sourceTime: number}> {
  const {body, sourceTime} = await outside.json(apiAddress(base, 'query', {query: expr}), Instant);
  whole(body);
  const {data} = body;
  const values = data.resultType === 'scalar' ? [data.result] : data.result.map(({value}) => value);
  if (values.length > 1) throw new AskError('parse', `${values.length} series, expected one`);
  const figure = Number(values[0]?.[1] ?? Number.NaN);
  if (values.length === 0 || !Number.isFinite(figure))
    throw new AskError('no-series', values.length === 0 ? 'no result' : `the result is ${values[0]?.[1]}`);
  return {figure, sourceTime};
}

function whole({warnings}: {readonly warnings?: readonly string[] | undefined}): void {
  if ((warnings?.length ?? 0) > 0) throw new AskError('partial', `${warnings?.length} warnings`);
}

/** A gap in a range is only a missing time: it becomes a null, so that no line is drawn across it. */
function seriesOf(
  values: readonly (readonly [number, string])[],
  {startMs, endMs, stepMs}: {startMs: number; endMs: number; stepMs: number},
): Series {
  const at = new Map(values.map(([seconds, value]) => [Math.round((seconds * 1000 - startMs) / stepMs), Number(value)]));
  const points = Array.from({length: (endMs - startMs) / stepMs + 1}, (_, n) => {
    const value = at.get(n);
    return value !== undefined && Number.isFinite(value) ? value : null;
  });
  return {startMs, stepMs, points};
}
