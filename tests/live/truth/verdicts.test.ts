import {beforeAll, expect, it} from 'vitest';
import type {Catalog} from '../../../src/catalog/model.ts';
import {readCatalog} from '../../../src/catalog/read-catalog.server.ts';
import type {AlertItem} from '../../../src/live/contract.ts';
import {alertsId, judgeEverything, type Readings} from '../../../src/live/truth/verdicts.ts';
import {failed, now, readings, rule} from '../../support/readings.ts';

let catalog: Catalog;
beforeAll(() => {
  catalog = readCatalog('.');
});

/** Every rule of the sample is served, healthy and quiet. */
const quiet = (): Readings => readings([...catalog.alerts.keys()].map((alert) => rule({alert})));

const item: AlertItem = {
  alertname: 'SomebodyElses',
  severity: 'critical',
  startsAt: '2026-01-01T00:00:00.000Z',
  labels: {alertname: 'SomebodyElses'},
  state: 'firing',
  summary: null,
  links: {},
  runbook: null,
  href: null,
};
const judge = (given: Readings, items: readonly AlertItem[] = [], foreign: ReadonlySet<AlertItem> = new Set()) =>
  judgeEverything({catalog, readings: given, list: {items, foreign}, timing: {askMs: 1000}, needs: () => undefined, now});
const all = (given: Readings, items?: readonly AlertItem[]): string | undefined => judge(given, items).get(alertsId)?.state;

it('calls the list quiet only while it is empty', () => {
  expect(all(quiet())).toBe('ok');
  expect(all(quiet(), [item])).toBe('firing');
  expect(all(quiet(), [{...item, state: 'silenced'}])).toBe('firing');
  expect(all(quiet(), [{...item, state: 'pending'}])).toBe('degraded');
});

it('is not quiet while the same alert fires in another cluster', () => {
  const theirs = {...item, alertname: 'BlackboxProbeFailed'};
  expect(judge(quiet(), [theirs], new Set([theirs])).get(alertsId)?.state).toBe('firing');
});

it('does not believe the list while a source does not answer', () => {
  const lost = {...quiet(), prometheus: failed('timeout')};
  expect(judge(lost, [item]).get(alertsId)).toMatchObject({state: 'unknown', reason: 'timeout'});
});

it('judges every id that data/ names', () => {
  const verdicts = judge(quiet());
  expect(verdicts.get('alert:BlackboxProbeFailed')?.state).toBe('ok');
  expect(verdicts.get('service:web-front')?.state).toBe('ok');
  expect(verdicts.get('service:search')).toMatchObject({state: 'unknown', reason: 'not-configured'});
  expect(verdicts.get('probe:handbook')).toMatchObject({state: 'unknown', reason: 'never-seen'});
  expect(verdicts.get('query:requests:search')).toMatchObject({state: 'unknown', reason: 'never-seen'});
  expect(verdicts.get('provider:pay-provider')).toMatchObject({state: 'unknown', reason: 'never-seen'});
  expect(verdicts.get('oncall:sre')).toMatchObject({state: 'unknown', reason: 'never-seen'});
  expect(verdicts.get('oncall:lending')).toMatchObject({state: 'unknown', reason: 'not-configured'});
  expect(verdicts.get('slo:lending-api-availability')).toMatchObject({state: 'unknown', reason: 'not-configured'});
});
