import {describe, expect, it} from 'vitest';
import {needsOf} from '../../../src/live/sources/needs.ts';

const needs = (expr: string): string[] => needsOf(expr).map((need) => need.expr);

describe('needsOf', () => {
  it.each([
    ['probe_success == 0', ['probe_success']],
    ['max_over_time(waiting{reason="x"}[5m]) >= 1', ['max_over_time(waiting{reason="x"}[5m])', 'waiting{reason="x"}']],
    ['a{x="}"} > 1', ['a{x="}"}']],
    ['{__name__="x"} > 1', ['{__name__="x"}']],
    ['vector(1)', []],
    ['time() > 5', []],
    ['(a) == 1', ['a']],
  ])('reads %s', (expr, expected) => {
    expect(needs(expr)).toEqual(expected);
  });

  it('wants what is compared to return something, not only its series to exist', () => {
    expect(needs('sum by (z) (l) / on (z) sum by (z) (r) > .5')).toEqual(['sum by (z) (l) / on (z) sum by (z) (r)', 'l', 'r']);
    expect(needs('x < 0.5 * x offset 1h')).toEqual(['x', '0.5 * x offset 1h']);
    expect(needs('rate(x[1s]) > 0')).toEqual(['rate(x[1s])', 'x']);
  });

  it('leaves out what is meant to be absent', () => {
    expect(needs('absent(up{job="x"})')).toEqual([]);
    expect(needs('absent_over_time(up[5m]) or a == 0')).toEqual(['a']);
    expect(needs('a > 1 unless on (ns) b == 1')).toEqual(['a']);
  });

  it('wants both sides of or, and is not fooled by or vector(0)', () => {
    expect(needs('a > 1 or b > 1')).toEqual(['a', 'b']);
    expect(needs('(a or vector(0)) > 1')).toEqual(['(a or vector(0))', 'a']);
  });

  it.each([
    ['100 * (count(up == 0) BY (job) / count(up) BY (job)) > 10', ['up', 'count(up) BY (job)']],
    ['count(x == 9) > 0', ['x']],
    ['sum(rate(x[5m]) > 1) > 0', ['rate(x[5m])', 'x']],
    ['absent(up{job="x"}) == 1', []],
    ['count(ALERTS{severity="x"}) > 5 or ALERTS_FOR_STATE > 1', []],
    ['max(a unless b) * (c != d) > 1', ['a', 'c', 'd']],
    ['max_over_time((a > rate(b[5m]))[1h:5m]) > 1', ['a', 'rate(b[5m])', 'b']],
    ['predict_linear(a[1h], scalar(b > 5)) < 0', ['a', 'b']],
  ])('wants the operands of a side that filters, and not what is empty when all is well: %s', (expr, expected) => {
    expect(needs(expr)).toEqual(expected);
  });

  it('wants the whole side where bool keeps it from filtering', () => {
    expect(needs('sum(up == bool 0) > 1')).toEqual(['sum(up == bool 0)', 'up']);
  });

  it.each([
    ['a > 1 and a offset 2s > 1', ['a', 'a offset 2s']],
    ['a < b offset 1h < c @ end()', ['a', 'b offset 1h', 'b', 'c @ end()', 'c']],
    ['a < b offset 1h + 5', ['a', 'b offset 1h + 5', 'b']],
    ['a unless b offset 1h', ['a']],
    ['-a offset 5m @ 3 > 1', ['-a offset 5m @ 3', 'a']],
    ['(a offset -1h) > 1', ['(a offset -1h)', 'a']],
    ['a # why\n offset 1h > 1', ['a # why\n offset 1h', 'a']],
    ['max_over_time((a > b offset 1h)[1h:5m] offset 5m) > 1', ['a', 'b offset 1h', 'b']],
  ])('binds a time shift to the selector before it: %s', (expr, expected) => {
    expect(needs(expr)).toEqual(expected);
  });

  it('knows the names of the series, so that an exception and a recording rule can be found', () => {
    expect(needsOf('sum(waiting{reason="x"}) > 0')).toMatchObject([
      {expr: 'sum(waiting{reason="x"})', metrics: ['waiting'], isSelector: false},
      {expr: 'waiting{reason="x"}', metrics: ['waiting'], isSelector: true},
    ]);
  });

  it('asks for a number where a side is computed, and makes series of a scalar', () => {
    expect(needsOf('a / b > 2 * scalar(c)').map(({expr, ask}) => [expr, ask])).toEqual([
      ['a / b', '(a / b) >= -Inf'],
      ['a', undefined],
      ['b', undefined],
      ['2 * scalar(c)', 'vector(2 * scalar(c)) >= -Inf'],
      ['c', undefined],
    ]);
  });
});
