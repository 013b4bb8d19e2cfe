import {expect, it} from 'vitest';
import {TurnLog} from '../../../src/live/gateway/turn-log.ts';

it('tells changes of what somebody asks for, and neither that the rest grows old nor that it comes back', () => {
  const told: string[] = [];
  let idle = false;
  const log = new TurnLog({isIdle: () => idle, tell: ({id, from, state}) => told.push(`${id}: ${from} → ${state}`)});
  log.note([{id: 'slo:a', from: undefined, to: 'unknown never-seen'}]);
  log.note([{id: 'slo:a', from: 'unknown never-seen', to: 'ok'}]);
  expect(told.splice(0)).toEqual(['slo:a: unknown never-seen → ok']);
  idle = true;
  log.note([{id: 'slo:a', from: 'ok', to: 'unknown stale'}]);
  idle = false;
  log.note([{id: 'slo:a', from: 'unknown stale', to: 'ok'}]);
  expect(told).toEqual([]);
  log.note([{id: 'slo:a', from: 'ok', to: 'degraded'}]);
  expect(told).toEqual(['slo:a: ok → degraded']);
});
