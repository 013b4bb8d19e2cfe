import {afterAll, beforeAll, expect, it} from 'vitest';
import {Reach} from '../../src/catalog/live-contract.ts';
import {openOutside} from '../../src/live/sources/outside.server.ts';
import {readBudget, type BudgetMemory, type Objective} from '../../src/live/sources/budgets.server.ts';
import {readFigure} from '../../src/live/sources/figures.server.ts';
import {startHistory} from '../support/history.ts';

const day = 86_400;
const step = 300;
const now = Math.floor(Date.now() / 1000 / step) * step;
const outside = openOutside({
  name: 'prometheus',
  reach: Reach.parse({allowPrivate: true, timeout: '20s'}),
  env: () => undefined,
  signal: new AbortController().signal,
});
let base: string;
let prometheus: Awaited<ReturnType<typeof startHistory>> | undefined;

/** Counters of 30 days, a sample every 5 minutes: 1000 requests each, 4 of 10,000 failing, in the last 6 hours 1 of 100. */
function openMetrics(): string {
  const lines = {good: [] as string[], bad: [] as string[], young: [] as string[]};
  let [good, bad] = [0, 0];
  for (let at = now - 30 * day - step; at <= now; at += step) {
    const failing = at > now - 6 * 3600 ? 10 : 0.4;
    good += 1000 - failing;
    bad += failing;
    lines.good.push(`http_requests_total{service="lending-api",code="200"} ${good} ${at}`);
    lines.bad.push(`http_requests_total{service="lending-api",code="500"} ${bad.toFixed(1)} ${at}`);
    if (at > now - 3 * day && !(at > now - 2 * day && at < now - day)) lines.young.push(`jobs_total ${good} ${at}`);
  }
  return `# TYPE http_requests counter\n${[...lines.good, ...lines.bad].join('\n')}\n# TYPE jobs counter\n${lines.young.join('\n')}\n# EOF\n`;
}

beforeAll(async () => {
  prometheus = await startHistory(openMetrics());
  base = prometheus.url;
});
afterAll(async () => prometheus?.end());

const all = 'http_requests_total{service="lending-api"}';
const objective: Objective = {
  indicator: {good: 'http_requests_total{service="lending-api",code!~"5.."}', total: all, counter: true},
  target: 0.999,
  windowMs: 30 * day * 1000,
};
const budget = async (given: Partial<Objective> = {}) =>
  readBudget({base, name: 'x', objective: {...objective, ...given}, memory: new Map()}, outside);

it('computes what is left, how fast it burns, and when nothing will be left', async () => {
  const {remaining, burn, coveredMs, exhaustedInMs} = await budget();
  // 6 hours of 1 % and 714 hours of 0.04 %, of 0.1 % allowed.
  const spent = (6 * 0.01 + 714 * 0.0004) / 720 / 0.001;
  expect(remaining).toBeCloseTo(1 - spent, 1);
  expect(burn.map(({windowMs}) => windowMs / 3_600_000)).toEqual([1, 6, 24, 72]);
  const rates = burn.map(({rate}) => rate);
  expect(rates[0]).toBeCloseTo(10, 0);
  expect(rates[1]).toBeCloseTo(10, 0);
  expect(rates[2]).toBeCloseTo((6 * 0.01 + 18 * 0.0004) / 24 / 0.001, 0);
  expect(coveredMs / objective.windowMs).toBeGreaterThan(0.99);
  expect((exhaustedInMs ?? 0) / 1000 / day).toBeCloseTo((remaining * 30) / (rates[1] ?? 1), 1);
});

it('gives the same from bad events as from good ones', async () => {
  const bad = await budget({indicator: {bad: 'http_requests_total{service="lending-api",code=~"5.."}', total: all, counter: true}});
  expect(bad.remaining).toBeCloseTo((await budget()).remaining, 5);
});

it('counts events that never happened as none, and a metric that is gone as nothing known', async () => {
  const never = await budget({indicator: {bad: 'http_requests_total{service="lending-api",code="418"}', total: all, counter: true}});
  expect(never.remaining).toBe(1);
  const gone = budget({indicator: {bad: 'http_errors_total', total: all, counter: true}});
  await expect(gone).rejects.toMatchObject({reason: 'no-series'});
  const nothing = budget({indicator: {good: 'x', total: 'y', counter: true}});
  await expect(nothing).rejects.toMatchObject({reason: 'no-series'});
});

it('says how much of the window has data, gaps left out', async () => {
  const young = await budget({indicator: {good: 'jobs_total', total: 'jobs_total', counter: true}});
  expect(young.coveredMs / 1000 / day).toBeCloseTo(2, 0);
});

it('forgives nothing because the history is gone', async () => {
  const memory: BudgetMemory = new Map();
  const read = async (given: Objective) => readBudget({base, name: 'x', objective: given, memory}, outside);
  const {remaining} = await read(objective);
  expect(remaining).toBeLessThan(1);
  for (const [name, kept] of memory) memory.set(name, {...kept, until: 0});
  // Three days of the same events without a fault in the place of thirty.
  const young = {...objective, indicator: {good: 'jobs_total', total: 'jobs_total', counter: true}};
  await expect(read(young)).rejects.toMatchObject({reason: 'partial'});
  for (const [name, kept] of memory) memory.set(name, {...kept, known: {coveredMs: kept.known.coveredMs, remaining: 1}});
  expect((await read(young)).remaining).toBe(1);
});

it('gives a history of equal steps, with gaps where there were no data', async () => {
  const query = {
    name: 'x',
    title: {en: 'x', ja: 'x'},
    expr: 'sum(rate(jobs_total[15m]))',
    params: {},
    range: '4d',
    step: '1h',
    every: '15s',
  };
  const {figure, series} = await readFigure({base, named: {name: 'x', query, expr: query.expr}}, outside);
  expect(figure).toBeCloseTo(3.3, 1);
  expect(series?.points).toHaveLength(97);
  const known = (series?.points ?? []).map((point) => point !== null);
  expect(known.slice(0, 20)).not.toContain(true);
  expect(known.slice(50, 68)).not.toContain(true);
  expect(known.slice(30, 46)).not.toContain(false);
  expect((series?.startMs ?? 1) % 3_600_000).toBe(0);
});

it('refuses an answer of several series, and one that is no number', async () => {
  const ask = async (expr: string) =>
    readFigure(
      {base, named: {name: 'x', expr, query: {name: 'x', title: {en: 'x', ja: 'x'}, expr, params: {}, step: '1m', every: '15s'}}},
      outside,
    );
  await expect(ask(all)).rejects.toMatchObject({reason: 'parse'});
  await expect(ask('vector(0) / 0')).rejects.toMatchObject({reason: 'no-series'});
  await expect(ask('1 + 1')).resolves.toEqual({figure: 2});
  await expect(ask('nothing')).rejects.toMatchObject({reason: 'no-series'});
});
