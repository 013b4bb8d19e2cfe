import {expect, it} from 'vitest';
import {OpenSlo} from '../../src/catalog/contract.ts';
import {indicatorOf} from '../../src/catalog/indicator.ts';
import {objectiveOf} from '../../src/live/sources/budgets.server.ts';

const metric = (query: string) => ({metricSource: {type: 'Prometheus', spec: {query}}});
const slo = (ratioMetric: object, more: object = {}): OpenSlo =>
  OpenSlo.parse({
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {name: 'x'},
    spec: {
      service: 'shop',
      indicator: {metadata: {name: 'x'}, spec: {ratioMetric}},
      timeWindow: [{duration: '30d', isRolling: true}],
      budgetingMethod: 'Occurrences',
      objectives: [{target: 0.99}],
      ...more,
    },
  });
const ratio = {counter: true, good: metric(' a{b="c"} '), total: metric('a')};

it('reads good or bad events among all', () => {
  expect(indicatorOf(slo(ratio))).toEqual({good: 'a{b="c"}', total: 'a', counter: true});
  expect(indicatorOf(slo({counter: true, bad: metric('e'), total: metric('a')}))).toEqual({bad: 'e', total: 'a', counter: true});
  expect(indicatorOf(slo({counter: false, good: metric('sum(g)'), total: metric('sum(a)')}))).toMatchObject({counter: false});
});

it.each([
  ['has no total', {counter: true, good: metric('a')}],
  ['counts a sum of counters', {counter: true, good: metric('sum(a)'), total: metric('a')}],
  ['asks another kind of source', {counter: true, good: {metricSource: {type: 'Datadog', spec: {query: 'a'}}}, total: metric('a')}],
  ['has neither good nor bad', {counter: true, total: metric('a')}],
])('leaves alone what %s', (_name, given) => {
  expect(indicatorOf(slo(given))).toBeUndefined();
});

it('leaves alone windows and methods that it cannot compute', () => {
  expect(objectiveOf(slo(ratio))).toMatchObject({target: 0.99, windowMs: 30 * 86_400_000});
  expect(objectiveOf(slo(ratio, {timeWindow: [{duration: '1M', isRolling: false}]}))).toBeUndefined();
  expect(objectiveOf(slo(ratio, {budgetingMethod: 'Timeslices'}))).toBeUndefined();
  expect(objectiveOf(slo(ratio, {objectives: [{displayName: 'x'}]}))).toBeUndefined();
});
