import {expect, test} from 'vitest';
import {waitAfter} from '../../../src/retro/store/socket.ts';

test('waits twice as long after each failure, at most half a minute, and not all at once', () => {
  expect([0, 1, 2, 3, 4, 5, 20].map((failures) => waitAfter(failures, 1))).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect([0, 5].map((failures) => waitAfter(failures, 0))).toEqual([500, 15_000]);
});
