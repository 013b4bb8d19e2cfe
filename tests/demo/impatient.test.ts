import {parse} from 'yaml';
import {expect, it} from 'vitest';
import {impatient} from '../../src/demo/impatient.ts';

function shortened(rule: string): Record<string, unknown> {
  const file = parse(impatient(`groups:\n  - name: g\n    interval: 5m\n    rules:\n      - ${rule}\n`)) as {
    groups: {rules: Record<string, unknown>[]}[];
  };
  expect(file.groups[0]).not.toHaveProperty('interval');
  return file.groups[0]?.rules[0] ?? {};
}

it('lets no rule wait longer than ten seconds', () => {
  expect(shortened('{alert: A, expr: up == 0, for: 1h, keep_firing_for: 5m}')).toEqual({
    alert: 'A',
    expr: 'up == 0',
    for: '10s',
    keep_firing_for: '10s',
  });
  expect(shortened('{alert: A, expr: up == 0, for: 3s}')).toMatchObject({for: '3s'});
});

it.each([
  ['max_over_time(x{a="[5m]"}[5m]) > 1', 'max_over_time(x{a="[5m]"}[10s]) > 1'],
  ['rate(x[1m30s]) > rate(y[5s])', 'rate(x[10s]) > rate(y[5s])'],
  ['predict_linear(x[6h], 4 * 24 * 3600) < 0', 'predict_linear(x[10s], 4 * 24 * 3600) < 0'],
  ['x offset 1h > 0', 'x offset 1h > 0'],
])('lets no window be longer, and leaves the rest: %s', (expr, expected) => {
  expect(shortened(`{alert: A, expr: ${JSON.stringify(expr)}}`)).toEqual({alert: 'A', expr: expected});
});
