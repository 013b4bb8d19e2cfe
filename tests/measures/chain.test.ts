import {describe, expect, it} from 'vitest';
import {growthChain, readMeasures, type Measure} from '../../src/measures/chain.ts';
import type {Release} from '../../src/measures/release-measures.ts';

const today = '2026-11-22';
/** The same in both languages. */
const text = (word: string): {en: string; ja: string} => ({en: word, ja: word});
const measure = (id: string, more: Partial<Measure> = {}): Measure => ({
  id,
  title: text(id),
  link: 'development',
  unit: text('h'),
  better: 'down',
  target: 24,
  owner: 'sre',
  values: [],
  ...more,
});
const source = text('counted');
const written = (at: string, value: number): Measure['values'][number] => ({at, value, source});
const release = (at: string, hours: number): Release => ({id: at, service: 'shop', at, lead_hours: hours, by: 'own-team', outcome: 'ok'});
const read = (measures: readonly Measure[], releases: readonly Release[] = []): ReturnType<typeof readMeasures> =>
  readMeasures({measures, releases, today});

describe('the growth chain', () => {
  it('has its four links in order, each with its measures, and says which link has none', () => {
    const chain = growthChain({measures: [measure('self', {link: 'company'}), measure('lead')], releases: [], today});
    expect(chain.map(({id, readings}) => [id, readings.map((reading) => reading.measure.id)])).toEqual([
      ['development', ['lead']],
      ['product', []],
      ['business', []],
      ['company', ['self']],
    ]);
  });

  it('takes what is computed from releases, with the day of the newest', () => {
    const [lead] = read(
      [measure('lead', {computed: 'lead-time'})],
      [release('2026-05-27', 40), release('2026-08-25', 30), release('2026-11-20', 20)],
    );
    expect(lead).toMatchObject({latest: {value: 25, at: '2026-11-20'}, before: 40, change: 'better', reached: false, basis: 2});
  });

  it('takes the last value that was written down, and compares it with the one before', () => {
    const values = [written('2026-07-01', 20), written('2026-10-01', 22)];
    expect(read([measure('hours', {values})])[0]).toMatchObject({
      latest: {value: 22, at: '2026-10-01'},
      before: 20,
      change: 'worse',
      reached: true,
      basis: source,
    });
    expect(read([measure('hours', {values, better: 'up'})])[0]).toMatchObject({change: 'better', reached: false});
  });

  it('leaves out what is dated after the day on which it is read', () => {
    expect(read([measure('hours', {values: [written('2026-12-01', 1)]})])[0]?.latest).toBeUndefined();
  });

  it('has no figure, and compares nothing, where nothing is known', () => {
    expect(read([measure('lead', {computed: 'lead-time'})])[0]).toMatchObject({latest: undefined, change: 'unknown', reached: undefined});
    expect(read([measure('hours', {values: [written('2026-10-01', 5)]})])[0]).toMatchObject({before: undefined, change: 'unknown'});
  });

  it('calls a change that nobody can see in three digits none', () => {
    const values = [written('2026-07-01', 10.001), written('2026-10-01', 10.002)];
    expect(read([measure('hours', {values})])[0]?.change).toBe('same');
  });
});
