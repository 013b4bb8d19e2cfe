import {describe, expect, it} from 'vitest';
import {sayFigure, sayShare, summarise} from '../../src/live/figures.ts';

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

  it('is none when no point is known', () => {
    expect(summarise({startMs: 0, stepMs: 60_000, points: [null, null]})).toBeUndefined();
    expect(summarise({startMs: 0, stepMs: 60_000, points: []})).toBeUndefined();
  });
});
