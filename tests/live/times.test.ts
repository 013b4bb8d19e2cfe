import {describe, expect, it} from 'vitest';
import {sayAge, sayLength, sayTime} from '../../src/live/times.ts';
import {sayZone} from '../../src/live/words/later-zone.ts';

const at = Date.UTC(2026, 10, 21, 18, 12, 7);

describe('an age', () => {
  it.each([
    [0, '0 s ago', '0秒前'],
    [119_000, '119 s ago', '119秒前'],
    [120_000, '2 min ago', '2分前'],
    [7_200_000, '2 h ago', '2時間前'],
    [172_800_000, '2 d ago', '2日前'],
    [-5000, '0 s ago', '0秒前'],
  ])('of %i ms is said in one unit', (ms, en, ja) => {
    expect(sayAge(ms, 'en')).toBe(en);
    expect(sayAge(ms, 'ja')).toBe(ja);
  });
});

describe('a length of time', () => {
  it.each([
    [273_600_000, '3 d 4 h', '3日4時間'],
    [2_592_000_000, '30 d', '30日'],
    [21_600_000, '6 h', '6時間'],
    [90_061_000, '1 d 1 h', '1日1時間'],
    [3_605_000, '1 h', '1時間'],
    [999, '0 s', '0秒'],
  ])('of %i ms is said in at most two units', (ms, en, ja) => {
    expect(sayLength(ms, 'en')).toBe(en);
    expect(sayLength(ms, 'ja')).toBe(ja);
  });
});

describe('a time', () => {
  it('is said in the zone of the reader and in UTC', () => {
    expect(sayTime(at, {language: 'en', zone: 'Asia/Tokyo'})).toBe('03:12:07 JST (18:12 UTC)');
    expect(sayTime(at, {language: 'ja', zone: 'Asia/Tokyo'})).toBe('03:12:07 JST（18:12 UTC）');
    expect(sayTime(at, {language: 'en', zone: 'America/New_York'})).toBe('13:12:07 GMT-5 (18:12 UTC)');
  });

  it('names the zone of an axis as it names that of a moment', () => {
    expect(sayZone(at, 'en', 'Asia/Tokyo')).toBe('JST');
    expect(sayZone(at, 'ja', 'America/New_York')).toBe('GMT-5');
    expect(sayTime(at, {language: 'en', zone: 'UTC'})).toContain(sayZone(at, 'en', 'UTC'));
  });

  it('is not said twice in UTC', () => {
    expect(sayTime(at, {language: 'en', zone: 'UTC'})).toBe('18:12:07 UTC');
  });

  it('names its day when that is another one, and leaves the seconds of a plan away', () => {
    expect(sayTime(at, {language: 'en', zone: 'Asia/Tokyo', now: at - 86_400_000})).toBe('22 Nov 03:12:07 JST (18:12 UTC)');
    expect(sayTime(at, {language: 'ja', zone: 'Asia/Tokyo', now: at - 86_400_000, planned: true})).toBe('11月22日 03:12 JST（18:12 UTC）');
    expect(sayTime(at, {language: 'en', zone: 'Asia/Tokyo', now: at + 60_000, planned: true})).toBe('03:12 JST (18:12 UTC)');
  });
});
