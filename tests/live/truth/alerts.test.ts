import {expect, it} from 'vitest';
import {listAlerts} from '../../../src/live/truth/alerts.ts';
import type {HeldAlert} from '../../../src/live/sources/alertmanager.server.ts';
import type {RuleReading} from '../../../src/live/sources/prometheus.server.ts';
import type {Readings} from '../../../src/live/truth/verdicts.ts';
import {fired, held, readings, rule} from '../../support/readings.ts';

const labels = {alertname: 'Full', severity: 'critical', namespace: 'a&b', pvc: 'data 0', instance: '10.0.0.7:9100'};
const options = {
  runbooks: new Map([['Full', {slug: 'runbooks/full', labels: ['namespace', 'pvc', 'node']}]]),
  watchdog: {alert: 'Watchdog', labels: {}},
  showsLabel: (_alert: string, label: string) => ['alertname', 'severity', 'namespace', 'pvc'].includes(label),
  linkHosts: ['*.reiji.example'],
};
const both = (alerts: RuleReading['alerts'], alertmanager: HeldAlert[]): Readings =>
  readings([rule({alert: 'Full', alerts})], alertmanager);

it('gives each alert the filled address of its runbook', () => {
  const {
    items: [item],
  } = listAlerts(both([fired(labels)], []), options);
  expect(item).toMatchObject({
    alertname: 'Full',
    severity: 'critical',
    state: 'firing',
    startsAt: '2026-01-01T00:00:00.123Z',
    runbook: '/runbooks/full',
    href: '/r/Full?namespace=a%26b&pvc=data+0',
  });
});

it.each(['silenced', 'inhibited'] as const)(
  'knows an alert again in Alertmanager by its labels, whatever Prometheus added on the way: %s',
  (state) => {
    expect(listAlerts(both([fired(labels)], [held({...labels, cluster: 'tokyo'}, state)]), options).items).toMatchObject([{state}]);
  },
);

it('lists what Alertmanager holds from elsewhere, without the Watchdog, and firing before pending', () => {
  const {items} = listAlerts(both([fired(labels, 'pending')], [held({alertname: 'Watchdog'}), held({alertname: 'Elsewhere'})]), options);
  expect(items.map(({alertname, state, href}) => [alertname, state, href])).toEqual([
    ['Elsewhere', 'firing', null],
    ['Full', 'pending', '/r/Full?namespace=a%26b&pvc=data+0'],
  ]);
});

it('lists as firing what Alertmanager holds, even where Prometheus still has it as pending', () => {
  expect(listAlerts(both([fired(labels, 'pending')], [held(labels)]), options).items).toMatchObject([{state: 'firing'}]);
});

it('does not take an alert of another cluster for one of ours', () => {
  const ours = {...options, watchdog: {alert: 'Watchdog', labels: {cluster: 'tokyo'}}};
  const {items} = listAlerts(both([fired(labels, 'pending')], [held({...labels, cluster: 'osaka'})]), ours);
  expect(items.map(({state}) => state)).toEqual(['firing', 'pending']);
});

it('shows the labels that are listed, and no other', () => {
  const {
    items: [item],
  } = listAlerts(both([fired(labels)], []), options);
  expect(Object.keys(item?.labels ?? {})).toEqual(['alertname', 'severity', 'namespace', 'pvc']);
});

it('takes what annotations say as text, and only listed hosts as links', () => {
  const annotations = {
    summary: '<img src=x onerror=alert(1)> \u202Egnp.exe',
    dashboard: 'https://grafana.reiji.example/d/1',
    runbook_url: 'https://grafana.reiji.example/r/Full',
    ...Object.fromEntries(
      [
        'javascript:alert(1)',
        '//grafana.reiji.example/',
        'http://grafana.reiji.example/',
        'https://user:pass@grafana.reiji.example/',
        ' https://grafana.reiji.example/',
        'https://reiji.example.evil.example/',
        'https://evilreiji.example/',
        'https://evil.example/?grafana.reiji.example',
        'https:\\\\evil.example',
        'data:text/html,x',
      ].map((link, n) => [`link${n}`, link]),
    ),
  };
  const {
    items: [item],
  } = listAlerts(both([{...fired(labels), annotations}], []), options);
  expect(item?.summary).toBe('<img src=x onerror=alert(1)> \uFFFDgnp.exe');
  expect(item?.links).toEqual({dashboard: 'https://grafana.reiji.example/d/1'});
});

it('knows which alerts are of another cluster, where the labels of the Watchdog say which is ours', () => {
  const ours = {...options, watchdog: {alert: 'Watchdog', labels: {cluster: 'tokyo'}}};
  const {items, foreign} = listAlerts(both([], [held({...labels, cluster: 'osaka'}), held({alertname: 'Elsewhere'})]), ours);
  expect(items.map((item) => [item.alertname, foreign.has(item)])).toEqual([
    ['Elsewhere', false],
    ['Full', true],
  ]);
});
