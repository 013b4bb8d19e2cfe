import {describe, expect, it} from 'vitest';
import {missing, needsOf, seriesOf} from '../../src/live/needs.ts';

const series = (expr: string): string[] => seriesOf(needsOf(expr)).map((need) => need.series);

describe('needsOf', () => {
  it.each([
    ['probe_success == 0', ['probe_success']],
    ['max_over_time(waiting{reason="CrashLoopBackOff"}[5m]) >= 1', ['waiting{reason="CrashLoopBackOff"}']],
    ['sum(rate(errors[5m] offset 1h)) / sum(rate(total[5m])) > 0.1', ['errors', 'total']],
    ['a / b < 0.1 and predict_linear(a[6h], 3600) < 0', ['a', 'b']],
    ['a{x="}"} > 1', ['a{x="}"}']],
    ['{__name__="x"} > 1', ['{__name__="x"}']],
    ['count(c[5m:1m]) > 1', ['c']],
    ['vector(1)', []],
    ['time() > 5', []],
  ])('reads %s', (expr, expected) => {
    expect(series(expr)).toEqual(expected);
  });

  it('leaves out what is meant to be absent', () => {
    expect(series('absent(up{job="x"})')).toEqual([]);
    expect(series('absent_over_time(up[5m]) or a == 0')).toEqual(['a']);
    expect(series('a > 1 unless on (ns) b == 1')).toEqual(['a']);
  });

  it('knows the metric of a selector, so that an exception can name it', () => {
    expect(needsOf('waiting{reason="x"} > 0')).toEqual({kind: 'series', series: 'waiting{reason="x"}', metric: 'waiting'});
  });
});

describe('missing', () => {
  const only =
    (...present: string[]) =>
    (name: string) =>
      present.includes(name);

  it('wants every series of an expression', () => {
    expect(missing(needsOf('a / b > 1'), only('a'))).toEqual(['b']);
    expect(missing(needsOf('a / b > 1'), only('a', 'b'))).toEqual([]);
  });

  it('is content with one side of or', () => {
    expect(missing(needsOf('a > 1 or b > 1'), only('b'))).toEqual([]);
    expect(missing(needsOf('a > 1 or b > 1'), only())).toEqual(['a', 'b']);
  });

  it('is not fooled by or vector(0)', () => {
    expect(missing(needsOf('a > 1 or vector(0)'), only())).toEqual(['a']);
  });
});
