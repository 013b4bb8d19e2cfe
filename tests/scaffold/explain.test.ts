import {describe, expect, it} from 'vitest';
import {explain} from '../../src/scaffold/explain.ts';

const texts = (expr: string): string[] => explain(expr).map(({kind, text}) => `${kind} ${text}`);

describe('an expression', () => {
  it('is taken apart from the inside out, each part once', () => {
    expect(texts('sum by (job) (rate(errors_total{code="500"}[5m])) / sum by (job) (rate(all_total[5m])) > 0.05')).toEqual([
      'series errors_total{code="500"}',
      'series all_total',
      'function rate(errors_total[5m])',
      'function rate(all_total[5m])',
      'aggregation sum by (job) (…)',
      'division /',
      'comparison sum by (job) (rate(errors_total[5m])) / sum by (job) (rate(all_total[5m])) > 0.05',
    ]);
  });

  it('says of a function the range that it looks at itself', () => {
    const parts = explain('histogram_quantile(0.9, max_over_time(rate(x[5m])[1h:1m]))');
    expect(parts.flatMap((part) => (part.kind === 'function' ? [[part.name, part.window]] : []))).toEqual([
      ['histogram_quantile', ''],
      ['max_over_time', '1h'],
      ['rate', '5m'],
    ]);
    expect(explain('time() - x offset 1w > 3')).toMatchObject([{kind: 'series'}, {text: 'offset 1w'}, {name: 'time'}, {limit: '3'}]);
    expect(explain('rate(x[5m] offset 1h)')).toContainEqual({kind: 'function', name: 'rate', window: '5m', text: 'rate(x[5m] offset 1h)'});
  });

  it('knows how results are grouped and put together', () => {
    expect(texts('count(a) == 0 and on (pod, node) max without (cpu) (b) unless c or d')).toEqual(
      expect.arrayContaining([
        'aggregation count(…)',
        'aggregation max without (cpu) (…)',
        'set and on (pod, node)',
        'set unless',
        'set or',
      ]),
    );
  });

  it('keeps labels where no name says what is read, and leaves long sides out', () => {
    expect(texts('{__name__="up", job="a"} == bool 1')).toContain('comparison {__name__="up", job="a"} == bool 1');
    const long = Array.from({length: 20}, (_, n) => `series_${n}`).join(' + ');
    expect(texts(`${long} < 3`)).toContain('comparison … < 3');
  });

  it('reads over line breaks and comments', () => {
    expect(texts('# why\nup{\n  job="a"\n}\n  # and so\n  == 0')).toEqual(['series up{ job="a" }', 'comparison up == 0']);
  });
});
