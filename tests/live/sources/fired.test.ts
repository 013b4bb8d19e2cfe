import {expect, it} from 'vitest';
import type {Existence} from '../../../src/live/sources/existence.server.ts';
import {FiredSeries, type Served} from '../../../src/live/sources/fired.ts';
import {needsOf} from '../../../src/live/sources/needs.ts';

const query = 'max_over_time(up{job="a"}[5m]) < 1';
const rule = (firing: Served['firing'], more: Partial<Served> = {}): Served => ({
  key: '0 0 Down',
  query,
  labels: {severity: 'critical'},
  selectors: needsOf(query).filter(({isSelector}) => isSelector),
  firing,
  ...more,
});
const alert = {alertname: 'Down', severity: 'critical', pod: 'x"1'};

function fired() {
  const time = {now: 0};
  const series = new FiredSeries(() => time.now);
  /** One round, in which only these are there. */
  const round = (served: Served, there: (expr: string) => boolean, startedAt = 1): string[] => {
    const asked = series.asks([served], startedAt).map(({expr}) => expr);
    const existence: Existence = {
      asked: new Set(asked),
      missing: new Set(asked.filter((expr) => !there(expr))),
      partial: new Set(),
      warnings: 0,
    };
    return series.settle([served], {existence, startedAt}).get(served.key) ?? [];
  };
  return {time, round};
}

const narrow = 'up{job="a",pod="x\\"1"}';
const all = (): boolean => true;
const none = (): boolean => false;

it('believes that an alert is over while the series that fired goes on', () => {
  const {round} = fired();
  expect(round(rule([alert]), all)).toEqual([]);
  expect(round(rule([]), all)).toEqual([]);
  // From then on nothing is doubted any more.
  expect(round(rule([]), none)).toEqual([]);
});

it('does not believe it while that series is gone, for five minutes', () => {
  const {time, round} = fired();
  round(rule([alert]), all);
  time.now = 299_000;
  expect(round(rule([]), (expr) => expr !== narrow)).toEqual([narrow]);
  time.now = 300_000;
  expect(round(rule([]), none)).toEqual([]);
});

it('asks for nothing that was not there while it fired', () => {
  const {round} = fired();
  round(rule([alert]), none);
  expect(round(rule([]), none)).toEqual([]);
});

it('narrows by no value that would fill the address of the question', () => {
  const {round} = fired();
  const long = {...alert, path: 'x'.repeat(257)};
  round(rule([long]), all);
  expect(round(rule([]), none)).toEqual([narrow]);
});

it('waits after a restart until the windows of the rule are full again', () => {
  const {time, round} = fired();
  round(rule([alert]), all, 1);
  time.now = 200_000;
  expect(round(rule([]), (expr) => !expr.endsWith('[5m]'), 2)).toEqual(['up{job="a"}[5m]']);
  expect(round(rule([]), all, 2)).toEqual([]);
});

it('forgets rules that are no longer served', () => {
  const {round} = fired();
  round(rule([alert]), all);
  round(rule([], {key: '0 0 Other'}), all);
  expect(round(rule([]), none)).toEqual([]);
});
