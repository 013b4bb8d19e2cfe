import {describe, expect, it} from 'vitest';
import {sayFigures, sayLastKnown, sayLive, sayReason, sayState} from '../../src/live/messages.ts';
import {reasons, states, type Live, type Value} from '../../src/live/state.ts';

const at = Date.UTC(2026, 10, 21, 18, 12, 7);
const observed = {observedAt: new Date(at).toISOString(), ageMs: 0, validForMs: 0, evidence: []};
const unknown: Live = {
  ...observed,
  state: 'unknown',
  reason: 'timeout',
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

  it('say of what nothing watches what holds for all of it; what exactly is missing stands in the evidence', () => {
    const missing: Live = {...observed, state: 'unknown', reason: 'not-configured'};
    expect(sayLive(missing, 'en')).toBe('Unknown: it is not set up');
    expect(sayLive(missing, 'ja')).toBe('不明（設定されていません）');
  });

  it('say of a pending alert that its condition holds, not only that something is degraded', () => {
    const pending: Live = {...observed, state: 'degraded', value: {pending: 1}};
    expect(sayLive(pending, 'en')).toBe('Degraded: a condition holds and waits to fire');
    expect(sayLive(pending, 'ja')).toBe('低下（条件が成立し、発報待ち）');
    expect(sayLive({...observed, state: 'degraded', value: {}}, 'en')).toBe('Degraded');
  });

  it('say what was last known, with its time', () => {
    const zone = 'Asia/Tokyo';
    expect(sayLastKnown(unknown, {language: 'en', now: at + 4000, zone})).toBe('last known: Firing at 03:12:07 JST (18:12 UTC), 4 s ago');
    expect(sayLastKnown(unknown, {language: 'ja', now: at + 4000, zone})).toBe(
      '最後に確認できた状態：発報中、03:12:07 JST（18:12 UTC）、4秒前',
    );
  });

  it('say what was last known in the words of whoever knows more than a state', () => {
    const said = ({figure}: Value): string | undefined => (figure === undefined ? undefined : `${figure} req/s`);
    const lost: Live = {...unknown, lastKnown: {state: 'ok', value: {figure: 7}, observedAt: observed.observedAt}};
    const options = {language: 'en', now: at + 4000, zone: 'UTC', said} as const;
    expect(sayLastKnown(lost, options)).toBe('last known: 7 req/s at 18:12:07 UTC, 4 s ago');
    expect(sayLastKnown(unknown, options)).toContain('Firing');
  });

  it('count what there is to count, and nothing else', () => {
    const value = {firing: 2, silenced: 1, inhibited: 0, pending: 1};
    expect(sayFigures(value, 'en')).toBe('2 alerts, 1 silenced, 1 pending');
    expect(sayFigures(value, 'ja')).toBe('発報2件、うちサイレンス1件、発報待ち1件');
    expect(sayFigures({latencyMs: 12.4, daysLeft: 20.9}, 'en')).toBe('answered in 12 ms, certificate: 20 d left');
    expect(sayFigures({firing: 0}, 'en')).toBeUndefined();
  });
});
