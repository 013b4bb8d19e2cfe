import fc from 'fast-check';
import {expect, it} from 'vitest';
import {states, worstState, type State} from '../../../src/live/state.ts';
import type {Verdict} from '../../../src/live/truth/checks.ts';
import {rollUp} from '../../../src/live/truth/roll-up.ts';
import {now} from '../../support/readings.ts';

const part = (state: State, evidence: Verdict['evidence'] = []): Verdict => {
  const dated = {observedAt: now, validForMs: 1000, evidence};
  return state === 'unknown' ? {...dated, state, reason: 'stale'} : {...dated, state, value: {}};
};
const roll = (parts: readonly State[]): State =>
  rollUp(
    parts.map((state) => ['x', part(state)]),
    now,
  ).state;

it('is unknown for nothing', () => {
  expect(rollUp([], now)).toMatchObject({state: 'unknown', reason: 'not-configured'});
});

it('is the worst of its parts', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...states), {minLength: 1}), (parts) => {
      expect(roll(parts)).toBe(worstState(parts));
    }),
  );
});

it('never gets greener by knowing less: of any part, of all, or of one more', () => {
  const rank = (state: State): number => states.indexOf(state);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...states), {minLength: 1}), fc.nat(), (parts, n) => {
      const lost = parts.map((state, at) => (at === n % parts.length ? ('unknown' as const) : state));
      for (const after of [roll(lost), roll([...parts, 'unknown']), roll(parts.map(() => 'unknown'))]) {
        // What is left may still be firing or down. Anything better than unknown would be a claim that nobody makes.
        expect(rank(after)).toBeLessThanOrEqual(rank('unknown'));
      }
    }),
  );
});

it('expires with the first of its parts', () => {
  const parts = [
    ['a', {...part('ok'), observedAt: now - 5000, validForMs: 6000}],
    ['b', {...part('ok'), validForMs: 60_000}],
  ] as const;
  expect(rollUp(parts, now)).toMatchObject({observedAt: now - 5000, validForMs: 6000});
});

it('tells what failed part by part, and counts what held', () => {
  const good = {source: 'prometheus', check: 'answers', ok: true};
  const bad = {source: 'prometheus', check: 'has-series', ok: false, detail: 'no-series: up'};
  const slow = {source: 'prometheus', check: 'latency', ok: true, detail: 'scrape=60 delivery=1'};
  const quick = {source: 'prometheus', check: 'latency', ok: true, detail: 'scrape=15 delivery=1 for=900'};
  const {evidence} = rollUp(
    [
      ['alert:A', part('ok', [good, quick])],
      ['alert:B', part('unknown', [good, bad, slow])],
    ],
    now,
  );
  expect(evidence).toEqual([{...bad, check: 'alert:B/has-series'}, {...good, detail: '2 of 2'}, slow]);
});

it('keeps the evidence of a hundred broken parts readable', () => {
  const bad = (n: number) => ({source: 'prometheus', check: 'has-series', ok: false, detail: `no-series: up${n}`});
  const gone = {source: 'alertmanager', check: 'answers', ok: false, detail: 'timeout: no answer'};
  const all = (evidence: (n: number) => Verdict['evidence']) =>
    rollUp(
      Array.from({length: 100}, (_, n) => [`alert:A${n}`, part('unknown', evidence(n))] as const),
      now,
    );
  expect(all(() => [gone]).evidence).toEqual([gone]);
  const {evidence} = all((n) => [bad(n)]);
  expect(evidence).toHaveLength(31);
  expect(evidence.at(-1)).toMatchObject({check: 'more', detail: '70'});
});
