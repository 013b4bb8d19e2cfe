import {describe, expect, it} from 'vitest';
import {sayAge, sayLastKnown, sayLive, sayReason, sayState, sayTime} from '../../src/live/messages.ts';
import {reasons, states, type Live} from '../../src/live/state.ts';

const at = Date.UTC(2026, 10, 21, 18, 12, 7);
const unknown: Live = {
  state: 'unknown',
  reason: 'timeout',
  observedAt: new Date(at).toISOString(),
  ageMs: 0,
  validForMs: 0,
  evidence: [],
  lastKnown: {state: 'firing', value: {}, observedAt: new Date(at).toISOString()},
};

describe('the words of live state', () => {
  it('exist for every state and reason in both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      const said = [...states.map((state) => sayState(state, language)), ...reasons.map((reason) => sayReason(reason, language))];
      expect(new Set(said).size).toBe(states.length + reasons.length);
    }
  });

  it('say why a state is unknown', () => {
    expect(sayLive(unknown, 'en')).toBe('Unknown: the source does not answer in time');
    expect(sayLive(unknown, 'ja')).toBe('不明（情報源が時間内に応答しません）');
  });

  it('say what was last known, with its time', () => {
    const zone = 'Asia/Tokyo';
    expect(sayLastKnown(unknown, {language: 'en', now: at + 4000, zone})).toMatch(
      /^last known: Firing at 03:12:07 \S+ \(18:12 UTC\), 4 s ago$/,
    );
    expect(sayLastKnown(unknown, {language: 'ja', now: at + 4000, zone})).toMatch(
      /^最後に確認できた状態：発報中（03:12:07 \S+（18:12 UTC）、4秒前）$/,
    );
  });

  it.each([
    [0, '0 s ago', '0秒前'],
    [119_000, '119 s ago', '119秒前'],
    [120_000, '2 min ago', '2分前'],
    [7_200_000, '2 h ago', '2時間前'],
    [172_800_000, '2 d ago', '2日前'],
    [-5000, '0 s ago', '0秒前'],
  ])('give an age of %i ms', (ms, en, ja) => {
    expect(sayAge(ms, 'en')).toBe(en);
    expect(sayAge(ms, 'ja')).toBe(ja);
  });

  it('do not say UTC twice', () => {
    expect(sayTime(at, {language: 'en', zone: 'UTC'})).toBe('18:12:07 UTC');
  });
});
