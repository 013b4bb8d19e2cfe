import {describe, expect, it} from 'vitest';
import {AlertsAnswer as Answer, type AlertItem, type AlertsAnswer} from '../../../src/live/contract.ts';
import type {Gateway} from '../../../src/live/gateway/gateway.server.ts';
import {mostBytes, Texts} from '../../../src/live/gateway/texts.server.ts';
import type {Live} from '../../../src/live/state.ts';

const live: Live = {state: 'firing', observedAt: '2026-01-01T00:00:00.000Z', ageMs: 10, validForMs: 5000, value: {firing: 1}, evidence: []};
const item: AlertItem = {
  alertname: 'A',
  severity: 'critical',
  startsAt: '2026-01-01T00:00:00.000Z',
  labels: {},
  state: 'firing',
  summary: null,
  links: {},
  runbook: null,
  href: null,
};

/** The list that readers get of these alerts. */
function told(items: readonly AlertItem[]): {text: string; answer: AlertsAnswer} {
  const gateway: Pick<Gateway, 'alerts' | 'live' | 'changedAt'> = {
    alerts: () => ({items, live}),
    live: () => undefined,
    changedAt: () => 1,
  };
  // Texts use no more of a gateway than this one has.
  const text = new Texts(gateway as Gateway).of('*') ?? '';
  return {text, answer: Answer.parse(JSON.parse(text))};
}

describe('the list of alerts', () => {
  it('is whole while it is short', () => {
    expect(told([item, item]).answer).toEqual({items: [item, item], live});
  });

  it('counts what is beyond 500', () => {
    const {items, live: whole} = told(Array.from({length: 730}, () => item)).answer;
    expect([items.length, whole.evidence]).toEqual([500, [{source: 'handbook', check: 'more', ok: false, detail: '230'}]]);
  });

  it('is no longer than a stream can carry, by bytes and not by characters', () => {
    const long = {...item, summary: '炎'.repeat(500), labels: {pod: 'x'.repeat(2000)}};
    const {text, answer} = told(Array.from({length: 400}, () => long));
    expect(Buffer.byteLength(text)).toBeLessThan(mostBytes + 2000);
    expect(answer.items.length).toBe(Math.floor(mostBytes / Buffer.byteLength(JSON.stringify(long))));
    expect(answer.live.evidence).toEqual([{source: 'handbook', check: 'more', ok: false, detail: String(400 - answer.items.length)}]);
  });
});
