import {expect, it} from 'vitest';
import {Demand} from '../../../src/live/gateway/demand.ts';

it('wants an id for a minute after somebody looked, and tells of what is newly wanted only', () => {
  let now = 0;
  let news = 0;
  const demand = new Demand(
    () => now,
    () => (news += 1),
  );
  expect(demand.wants('query:a')).toBe(false);
  demand.want(['query:a', 'query:b']);
  demand.want(['query:a']);
  expect([demand.wants('query:a'), news]).toEqual([true, 1]);
  now = 59_999;
  demand.want(['query:a']);
  now = 60_001;
  expect([demand.wants('query:a'), demand.wants('query:b'), news]).toEqual([true, false, 1]);
  expect(['query:a', 'query:b', 'alert:a'].map((id) => demand.isIdle(id))).toEqual([false, true, false]);
});
