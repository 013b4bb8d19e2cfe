import {describe, expect, it} from 'vitest';
import type {Evidence} from '../../../src/runbook/evidence/contract.ts';
import {isStale, trustOf} from '../../../src/runbook/evidence/trust.ts';

const now = {steps: 's', alert: 'a'};
const use: Evidence = {
  file: '',
  page: 'runbooks/shop-down',
  at: '2026-03-01T03:12Z',
  kind: 'drill',
  by: 'sre-primary',
  outcome: 'worked',
  minutes: 12,
  note: 'A note.',
  lang: 'en',
  ...now,
};
const last = {at: use.at, use: 'drill', by: 'sre-primary'};
const later = '2026-04-01T00:00Z';

describe('trust', () => {
  it('is not there without a use', () => {
    expect(trustOf([], now)).toEqual({kind: 'never'});
  });

  it('is not made by talking, which is mentioned', () => {
    expect(trustOf([{...use, kind: 'table-top'}], now)).toEqual({kind: 'never', talkedThrough: use.at});
    expect(trustOf([use, {...use, at: later, kind: 'table-top', outcome: 'failed'}], now)).toMatchObject({kind: 'proven', at: use.at});
  });

  it('is a proof while what worked is what stands there', () => {
    expect(trustOf([use], now)).toEqual({kind: 'proven', ...last, staleAfterDays: 365});
  });

  it.each([
    ['steps', {steps: 'other'}, ['steps']],
    ['alert', {alert: 'other'}, ['alert']],
    ['both', {steps: 'other', alert: 'other'}, ['steps', 'alert']],
  ])('ends with a change: %s', (_, change, changed) => {
    expect(trustOf([use], {...now, ...change})).toEqual({kind: 'changed', ...last, changed});
  });

  it('comes back when a change is taken back, because the hash decides and not the date', () => {
    expect(trustOf([use], {...now, steps: 's'}).kind).toBe('proven');
  });

  it('is no proof of what worked only with changes', () => {
    const adapted = {...use, outcome: 'worked-with-changes' as const};
    expect(trustOf([adapted], now)).toEqual({kind: 'adapted', ...last, note: 'A note.', lang: 'en'});
    expect(trustOf([adapted], {...now, steps: 'mended'})).toEqual({kind: 'changed', ...last, changed: ['steps']});
  });

  it('is lost by a failure until it works again, whatever changes', () => {
    const failed = {...use, at: later, outcome: 'failed' as const};
    const lost = {kind: 'failed', at: later, use: 'drill', by: 'sre-primary', note: 'A note.', lang: 'en'};
    expect(trustOf([failed, use], now)).toEqual({...lost, changed: []});
    expect(trustOf([use, failed], {...now, steps: 'mended'})).toEqual({...lost, changed: ['steps']});
    expect(trustOf([use, failed, {...use, at: '2026-05-01T00:00Z', kind: 'incident'}], now)).toMatchObject({
      kind: 'proven',
      use: 'incident',
    });
  });

  it('ages only where somebody says what time it is: half a year for what wakes somebody, a year otherwise', () => {
    const at = (days: number): number => Date.parse(use.at) + days * 86_400_000;
    expect(trustOf([use], {...now, urgency: 'page'})).toMatchObject({kind: 'proven', staleAfterDays: 180});
    expect(trustOf([use], {...now, urgency: 'page', now: at(180)}).kind).toBe('proven');
    expect(trustOf([use], {...now, urgency: 'page', now: at(180) + 1}).kind).toBe('stale');
    expect(trustOf([use], {...now, urgency: 'ticket', now: at(365)}).kind).toBe('proven');
    expect(trustOf([use], {...now, now: at(365) + 1}).kind).toBe('stale');
    expect(isStale(use.at, {now: at(-1), limit: 180})).toBe(false);
  });
});
