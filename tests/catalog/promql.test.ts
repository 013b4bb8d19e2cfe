import {describe, expect, it} from 'vitest';
import {promqlFault} from '../../src/catalog/promql.ts';

describe('the first fault of an expression', () => {
  it.each(['up == 0', 'sum by (job) (rate(http_requests_total{code=~"5.."}[5m]))', '{__name__="up"}', 'vector(1)'])(
    'is none in %s',
    (expr) => {
      expect(promqlFault(expr)).toBeUndefined();
    },
  );

  it.each([
    ['sum(up', 6],
    ['up ===', 5],
    ['rate(up[5x])', 9],
    ['', 0],
  ])('in %j is at %i', (expr, offset) => {
    expect(promqlFault(expr)).toBe(offset);
  });
});
