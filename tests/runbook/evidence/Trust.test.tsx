// @vitest-environment happy-dom
import {cleanup, render} from '@testing-library/react';
import {afterEach, describe, expect, it} from 'vitest';
import {ageTrust} from '../../../src/runbook/evidence/age-trust.ts';
import {notedOf, sayTrust} from '../../../src/runbook/evidence/messages.ts';
import {Trust} from '../../../src/runbook/evidence/Trust.tsx';
import type {Trust as Known} from '../../../src/runbook/evidence/trust.ts';

afterEach(cleanup);

const last = {at: '2026-03-01T03:12Z', use: 'drill', by: 'sre-primary'} as const;
const proven: Known = {kind: 'proven', ...last, staleAfterDays: 180};
const failed: Known = {kind: 'failed', ...last, note: 'Pod <web> was gone.', lang: 'en', changed: ['steps']};
const days = (n: number): number => Date.parse(last.at) + n * 86_400_000;

/** What is seen of the line at a moment; without one, what a built page says. */
function seen(trust: Known, {now, language = 'en'}: {now?: number; language?: 'en' | 'ja'} = {}): string {
  const {container} = render(<Trust trust={trust} />);
  if (now !== undefined) ageTrust(container, {language, now});
  for (const hidden of container.querySelectorAll('[hidden]')) hidden.remove();
  return container.textContent ?? '';
}

describe('the line about trust', () => {
  it.each<[Known, string, string]>([
    [{kind: 'never'}, 'Not proven yet: no drill or use is on record', '未検証：訓練や実際の使用の記録がありません'],
    [
      {kind: 'never', talkedThrough: last.at},
      'Not proven yet: only talked through on 2026-03-01',
      '未検証：机上で確認しただけです（2026-03-01）',
    ],
    [proven, 'Proven in a drill on 2026-03-01', '検証済み：2026-03-01の訓練'],
    [{...proven, kind: 'stale'}, 'Proven, but long ago: in a drill on 2026-03-01', '検証から長くたっています：2026-03-01の訓練'],
    [
      {kind: 'changed', ...last, use: 'incident', changed: ['steps', 'alert']},
      'Changed since it worked in an incident on 2026-03-01: its steps and its alert rule',
      '2026-03-01のインシデントで使えたあと、手順とアラートのルールが変わりました',
    ],
    [
      {kind: 'adapted', ...last, use: 'game-day', note: 'N', lang: 'en'},
      'Worked on a game day, 2026-03-01, but not as it is written here',
      '2026-03-01のゲームデーで使えましたが、ここに書かれたとおりではありませんでした',
    ],
    [
      failed,
      'Failed when last used, in a drill on 2026-03-01. Changed since: its steps',
      '最後に使ったとき失敗：2026-03-01の訓練。その後の変更：手順',
    ],
  ])('says in both languages: %j', (trust, en, ja) => {
    expect(sayTrust(trust, 'en')).toBe(en);
    expect(sayTrust(trust, 'ja')).toBe(ja);
  });

  it('carries its date and no age in a built page', () => {
    const {container} = render(<Trust trust={proven} />);
    expect(container.querySelector('[data-trust]')).toMatchObject({
      dataset: {trust: 'proven', trustAt: last.at, trustStaleAfterDays: '180'},
    });
    expect(container.querySelector('time')?.dateTime).toBe(last.at);
    cleanup();
    expect(seen(proven)).toBe('Proven in a drill on 2026-03-01');
    expect(seen({kind: 'never'})).toBe('Not proven yet: no drill or use is on record');
  });

  it('gains its age in the browser, beside the date', () => {
    expect(seen(proven, {now: days(12)})).toBe('Proven in a drill on 2026-03-01 (12 days ago)');
    expect(seen(proven, {now: days(12), language: 'ja'})).toContain('2026-03-01（12日前）');
    expect(seen(proven, {now: days(0.5)})).toContain('(12 hours ago)');
    expect(seen({...failed, changed: []}, {now: days(2)})).toContain('in a drill on 2026-03-01 (2 days ago)');
  });

  it('says nothing of an age when the clock of the browser is behind', () => {
    expect(seen(proven, {now: days(-1)})).toBe('Proven in a drill on 2026-03-01');
  });

  it('turns a proof that became old into one, and only a proof', () => {
    expect(seen(proven, {now: days(181)})).toBe('Proven, but long ago: in a drill on 2026-03-01 (181 days ago)');
    const {container} = render(<Trust trust={proven} />);
    const line = container.querySelector<HTMLElement>('[data-trust]');
    ageTrust(container, {language: 'en', now: days(181)});
    ageTrust(container, {language: 'en', now: days(181)});
    expect(line?.dataset['trust']).toBe('stale');
    expect(line?.textContent?.match(/181 days ago/g)).toHaveLength(2);
    expect(seen(failed, {now: days(999)})).toContain('Failed when last used');
  });

  it('quotes what went wrong in its own language, as text', () => {
    const {container} = render(<Trust trust={failed} />);
    const note = container.querySelector('q');
    expect(note?.textContent).toBe('Pod <web> was gone.');
    expect(note?.lang).toBe('en');
  });

  it('shortens a note that the first screen has no room for', () => {
    const note = notedOf({...failed, note: `  ${'長い 😀\n'.repeat(60)}`})?.note ?? '';
    expect(Array.from(note)).toHaveLength(120);
    expect(note).toMatch(/^長い 😀 長い.*…$/u);
    expect(notedOf(proven)).toBeUndefined();
  });
});
