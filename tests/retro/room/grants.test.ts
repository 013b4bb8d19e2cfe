import {expect, it} from 'vitest';
import {createGrants} from '../../../src/retro/room/grants.ts';

it('gives everybody their own allowance', () => {
  let now = 0;
  const {take} = createGrants({atOnce: 2, perSecond: 1 / 60, now: () => now});
  expect(['a', 'a', 'a', 'b'].map(take)).toEqual([true, true, false, true]);
  now = 60_000;
  expect(['a', 'a'].map(take)).toEqual([true, false]);
});
