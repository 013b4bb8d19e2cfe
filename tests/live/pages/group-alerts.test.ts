import {describe, expect, it} from 'vitest';
import type {AlertItem} from '../../../src/live/contract.ts';
import {groupAlerts} from '../../../src/live/pages/group-alerts.ts';

const facts = {
  severities: {critical: 'page', warning: 'ticket', info: 'note'},
  services: {shop: 'Shop', search: 'Search'},
  about: {DiskFull: ['search', 'shop']},
} as const;

const alert = (alertname: string, severity: string, labels: Record<string, string> = {}): AlertItem => ({
  alertname,
  severity,
  startsAt: '2026-11-21T18:00:00.000Z',
  labels,
  state: 'firing',
  summary: null,
  links: {},
  runbook: null,
  href: null,
});
const said = (...items: AlertItem[]): string[] =>
  groupAlerts(items, facts).map(
    ({services, items: members}) => `${services.join('+')}: ${members.map(({alertname}) => alertname).join(' ')}`,
  );

describe('the alerts on /oncall', () => {
  it('are grouped by service, the group with the most urgent first, and within it the most urgent first', () => {
    expect(
      said(
        alert('Slow', 'info', {service: 'search'}),
        alert('Lag', 'warning', {service: 'shop'}),
        alert('Down', 'critical', {service: 'search'}),
      ),
    ).toEqual(['Search: Down Slow', 'Shop: Lag']);
  });

  it('take their services from the catalog when no label names one, and come last without any', () => {
    expect(said(alert('Odd', 'critical'), alert('DiskFull', 'info'))).toEqual(['Search+Shop: DiskFull', ': Odd']);
  });

  it('come first when their severity means nothing to the handbook, because it may be anything', () => {
    expect(said(alert('A', 'warning', {service: 'shop'}), alert('B', 'sev0', {service: 'shop'}))).toEqual(['Shop: B A']);
  });

  it('are not fooled by names that every object has', () => {
    expect(said(alert('constructor', 'toString', {service: 'valueOf'}))).toEqual(['valueOf: constructor']);
  });
});
