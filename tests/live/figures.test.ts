import {describe, expect, it} from 'vitest';
import {pointsOf, sayFigure, sayShare, summarise} from '../../src/live/figures.ts';

describe('a figure', () => {
  it('has at most four digits that mean something, and its unit', () => {
    expect(sayFigure(1234.567, {unit: 'req/s', language: 'en'})).toBe('1,235 req/s');
    expect(sayFigure(12.5, {unit: '%', language: 'ja'})).toBe('12.5%');
    expect(sayFigure(0.00012, {unit: '', language: 'en'})).toBe('0.00012');
  });

  it('of a share keeps the nines of a target', () => {
    expect(sayShare(0.99995, 'en', 4)).toBe('99.995%');
    expect(sayShare(0.625, 'ja')).toBe('62.5%');
  });
});

describe('the summary of a history', () => {
  it('leaves gaps out, and says how many there are', () => {
    expect(summarise({startMs: 0, stepMs: 60_000, points: [3, null, 1, 2, null]})).toEqual({
      latest: 2,
      lowest: 1,
      highest: 3,
      spanMs: 240_000,
      missing: 0.4,
    });
  });

  it('holds the latest figure too, which is younger than the last step', () => {
    expect(summarise({startMs: 0, stepMs: 60_000, points: [30, 40]}, 18.7)).toMatchObject({latest: 18.7, lowest: 18.7, highest: 40});
    expect(summarise({startMs: 0, stepMs: 60_000, points: [null]}, 5)).toMatchObject({latest: 5, missing: 1});
  });

  it('is none when no point is known', () => {
    expect(summarise({startMs: 0, stepMs: 60_000, points: [null, null]})).toBeUndefined();
    expect(summarise({startMs: 0, stepMs: 60_000, points: []})).toBeUndefined();
  });
});

describe('the points of a history', () => {
  const series = {startMs: 0, stepMs: 60_000, points: [3, null, 30]};

  it('end with the latest figure at the time when it was asked', () => {
    expect(pointsOf({...series, latestMs: 150_000}, 18.7).slice(1)).toEqual([
      {at: 60_000, figure: null},
      {at: 120_000, figure: 30},
      {at: 150_000, figure: 18.7},
    ]);
  });

  it('have one point for one moment', () => {
    expect(pointsOf({...series, latestMs: 120_000}, 18.7).map(({at}) => at)).toEqual([0, 60_000, 120_000]);
  });

  it('end with the last step where nobody says when the figure was asked', () => {
    expect(pointsOf(series, 18.7).at(-1)).toEqual({at: 120_000, figure: 30});
  });
});
