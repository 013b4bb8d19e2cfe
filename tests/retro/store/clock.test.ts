import {expect, test} from 'vitest';
import {measureOffset} from '../../../src/retro/store/clock.ts';

test('takes half of the round trip for the way back', () => {
  expect(measureOffset({now: 10_000, roundTrip: 200, at: 4_000})).toBe(6_100);
  expect(measureOffset({now: 10_000, roundTrip: 0, at: 12_000})).toBe(-2_000);
});
