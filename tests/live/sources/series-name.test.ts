import {expect, it} from 'vitest';
import {needsOf} from '../../../src/live/sources/needs.ts';
import {anyName} from '../../../src/live/sources/series-name.ts';

const names = (expr: string) => needsOf(expr).flatMap(({metrics}) => metrics);

it.each([
  ['job:up:sum > 5', 'job:up:sum'],
  ['{__name__="job:up:sum"} > 5', 'job:up:sum'],
  ['{job="x", __name__=\'job:up:sum\',} > 5', 'job:up:sum'],
  ['{"job.up.sum"} > 5', 'job.up.sum'],
  ['{"job.up.sum", job="x"} > 5', 'job.up.sum'],
  ['{"__name__"=`job:up:sum`} > 5', 'job:up:sum'],
  ['{__name__=~"job:.+", __name__="job:up:sum"} > 5', 'job:up:sum'],
])('the name of the series is read from %s', (expr, name) => {
  expect(names(expr)).toEqual([name]);
});

it.each([
  '{__name__=~"job:up:sum"} > 5',
  '{__name__!="up"} > 5',
  '{__name__!~"up"} > 5',
  '{job="x"} > 5',
  '{__name__=""} > 5',
  String.raw`{__name__="job\x3aup:sum"} > 5`,
  '{"job"="x"} > 5',
])('any name may stand behind %s', (expr) => {
  expect(names(expr)).toEqual([anyName]);
});
