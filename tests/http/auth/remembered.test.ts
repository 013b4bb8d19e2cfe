import {expect, it, vi} from 'vitest';
import {Remembered} from '../../../src/http/auth/remembered.ts';

it('forgets at its time', () => {
  vi.useFakeTimers({now: 1000});
  const values = new Remembered<number>(2);
  values.set('a', 1, 2000);
  expect(values.get('a')).toBe(1);
  vi.setSystemTime(2000);
  expect(values.get('a')).toBeUndefined();
  vi.useRealTimers();
});

it('holds no more than it may, and lets go of what was not asked for the longest', () => {
  const values = new Remembered<number>(2);
  const until = Date.now() + 60_000;
  values.set('a', 1, until);
  values.set('b', 2, until);
  values.get('a');
  values.set('c', 3, until);
  expect([values.size, values.get('a'), values.get('b'), values.get('c')]).toEqual([2, 1, undefined, 3]);
});
