import {expect, test} from 'vitest';
import {mustAsk, savedOf} from '../../../src/retro/store/saved.ts';

test('says server only of a shared board of which the server has everything', () => {
  expect(savedOf({life: 'shared', isOnServer: true, isOnDevice: false})).toBe('server');
  expect(savedOf({life: 'alone', isOnServer: true, isOnDevice: true})).toBe('device');
  expect(savedOf({life: 'shared', isOnServer: false, isOnDevice: true})).toBe('device');
});

test('says nowhere while the last words are in this tab only', () => {
  for (const life of ['alone', 'shared'] as const) expect(savedOf({life, isOnServer: false, isOnDevice: false})).toBe('nowhere');
});

test('asks who leaves a shared board only when something of this tab is not on the server', () => {
  expect(mustAsk({isAlone: false, isUnsent: true, saved: 'device'})).toBe(true);
  expect(mustAsk({isAlone: false, isUnsent: false, saved: 'device'})).toBe(false);
  expect(mustAsk({isAlone: false, isUnsent: true, saved: 'server'})).toBe(false);
});

test('asks who leaves a board alone only when something is not on the device', () => {
  expect(mustAsk({isAlone: true, isUnsent: true, saved: 'device'})).toBe(false);
  expect(mustAsk({isAlone: true, isUnsent: true, saved: 'nowhere'})).toBe(true);
});
