import {expect, it} from 'vitest';
import {listAlerts} from '../../../src/live/truth/alerts.ts';
import type {Readings} from '../../../src/live/truth/truth.ts';

const rule = {alert: 'Full', labels: {}, health: 'ok', intervalMs: 1000, evaluatedMsAgo: 0, missing: [], partial: []};
const startsAt = '2026-01-01T00:00:00.123456789Z';
const labels = {alertname: 'Full', severity: 'critical', namespace: 'a&b', pvc: 'data 0'};
const options = {runbooks: new Map([['Full', {slug: 'runbooks/full', labels: ['namespace', 'pvc', 'node']}]]), watchdog: 'Watchdog'};

type Labels = Record<string, string>;

function readings(
  alerts: {state: 'firing' | 'pending'; labels: Labels}[],
  held: {labels: Labels; state: 'active' | 'suppressed'}[],
): Readings {
  return {
    prometheus: {
      kind: 'read',
      at: 0,
      value: {warnings: 0, rules: [{...rule, alerts: alerts.map((alert) => ({...alert, activeAt: startsAt}))}]},
    },
    alertmanager: {kind: 'read', at: 0, value: {alerts: held.map((alert) => ({...alert, startsAt}))}},
  };
}

it('gives each alert the filled address of its runbook', () => {
  const [item] = listAlerts(readings([{state: 'firing', labels}], []), options);
  expect(item).toMatchObject({
    alertname: 'Full',
    severity: 'critical',
    state: 'firing',
    startsAt: '2026-01-01T00:00:00.123Z',
    runbook: '/runbooks/full',
    href: '/r/Full?namespace=a%26b&pvc=data+0',
  });
});

it('knows an alert again in Alertmanager by its labels, whatever Prometheus added on the way', () => {
  const held = [{labels: {...labels, cluster: 'tokyo'}, state: 'suppressed' as const}];
  expect(listAlerts(readings([{state: 'firing', labels}], held), options)).toMatchObject([{state: 'silenced'}]);
});

it('lists what Alertmanager holds from elsewhere, without the Watchdog, and firing before pending', () => {
  const held = [
    {labels: {alertname: 'Watchdog'}, state: 'active' as const},
    {labels: {alertname: 'Elsewhere'}, state: 'active' as const},
  ];
  const items = listAlerts(readings([{state: 'pending', labels}], held), options);
  expect(items.map(({alertname, state, href}) => [alertname, state, href])).toEqual([
    ['Elsewhere', 'firing', null],
    ['Full', 'pending', '/r/Full?namespace=a%26b&pvc=data+0'],
  ]);
});
