import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {enoughRows, headroomOf} from '../../src/registers/headroom.ts';
import type {EntryOf} from '../../src/registers/model.ts';
import {ownRegisters} from '../support/registers.ts';

const test = (service: string, at: string, held: number, rows = 1000): EntryOf<'load-tests'> => ({
  id: `${service}-${at}`,
  service,
  at,
  peak_per_second: 100,
  held_per_second: held,
  limit: {en: 'The pool.', ja: '接続プール。'},
  ready_minutes: 20,
  rows,
  production_rows: 1000,
  owner: 'sre',
});
const tests = [test('shop', '2026-10-22', 220), test('search', '2026-09-10', 130), test('shop', '2026-06-18', 170, 470)];

describe('the headroom of services', () => {
  it('is that of the last test of each', () => {
    expect(headroomOf(tests, '2026-11-22').map(({service, at, times}) => `${service} ${at} ${times}`)).toEqual([
      'shop 2026-10-22 2.2',
      'search 2026-09-10 1.3',
    ]);
  });

  it('is that of the day on which one asks', () => {
    expect(headroomOf(tests, '2026-07-01')).toMatchObject([{service: 'shop', times: 1.7, likeness: 0.47}]);
    expect(headroomOf([], '2026-11-22')).toEqual([]);
  });

  const own = (): ReturnType<typeof headroomOf> => {
    const {registers, today} = ownRegisters();
    return headroomOf(
      registers['load-tests'].map(({value}) => value),
      today,
    );
  };

  it('of our own services was tested with enough rows', () => {
    expect(own().filter(({likeness}) => likeness < enoughRows)).toEqual([]);
  });

  it('of our own services of level A is twice the business', () => {
    const {services} = readCatalog('.');
    expect(own().filter(({service, times}) => services.get(service)?.level === 'A' && times < 2)).toEqual([]);
  });
});
