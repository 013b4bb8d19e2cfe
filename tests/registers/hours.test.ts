import {describe, expect, it} from 'vitest';
import {hoursOf, toilLimit} from '../../src/registers/hours.ts';
import {registersOf} from '../support/registers.ts';

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

  it('of the sample leave more room for projects than before', () => {
    const months = hoursOf(
      registersOf('.').toil.map(({value}) => value),
      'sre',
    );
    expect(months.map(({toil}) => Math.round(toil * 100))).toEqual([44, 40, 36]);
  });
});
