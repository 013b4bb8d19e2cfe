import {describe, expect, it} from 'vitest';
import {alike, likeness, pairsOf} from '../../../src/retro/trends/likeness.ts';

const like = (a: string, b: string): number => likeness(pairsOf(a), pairsOf(b));

describe('the likeness of two texts', () => {
  it('is 1 whatever the case, the width and the signs', () => {
    expect(like('The Alert: fired 9 times!', 'the alert fired ９ times')).toBe(1);
    expect(like('ﾃﾞｨｽｸが満杯', 'ディスクが満杯。')).toBe(1);
  });

  it.each([
    ['The link of an alert led to a page that had been renamed', 'The link of one alert led to a page that has been renamed'],
    ['夜間バッチのアラートが5晩鳴った', '夜間バッチのアラートが9晩も鳴った'],
  ])('is enough for %s', (a, b) => {
    expect(like(a, b)).toBeGreaterThanOrEqual(alike);
    expect(like(b, a)).toBe(like(a, b));
  });

  it.each([
    ['The alert came late', 'The dashboard was empty'],
    ['検索が遅い', '引き継ぎが長い'],
    ['', 'Something'],
    ['', ''],
    ['a', 'aaaa bbbb cccc'],
  ])('is not enough for %s', (a, b) => {
    expect(like(a, b)).toBeLessThan(alike);
  });
});
