import {afterEach, expect, test, vi} from 'vitest';
import {createAsks, readAnswer} from '../../../src/retro/store/asks.ts';

afterEach(() => vi.useRealTimers());

test('gives each ask its own answer', async () => {
  const sent: string[] = [];
  const asks = createAsks((payload) => sent.push(payload));
  const [first, second] = [asks.ask({kind: 'time'}), asks.ask({kind: 'pass', to: 'a'})];
  asks.hear({kind: 'refused', to: 2, why: 'not-leader'});
  asks.hear({kind: 'done', to: 1, now: 5});
  expect(await first).toEqual({kind: 'done', to: 1, now: 5});
  expect(await second).toEqual({kind: 'refused', to: 2, why: 'not-leader'});
  expect(sent).toEqual(['{"kind":"time","number":1}', '{"kind":"pass","to":"a","number":2}']);
});

test('waits no longer than ten seconds, and not at all once the connection is gone', async () => {
  vi.useFakeTimers();
  const asks = createAsks(() => undefined);
  const [late, dropped] = [asks.ask({kind: 'time'}), asks.ask({kind: 'time'})];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await late).toBe(undefined);
  asks.drop();
  expect(await dropped).toBe(undefined);
});

test('reads no answer out of anything else', () => {
  expect(readAnswer('{"kind":"you","member":"m","now":1,"hasKey":true}')).toEqual({kind: 'you', member: 'm', now: 1, hasKey: true});
  expect(readAnswer('{"kind":"refused","to":1,"why":"of a newer server"}')).toEqual({kind: 'refused', to: 1, why: 'malformed'});
  for (const payload of ['', 'null', '[]', '{"kind":"you"}', '{"kind":"done","to":"1","now":1}', '{"kind":"news"}'])
    expect(readAnswer(payload)).toBe(undefined);
});
