import {expect, it} from 'vitest';
import {Ledger} from '../../../src/live/truth/ledger.ts';
import type {Verdict} from '../../../src/live/truth/truth.ts';

const at = Date.UTC(2026, 0, 1);
const ok: Verdict = {observedAt: at, validForMs: 5000, evidence: [], state: 'ok', value: {latencyMs: 3}};
const unknown: Verdict = {observedAt: at + 1000, validForMs: 5000, evidence: [], state: 'unknown', reason: 'timeout'};
const none = new Set<string>();
const of = (verdict: Verdict): Map<string, Verdict> => new Map([['a', verdict]]);

it('dates a state by its age', () => {
  const ledger = new Ledger();
  ledger.settle(of(ok), none);
  expect(ledger.live('a', at + 700)).toMatchObject({state: 'ok', observedAt: '2026-01-01T00:00:00.000Z', ageMs: 700});
  expect(ledger.live('b', at)).toBeUndefined();
});

it('remembers what was known before it became unknown, for as long as it is unknown', () => {
  const ledger = new Ledger();
  for (const verdict of [ok, unknown, unknown]) ledger.settle(of(verdict), none);
  expect(ledger.live('a', at)).toMatchObject({reason: 'timeout', lastKnown: {state: 'ok', observedAt: '2026-01-01T00:00:00.000Z'}});
  ledger.settle(of(ok), none);
  expect(ledger.live('a', at)).not.toHaveProperty('lastKnown');
});

it('counts what a reader would notice, and not a new age or latency', () => {
  const ledger = new Ledger();
  expect(ledger.settle(of(ok), none)).toBe(true);
  expect(ledger.settle(of({...ok, observedAt: at + 1000, value: {latencyMs: 9}}), none)).toBe(false);
  expect(ledger.settle(of(unknown), none)).toBe(true);
  expect(ledger.settle(of(unknown), new Set(['a']))).toBe(true);
  expect([ledger.version, ledger.changedAt('a')]).toEqual([3, 3]);
});
