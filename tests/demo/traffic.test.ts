import fc from 'fast-check';
import {expect, it} from 'vitest';
import {requestsUntil} from '../../src/demo/traffic.ts';

const day = 86_400;

it('keeps its mean over whole days', () => {
  const {all, failed} = requestsUntil(30 * day, 0, {rate: 20, errors: 0.001, worse: []});
  expect(all).toBeCloseTo(20 * 30 * day, 0);
  expect(failed).toBeCloseTo(20 * 30 * day * 0.001, 0);
});

it('fails more requests in a bad hour, and only there', () => {
  const worse = [{from: 2 * day, to: 2 * day + 3600, share: 0.5}];
  const failed = (time: number): number => requestsUntil(time, 0, {rate: 10, errors: 0, worse}).failed;
  expect(failed(2 * day)).toBe(0);
  expect(failed(3 * day)).toBe(failed(2 * day + 3600));
  const {all} = requestsUntil(2 * day + 3600, 2 * day, {rate: 10, errors: 0, worse: []});
  expect(failed(3 * day)).toBeCloseTo(all / 2, 3);
});

it('never takes a request back: a counter that falls would be taken for a new one', () => {
  const worse = [
    {from: day, to: day + 1800, share: 0.3},
    {from: 2 * day, to: Infinity, share: 0.2},
  ];
  fc.assert(
    fc.property(fc.integer({min: 0, max: 3 * day}), fc.integer({min: 0, max: 7200}), (time, later) => {
      const counts = [time, time + later].map((at) => {
        const {all, failed} = requestsUntil(at, 0, {rate: 20, errors: 0.0003, worse});
        return [Math.floor(all - failed), Math.floor(failed)] as const;
      });
      const [[good, bad], [goodLater, badLater]] = counts as [readonly [number, number], readonly [number, number]];
      expect(goodLater).toBeGreaterThanOrEqual(good);
      expect(badLater).toBeGreaterThanOrEqual(bad);
    }),
  );
});
