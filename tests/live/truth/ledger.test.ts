import {expect, it} from 'vitest';
import {Ledger} from '../../../src/live/truth/ledger.ts';
import type {Verdict} from '../../../src/live/truth/checks.ts';

const at = Date.UTC(2026, 0, 1);
const ok: Verdict = {observedAt: at, validForMs: 5000, evidence: [], state: 'ok', value: {latencyMs: 3}};
const unknown: Verdict = {observedAt: at + 1000, validForMs: 5000, evidence: [], state: 'unknown', reason: 'timeout'};
const none = new Set<string>();
const of = (verdict: Verdict): Map<string, Verdict> => new Map([['a', verdict]]);

it('dates a state by its age', () => {
  const ledger = new Ledger();
  ledger.settle(of(ok), none);
  expect(ledger.live('a', at + 700)).toMatchObject({state: 'ok', ageMs: 700});
  expect(ledger.live('b', at)).toBeUndefined();
});

it('remembers what was known before it became unknown, for as long as it is unknown', () => {
  const ledger = new Ledger();
  for (const verdict of [ok, unknown, unknown]) ledger.settle(of(verdict), none);
  expect(ledger.live('a', at)).toMatchObject({reason: 'timeout', lastKnown: {state: 'ok'}});
  ledger.settle(of(ok), none);
  expect(ledger.live('a', at)).not.toHaveProperty('lastKnown');
});

it('counts what a reader would notice, and not a new age or latency', () => {
  const ledger = new Ledger();
  expect(ledger.settle(of(ok), none).changed).toBe(true);
  expect(ledger.settle(of({...ok, observedAt: at + 1000, value: {latencyMs: 9}}), none).changed).toBe(false);
  expect(ledger.settle(of(unknown), none)).toEqual({changed: true, turned: [{id: 'a', from: 'ok', to: 'unknown timeout'}]});
  expect(ledger.settle(of(unknown), new Set(['a'])).changed).toBe(true);
  expect([ledger.version, ledger.changedAt('a')]).toEqual([3, 3]);
});

it('calls the same figure with the same history no news, although it was asked later', () => {
  const ledger = new Ledger();
  const figure = (latestMs: number, first = 1): Verdict => ({
    ...ok,
    value: {figure: 2, series: {startMs: 0, stepMs: 60_000, points: [first, 2], latestMs}},
  });
  ledger.settle(of(figure(60_500)), none);
  expect(ledger.settle(of(figure(75_500)), none).changed).toBe(false);
  expect(ledger.settle(of(figure(75_500, 3)), none).changed).toBe(true);
});

it('tells a state anew that a reader may have seen expire before it was judged again', () => {
  const ledger = new Ledger();
  ledger.settle(of(ok), none);
  expect(ledger.live('a', at + 5001)).toMatchObject({state: 'unknown', reason: 'stale', lastKnown: {state: 'ok'}});
  expect(ledger.settle(of({...ok, observedAt: at + 5500}), none)).toEqual({changed: true, turned: []});
  expect(ledger.settle(of({...ok, observedAt: at + 6000}), none).changed).toBe(false);
});

it('tells the time of an observation by the clock of the machine, whatever the clock of the gateway says', () => {
  const ledger = new Ledger();
  ledger.settle(of(ok), none);
  const told = ledger.live('a', at + 60_000);
  expect(Math.abs(Date.now() - 60_000 - Date.parse(told?.observedAt ?? ''))).toBeLessThan(1000);
});
