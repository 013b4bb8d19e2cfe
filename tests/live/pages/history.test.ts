import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {barsOf, failedShare, readHistory, sumUp} from '../../../src/live/pages/history.ts';

const now = Date.UTC(2026, 10, 21, 18);
const day = {day: '2026-11-20', ok: 90, failed: 10, missing: 0};

/** A gateway that answers every request with this; gives the addresses that were asked. */
async function gateway(answer: RequestListener): Promise<string[]> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  const real = fetch;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => real(`http://127.0.0.1:${port}${path}`, init));
  onTestFinished(() => {
    vi.unstubAllGlobals();
    server.close();
  });
  return asked;
}

describe('the history of a probe', () => {
  it('has a bar for each of 90 days, and a day without results is missing, never good', () => {
    const bars = barsOf([day], now);
    expect([bars.length, bars[0]?.day, bars.at(-1)?.day]).toEqual([90, '2026-08-24', '2026-11-21']);
    expect(bars.at(-2)).toEqual(day);
    expect(bars.at(-1)).toEqual({day: '2026-11-21', ok: 0, failed: 0, missing: 1});
  });

  it('says how many days had failures, which was the worst, and how many nobody saw whole', () => {
    expect(sumUp(barsOf([day, {...day, day: '2026-11-21', failed: 1}], now))).toEqual({
      days: 90,
      withFailures: 2,
      notWhole: 88,
      worst: {day: '2026-11-20', share: 0.1},
    });
    expect(failedShare({day: '', ok: 0, failed: 0, missing: 5})).toBe(0);
  });

  it('is asked for in one request for all probes of a page', async () => {
    const asked = await gateway((_, response) => response.end(JSON.stringify({items: {'probe:a': [day], 'probe:b': []}})));
    const read = await readHistory(['a', 'b'], AbortSignal.timeout(5000));
    expect(read).toEqual({
      kind: 'read',
      probes: new Map([
        ['a', [day]],
        ['b', []],
      ]),
    });
    expect(asked).toEqual(['/_status/v1/history?ids=probe%3Aa%2Cprobe%3Ab']);
  });

  it.each([
    ['an error', (_: unknown, response: {writeHead: (code: number) => {end: () => void}}) => response.writeHead(503).end()],
    ['no JSON', (_: unknown, response: {end: (body: string) => void}) => response.end('<html>')],
    ['another shape', (_: unknown, response: {end: (body: string) => void}) => response.end('{"items": {"probe:a": [{"day": 1}]}}')],
  ])('is lost when the server answers with %s', async (_name, answer) => {
    await gateway(answer);
    expect(await readHistory(['a'], AbortSignal.timeout(5000))).toEqual({kind: 'lost'});
  });
});
