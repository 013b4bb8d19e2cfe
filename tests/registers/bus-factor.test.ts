import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {busFactor} from '../../src/registers/bus-factor.ts';
import type {EntryOf} from '../../src/registers/model.ts';
import {registersOf, sampleDay} from '../support/registers.ts';

const roles = new Set(['a', 'b']);
const done = (role: string, task: 'release' | 'undo' | 'runbook', more: Partial<EntryOf<'operators'>> = {}): EntryOf<'operators'> => ({
  id: `${role}-${task}`,
  service: 'shop',
  task,
  at: '2026-10-01',
  role,
  occasion: 'drill',
  finished: true,
  minutes: 10,
  unanswered: [],
  ...more,
});
const all = (role: string): EntryOf<'operators'>[] => [done(role, 'release'), done(role, 'undo'), done(role, 'runbook')];
const able = (list: readonly EntryOf<'operators'>[], today = '2026-11-22'): readonly string[] =>
  busFactor('shop', list, {today, roles}).able;

describe('the bus factor of a service', () => {
  it('counts roles that did every task', () => {
    expect(able([...all('a'), ...all('b')])).toEqual(['a', 'b']);
    expect(able([...all('a'), done('b', 'release'), done('b', 'runbook')])).toEqual(['a']);
    expect(able([])).toEqual([]);
  });

  it('forgets what was not finished, what was elsewhere, who has left, and what is older than a year', () => {
    expect(able([...all('a').slice(1), done('a', 'release', {finished: false})])).toEqual([]);
    expect(able([...all('a').slice(1), done('a', 'release', {service: 'bar'})])).toEqual([]);
    expect(able(all('c'))).toEqual([]);
    expect(able(all('a'), '2027-10-01')).toEqual(['a']);
    expect(able(all('a'), '2027-10-02')).toEqual([]);
  });

  it('says of each task who did it last, and when', () => {
    const {tasks} = busFactor('shop', [done('a', 'undo'), done('a', 'undo', {at: '2026-11-01'})], {today: '2026-11-22', roles});
    expect(tasks).toEqual({release: [], undo: [{role: 'a', at: '2026-11-01'}], runbook: []});
  });

  it('is below two for two services of the sample, so that the page has something to teach', () => {
    const {operators} = registersOf('.');
    const {services, teams} = readCatalog('.');
    const known = new Set([...teams.values()].flatMap(({members}) => members));
    const factors = [...services.keys()].map((service) =>
      busFactor(
        service,
        operators.map(({value}) => value),
        {today: sampleDay, roles: known},
      ),
    );
    expect(factors.filter((one) => one.able.length < 2).map(({service, able: who}) => `${service}: ${who.join(', ')}`)).toEqual([
      'settlement-batch: payments-oncall',
      'legacy-reports: data-engineer',
    ]);
  });
});
