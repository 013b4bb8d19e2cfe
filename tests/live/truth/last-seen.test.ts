import {beforeEach, expect, it} from 'vitest';
import type {AlertItem} from '../../../src/live/contract.ts';
import {LastSeen} from '../../../src/live/truth/last-seen.ts';
import type {Verdict} from '../../../src/live/truth/checks.ts';

const hour = 3_600_000;
const dated = {observedAt: 0, validForMs: 5000, evidence: []};
const known: Verdict = {...dated, state: 'ok', value: {}};
const unknown: Verdict = {...dated, state: 'unknown', reason: 'no-series'};
const item = (alertname: string, labels: Readonly<Record<string, string>> = {}): AlertItem => ({
  alertname,
  severity: 'critical',
  startsAt: '2026-01-01T00:00:00.000Z',
  labels: {alertname, ...labels},
  state: 'firing',
  summary: null,
  links: {},
  runbook: null,
  href: null,
});

let memory: LastSeen;
beforeEach(() => {
  memory = new LastSeen();
});
const settle = (items: readonly AlertItem[], verdict: Verdict | ((name: string) => Verdict), now: number): unknown[] =>
  memory
    .settle({
      list: {items, foreign: new Set()},
      heardAt: now - 500,
      verdictOf: ({alertname}) => (typeof verdict === 'function' ? verdict(alertname) : verdict),
      now,
    })
    .map((seen) => [seen.item.alertname, seen.seenAt]);

it('remembers what left the list while nobody can vouch for it, and when it was seen', () => {
  expect(settle([item('A'), item('B')], known, 1000)).toEqual([]);
  expect(settle([item('B')], unknown, 2000)).toEqual([['A', 500]]);
  expect(settle([], unknown, 3000)).toEqual([
    ['B', 1500],
    ['A', 500],
  ]);
});

it('forgets it as soon as somebody vouches for a list without it, each alert for itself', () => {
  settle([item('A'), item('B')], known, 1000);
  expect(settle([], (name) => (name === 'A' ? known : unknown), 2000)).toEqual([['B', 500]]);
  expect(settle([], unknown, 3000)).toEqual([['B', 500]]);
});

it('forgets it after an hour', () => {
  settle([item('A')], known, 0);
  expect(settle([], unknown, hour - 500)).toHaveLength(1);
  expect(settle([], unknown, hour)).toEqual([]);
});

it('does not give an alert twice that Alertmanager still holds under more labels', () => {
  settle([item('A', {pod: 'a'})], known, 1000);
  expect(settle([item('A', {pod: 'a', cluster: 'tokyo'})], unknown, 2000)).toEqual([]);
  expect(settle([item('A', {pod: 'b', cluster: 'tokyo'})], unknown, 3000)).toEqual([['A', 1500]]);
});
