import {describe, expect, it} from 'vitest';
import {headroomOf} from '../../src/registers/headroom.ts';
import {registersOf, sampleDay} from '../support/registers.ts';

describe('the headroom of services', () => {
  const tests = registersOf('.')['load-tests'].map(({value}) => value);

  it('is that of the last test of each', () => {
    expect(headroomOf(tests, sampleDay).map(({service, at, times}) => `${service} ${at} ${times.toFixed(1)}`)).toEqual([
      'lending-api 2026-10-22 2.2',
      'search 2026-09-10 1.3',
      'web-front 2026-10-22 5.2',
    ]);
  });

  it('is that of the day on which one asks', () => {
    expect(headroomOf(tests, '2026-07-01').map(({service, times, likeness}) => [service, times.toFixed(1), likeness.toFixed(2)])).toEqual([
      ['lending-api', '1.7', '0.47'],
    ]);
    expect(headroomOf([], sampleDay)).toEqual([]);
  });
});
