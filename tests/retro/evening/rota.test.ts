import {describe, expect, it} from 'vitest';
import {leaderOn, ledLately, nextWeekday, today} from '../../../src/retro/evening/rota.ts';

const rota = {rota: ['@a', '@b', '@c'], from: '2026-11-02'};
const days = (first: number, last: number): string[] =>
  Array.from({length: last - first + 1}, (_, n) => `2026-11-${String(first + n).padStart(2, '0')}`);

describe('the rota', () => {
  it('gives each weekday to the next role, and none to a weekend', () => {
    expect(days(2, 11).map((day) => leaderOn(day, rota))).toEqual(['@a', '@b', '@c', '@a', '@b', undefined, undefined, '@c', '@a', '@b']);
  });

  it('begins on the first weekday when it is written from a weekend, and never before', () => {
    expect(days(6, 9).map((day) => leaderOn(day, {...rota, from: '2026-11-07'}))).toEqual([undefined, undefined, undefined, '@a']);
    expect(leaderOn('2026-10-30', rota)).toBeUndefined();
  });

  it('goes on over the end of the year, and says nothing without roles', () => {
    expect(leaderOn('2027-01-04', rota)).toBe('@a');
    expect(leaderOn('2026-11-02', {rota: []})).toBeUndefined();
  });

  it('counts how often each has led in four weeks, with what was otherwise', () => {
    const planned = ledLately('2026-11-30', rota, new Map());
    expect([...planned]).toEqual([
      ['@a', 6],
      ['@b', 7],
      ['@c', 7],
    ]);
    const known = ledLately(
      '2026-11-30',
      rota,
      new Map([
        ['2026-11-30', '@b'],
        ['2026-11-02', '@c'],
      ]),
    );
    expect([...known.values()].reduce((sum, times) => sum + times)).toBe(20);
    expect(known.get('@b')).toBe(leaderOn('2026-11-30', rota) === '@b' ? 7 : 8);
  });

  it('counts from its first day', () => {
    expect([...ledLately('2026-11-04', rota, new Map()).values()]).toEqual([1, 1, 1]);
  });

  it('knows the next day of a meeting, and today where the reader is', () => {
    expect(['2026-11-05', '2026-11-06', '2026-11-07'].map(nextWeekday)).toEqual(['2026-11-06', '2026-11-09', '2026-11-09']);
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
