import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {hoursOf, toilLimit} from '../../src/registers/hours.ts';
import {ownRegisters} from '../support/registers.ts';

const week = (day: string, interrupts: number): Parameters<typeof hoursOf>[0][number] => ({
  id: day,
  week: day,
  team: 'sre',
  hours: {interrupts, manual: 10, preventive: 20, projects: 70 - interrupts},
  nights_woken: 1,
});
const mondays = ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'];

describe('the hours of a team', () => {
  it('are shares of four weeks, up to the last one', () => {
    expect(
      hoursOf(
        mondays.map((day) => week(day, 20)),
        'sre',
      ),
    ).toEqual([{from: '2026-10-26', weeks: 4, toil: 0.3, projects: 0.5, preventive: 1, nightsWoken: 4}]);
  });

  it('are nothing of other teams, or before four weeks are there', () => {
    const four = mondays.slice(1).map((day) => week(day, 20));
    expect(hoursOf(four, 'data')).toEqual([]);
    expect(hoursOf(four.slice(1), 'sre')).toEqual([]);
  });

  it('go over the limit when interrupts eat the week', () => {
    const [bad] = hoursOf(
      mondays.map((day) => week(day, 60)),
      'sre',
    );
    expect(bad?.toil).toBeGreaterThan(toilLimit);
  });

  it('leave out a group in which a week is not written down', () => {
    const [first = '', second = '', ...rest] = mondays;
    const of = (...days: readonly string[]): unknown =>
      hoursOf(
        days.map((day) => week(day, 20)),
        'sre',
      );
    expect(of(first, ...rest)).toEqual([]);
    expect(of('2026-09-28', '2026-10-05', '2026-10-12', first, second, ...rest)).toMatchObject([{from: '2026-09-28'}, {from: second}]);
    expect(of('2026-09-28', '2026-10-05', '2026-10-12', first)).toMatchObject([{from: '2026-09-28'}]);
  });

  it('of our own SRE team leave half of them for what is not toil', () => {
    const {toil, charter} = ownRegisters().registers;
    const seats = new Set(charter.map(({value: {role}}) => role));
    const teams = [...readCatalog('.').teams.values()].filter(({members}) => members.some((member) => seats.has(`@${member}`)));
    const weeks = toil.map(({value}) => value);
    expect(teams.filter(({name}) => (hoursOf(weeks, name).at(-1)?.toil ?? 0) > toilLimit)).toEqual([]);
  });
});
