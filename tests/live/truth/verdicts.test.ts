import {beforeAll, expect, it} from 'vitest';
import type {Catalog} from '../../../src/catalog/model.ts';
import {readCatalog} from '../../../src/catalog/read-catalog.server.ts';
import type {AlertItem} from '../../../src/live/contract.ts';
import type {Readings} from '../../../src/live/truth/truth.ts';
import {alertsId, judgeEverything} from '../../../src/live/truth/verdicts.ts';

const now = Date.UTC(2026, 0, 1);
let catalog: Catalog;
beforeAll(() => {
  catalog = readCatalog('.');
});

/** Every rule of the sample is served, healthy and quiet. */
function quiet(): Readings {
  const rules = [...catalog.alerts.keys()].map((alert) => ({
    alert,
    labels: {},
    health: 'ok',
    intervalMs: 1000,
    evaluatedMsAgo: 0,
    alerts: [],
    missing: [],
    partial: [],
  }));
  const held = {labels: {alertname: 'Watchdog'}, state: 'active', startsAt: ''} as const;
  return {
    prometheus: {kind: 'read', at: now, value: {rules, warnings: 0}},
    alertmanager: {kind: 'read', at: now, value: {alerts: [held]}},
  };
}

const item: AlertItem = {
  alertname: 'SomebodyElses',
  severity: 'critical',
  startsAt: '2026-01-01T00:00:00.000Z',
  labels: {alertname: 'SomebodyElses'},
  state: 'firing',
  runbook: null,
  href: null,
};
const judge = (readings: Readings, items: readonly AlertItem[] = []) => judgeEverything({catalog, readings, items, results: () => [], now});
const all = (readings: Readings, items?: readonly AlertItem[]): string | undefined => judge(readings, items).get(alertsId)?.state;

it('calls the list quiet only while it is empty', () => {
  expect(all(quiet())).toBe('ok');
  expect(all(quiet(), [item])).toBe('firing');
  expect(all(quiet(), [{...item, state: 'silenced'}])).toBe('firing');
  expect(all(quiet(), [{...item, state: 'pending'}])).toBe('degraded');
});

it('does not believe the list while a source does not answer', () => {
  const lost = {...quiet(), prometheus: {kind: 'failed', at: now, reason: 'timeout', detail: ''}} as const;
  expect(judge(lost, [item]).get(alertsId)).toMatchObject({state: 'unknown', reason: 'timeout'});
});

it('judges every id that data/ names', () => {
  const verdicts = judge(quiet());
  expect(verdicts.get('alert:BlackboxProbeFailed')?.state).toBe('ok');
  expect(verdicts.get('service:web-front')?.state).toBe('ok');
  expect(verdicts.get('service:search')).toMatchObject({state: 'unknown', reason: 'not-configured'});
  expect(verdicts.get('probe:handbook')).toMatchObject({state: 'unknown', reason: 'never-seen'});
  expect(verdicts.get('slo:lending-api-availability')).toMatchObject({state: 'unknown', reason: 'not-configured'});
});
