import {describe, expect, it} from 'vitest';
import {ranks, standingOf} from '../../src/registers/standing.ts';
import {messages} from '../../src/registers/ui/messages.ts';

describe('how an entry stands', () => {
  it('changes on the day after its last, and not before a day is known', () => {
    expect(standingOf({status: 'open', due: '2026-02-13'}, '2026-02-13')).toBe('open');
    expect(standingOf({status: 'open', due: '2026-02-13'}, '2026-02-14')).toBe('overdue');
    expect(standingOf({status: 'holds', due: '2026-02-13'}, '2026-02-14')).toBe('over');
    expect(standingOf({status: 'fresh', due: '2026-02-13'}, '2026-02-14')).toBe('stale');
    expect(standingOf({status: 'fresh', due: '2026-02-13'}, undefined)).toBe('fresh');
    expect(standingOf({status: 'done', due: '2026-02-13'}, '2026-02-14')).toBe('done');
    expect(standingOf({}, '2026-02-14')).toBeUndefined();
  });

  it('is stale when nobody looked again, whatever was seen', () => {
    expect(standingOf({status: 'ok', due: '2026-02-13'}, '2026-02-14')).toBe('stale');
    expect(standingOf({status: 'warning', due: '2026-02-13'}, '2026-02-14')).toBe('stale');
    expect(standingOf({status: 'supported', due: '2026-02-13', late: 'stale'}, '2026-02-14')).toBe('stale');
  });

  it('says from its first day that an end is near', () => {
    const version = {status: 'supported', soon: '2026-02-01', due: '2026-05-02'} as const;
    expect(['2026-01-31', '2026-02-01', '2026-05-02', '2026-05-03'].map((day) => standingOf(version, day))).toEqual([
      'supported',
      'ending',
      'ending',
      'over',
    ]);
  });

  it('has one rank and one word in each language', () => {
    const all = ranks.flat().toSorted();
    for (const {status} of [messages.en, messages.ja]) {
      expect(Object.keys(status).toSorted()).toEqual(all);
      expect(new Set(Object.values(status)).size).toBe(all.length);
    }
  });
});
