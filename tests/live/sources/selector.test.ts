import {expect, it} from 'vitest';
import {needsOfObjective} from '../../../src/live/sources/budgets.server.ts';
import {labelsAskedFor, narrowed} from '../../../src/live/sources/selector.ts';

it.each([
  ['up', [], 'up'],
  ['up', ['a="1"', 'b=""'], 'up{a="1",b=""}'],
  ['up{job="a"}', ['b="}"'], 'up{job="a",b="}"}'],
  ['up{job="a", }', ['b="1"'], 'up{job="a",b="1"}'],
  ['{__name__="up"} ', ['b="1"'], '{__name__="up",b="1"}'],
])('narrows %s by %j', (selector, matchers, expected) => {
  expect(narrowed(selector, matchers)).toBe(expected);
});

it.each([
  ['up', []],
  ['up{job="a",code!~"5..",pod=""}', ['job', 'code']],
  ['{__name__="up",job="a"}', ['job']],
])('knows what labels %s asks for', (expr, expected) => {
  expect([...labelsAskedFor(expr)]).toEqual(expected);
});

it('needs the label by which an objective tells good from bad', () => {
  const needs = (part: {good: string} | {bad: string}) =>
    needsOfObjective({target: 0.999, windowMs: 1, indicator: {...part, total: 'x_total{job="a"}', counter: true}}).map(({expr}) => expr);
  expect(needs({bad: 'x_total{job="a",code=~"5.."}'})).toEqual(['x_total{job="a"}', 'x_total{job="a",code!=""}']);
  expect(needs({good: 'x_total{job="a",code!~"5.."}'})).toEqual(['x_total{job="a"}', 'x_total{job="a",code!=""}']);
  expect(needs({bad: 'x_failed_total{job="a"}'})).toEqual(['x_total{job="a"}', 'x_failed_total{job="a"}']);
});
