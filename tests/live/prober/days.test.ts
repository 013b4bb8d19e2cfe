import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {dayMs, dayOf, missedTurns} from '../../../src/live/prober/days.ts';

const noon = Date.parse('2026-01-31T12:00:00Z');
const missed = (gapMs: number, everyMs: number): object => Object.fromEntries(missedTurns(noon, noon + gapMs, everyMs));

describe('missedTurns', () => {
  it('takes a late turn for no missing one', () => {
    expect([missed(30_000, 30_000), missed(40_000, 30_000), missed(0, 30_000), missed(-5000, 30_000)]).toEqual([{}, {}, {}, {}]);
    expect(missed(70_000, 30_000)).toEqual({'2026-01-31': 1});
  });

  it('counts every turn of a day that was slept through', () => {
    expect(missed(2 * dayMs, 30_000)).toEqual({'2026-01-31': 1439, '2026-02-01': 2880, '2026-02-02': 1440});
  });

  it('loses and invents none, wherever days end', () => {
    fc.assert(
      fc.property(fc.nat(10 * dayMs), fc.nat(30 * dayMs), fc.integer({min: 1000, max: dayMs}), (start, gap, every) => {
        const from = noon + start;
        const expected = new Map<string, number>();
        const all = Math.round(gap / every) - 1;
        fc.pre(all < 5000);
        for (let turn = 1; turn <= all; turn++) {
          const day = dayOf(from + turn * every);
          expected.set(day, (expected.get(day) ?? 0) + 1);
        }
        expect(missedTurns(from, from + gap, every)).toEqual(expected);
      }),
    );
  });
});
