import {expect, it} from 'vitest';
import {passed, timeLeft} from '../../../../src/retro/ui/head/time-left.ts';

it.each([
  [180_000, {isOver: false, said: '3:00'}],
  [59_001, {isOver: false, said: '1:00'}],
  [0, {isOver: false, said: '0:00'}],
  [-130_000, {isOver: true, said: '2:10'}],
])('says %i ms', (left, said) => {
  expect(timeLeft(1_000_000 + left, 1_000_000)).toEqual(said);
});

it('tells the last minute and the end once each, also after a long sleep', () => {
  expect(passed(100_000, {from: 39_000, to: 40_000})).toBe('minute');
  expect(passed(100_000, {from: 40_000, to: 41_000})).toBeUndefined();
  expect(passed(100_000, {from: 99_900, to: 100_100})).toBe('end');
  expect(passed(100_000, {from: 0, to: 900_000})).toBe('end');
  expect(passed(100_000, {from: 100_000, to: 101_000})).toBeUndefined();
});
