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
    expect(needs('x < 0.5 * x offset 1h')).toEqual(['0.5 * x offset 1h', 'x']);
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

  it('knows the names of the series, so that an exception and a recording rule can be found', () => {
    expect(needsOf('sum(waiting{reason="x"}) > 0')).toEqual([
      {expr: 'sum(waiting{reason="x"})', metrics: ['waiting'], isSelector: false},
      {expr: 'waiting{reason="x"}', metrics: ['waiting'], isSelector: true},
    ]);
  });
});
