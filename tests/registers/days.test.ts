import {describe, expect, it} from 'vitest';
import {addDays, monthAfter, nextWorkingDay, workingDaysBetween} from '../../src/registers/days.ts';

describe('days', () => {
  it('are counted over months and leap years, and end with the calendar', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('9999-12-30', 100)).toBe('9999-12-31');
  });

  it('of work are Mondays to Fridays', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-23')).toBe(0);
    expect(workingDaysBetween('2026-11-20', '2026-11-25')).toBe(2);
    expect(nextWorkingDay('2026-11-20')).toBe('2026-11-23');
    expect(nextWorkingDay('2026-11-16')).toBe('2026-11-17');
  });

  it('make months', () => {
    expect([monthAfter('2026-01'), monthAfter('2026-12'), monthAfter('2028-02')]).toEqual(['2026-02', '2027-01', '2028-03']);
  });
});
