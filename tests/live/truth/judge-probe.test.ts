import {expect, it} from 'vitest';
import {judgeProbe} from '../../../src/live/truth/judge-probe.ts';
import {now} from '../../support/readings.ts';

const probe = (downAfter: number, ...results: [ago: number, ok: boolean, daysLeft?: number][]): string => {
  const given = results.map(([ago, ok, daysLeft]) => ({
    at: now - ago,
    ok,
    latencyMs: 3,
    detail: 'HTTP 200',
    ...(daysLeft !== undefined && {daysLeft}),
  }));
  const verdict = judgeProbe(given, {everyMs: 10_000, downAfter, warnDays: 21, now});
  return verdict.state === 'unknown' ? verdict.reason : verdict.state;
};

it('is unknown before the first result, and when the prober itself has missed its turns', () => {
  expect(probe(2)).toBe('never-seen');
  expect(probe(2, [35_001, true])).toBe('stale');
});

it('is down after as many failures in a row as the probe says, and no sooner', () => {
  expect(probe(2, [0, true])).toBe('ok');
  expect(probe(2, [0, false], [10_000, true])).toBe('degraded');
  expect(probe(2, [0, false], [10_000, false])).toBe('down');
  expect(probe(1, [0, false], [10_000, true])).toBe('down');
  expect(probe(3, [0, false], [10_000, false], [20_000, true])).toBe('degraded');
});

it('believes a failure when there is nothing before it', () => {
  expect(probe(2, [0, false])).toBe('down');
});

it('takes no result from a time that has not come yet', () => {
  expect(probe(2, [-60_000, true])).toBe('never-seen');
});

it('is degraded by a certificate that ends soon', () => {
  expect(probe(2, [0, true, 60])).toBe('ok');
  expect(probe(2, [0, true, 20])).toBe('degraded');
  expect(probe(1, [0, false])).toBe('down');
});

it('is unknown when it could not be asked, whatever it saw before', () => {
  const unasked = {reason: 'not-configured', detail: 'the address is private'} as const;
  const good = [{at: now, ok: true, latencyMs: 3, detail: 'HTTP 200'}];
  expect(judgeProbe(good, {everyMs: 10_000, downAfter: 2, warnDays: 21, now, unasked})).toMatchObject({
    state: 'unknown',
    reason: 'not-configured',
  });
});
