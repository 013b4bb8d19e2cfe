import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {needsOf} from '../../src/live/sources/needs.ts';
import {knownRules, knownSeries} from '../support/known-rules.ts';
import {startHistory} from '../support/history.ts';

const minute = 60;
const now = Math.floor(Date.now() / 1000 / minute) * minute;
let base: string;
let prometheus: Awaited<ReturnType<typeof startHistory>> | undefined;

/** Two hours of every series, a sample a minute. */
function openMetrics(): string {
  const lines = knownSeries.flatMap(([series, value, perMinute = 0]) =>
    Array.from({length: 121}, (_, n) => {
      const change = perMinute === 'wobble' ? n % 2 : (n - 120) * perMinute;
      return `${series} ${value + change} ${now + (n - 120) * minute}`;
    }),
  );
  return `${lines.join('\n')}\n# EOF\n`;
}

beforeAll(async () => {
  prometheus = await startHistory(openMetrics());
  base = prometheus.url;
});
afterAll(async () => prometheus?.end());

async function returns(query: string): Promise<boolean> {
  const url = `${base}/api/v1/query?${new URLSearchParams({query, time: String(now)}).toString()}`;
  const answer = (await (await fetch(url)).json()) as {status: string; error?: string; data?: {result: unknown[]}};
  if (answer.data === undefined) throw new Error(`${query}: ${answer.error}`);
  return answer.data.result.length > 0;
}

/** The needs of an expression that return nothing. */
async function missing(expr: string): Promise<string[]> {
  const asked = needsOf(expr).map(async (need) => ((await returns(`group(${need.ask ?? need.expr})`)) ? [] : [need.expr]));
  return (await Promise.all(asked)).flat();
}

describe('needsOf', () => {
  it.each(knownRules)('asks for nothing that a healthy system does not have: $alert', async ({expr}) => {
    expect(await returns(expr)).toBe(false);
    expect(await missing(expr)).toEqual([]);
  });

  it.each([
    ['rate(requests_total[30s]) > 10', ['rate(requests_total[30s])']],
    ['count(rate(requests_total[30s]) > 10) > 0', ['rate(requests_total[30s])']],
    ['backlog > 1000 and backlog offset 1d > 1', ['backlog offset 1d']],
    ['backlog < backlog offset 1d < 5', ['backlog offset 1d']],
    ['requests_total / on (job) backlog > 1', ['requests_total / on (job) backlog']],
    ['100 * count(down == 0) / count(down) > 10', ['down', 'count(down)']],
    ['backlog > scalar(down) * 2', ['scalar(down) * 2', 'down']],
  ])('asks for what %s lacks', async (expr, lacks) => {
    expect(await missing(expr)).toEqual(lacks);
  });

  it('does not take NaN for data: a share of nothing cannot be compared', async () => {
    const share = 'rate(quiet_errors_total[5m]) / rate(quiet_requests_total[5m])';
    expect(await returns(share)).toBe(true);
    expect(await missing(`${share} > 0.01`)).toEqual([share]);
    expect(await missing(`sum(${share}) > 0.01`)).toEqual([`sum(${share})`]);
  });
});
