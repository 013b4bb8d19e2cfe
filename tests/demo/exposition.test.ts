import {expect, it} from 'vitest';
import {exposition, openMetrics} from '../../src/demo/exposition.ts';
import type {Series} from '../../src/demo/sample.ts';

const target = {job: 'shop', path: '/shop', labels: {instance: 'shop:1'}};
const one = (at: Series['at'], past = 0): Series => ({target, metric: 'x', labels: {name: 'a "b" \\ c\nd'}, past, at});

it('writes a series in one line, and nothing of one that does not exist', () => {
  expect(exposition([one(() => 2), one(() => undefined)], 7)).toBe('x{name="a \\"b\\" \\\\ c\\nd"} 2\n');
});

it('writes the past with the labels of the target, closer together in the last day, and ends it', () => {
  const lines = [...openMetrics([one((time) => time, 2 * 86_400)], 1_000_000)].join('').split('\n');
  expect(lines[0]).toBe('x{name="a \\"b\\" \\\\ c\\nd",instance="shop:1",job="shop"} 827200 827200');
  expect(lines.slice(-2)).toEqual(['# EOF', '']);
  const times = lines.slice(0, -2).map((line) => Number(line.split(' ').at(-1)));
  expect(times).toHaveLength(360 + 720);
  expect(times.at(-1)).toBeLessThan(1_000_000);
});
