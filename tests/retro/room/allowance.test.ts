import {expect, it} from 'vitest';
import {createAllowance} from '../../../src/retro/room/allowance.ts';

it('gives so much at once, and so much a second afterwards, never more', () => {
  let now = 0;
  const {take} = createAllowance({atOnce: 10, perSecond: 2, now: () => now});
  expect([take(10), take(1)]).toEqual([true, false]);
  now = 1000;
  expect([take(2), take(1)]).toEqual([true, false]);
  now = 1_000_000;
  expect([take(11), take(10), take(1)]).toEqual([false, true, false]);
});
