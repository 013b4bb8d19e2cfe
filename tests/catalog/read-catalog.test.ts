import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {handbook} from '../support/sample.ts';

const rules = `groups:
  - name: shop
    labels: {service: shop}
    rules:
      - {alert: Down, expr: up == 0, for: 5m, labels: {severity: warning}}
      - {alert: Down, expr: up == 0, for: 1h, labels: {severity: critical}}
      - {record: 'job:up', expr: sum(up)}
`;

describe('the catalog', () => {
  it('makes an alert the most urgent of its rules', () => {
    const {alerts} = readCatalog(handbook({'data/alerts/shop.yaml': rules}));
    expect(alerts.get('Down')).toMatchObject({urgency: 'page', severities: ['critical', 'warning'], services: ['shop']});
    expect(alerts.get('Down')?.rules.map((rule) => rule.for)).toEqual(['5m', '1h']);
    expect([...alerts.keys()].toSorted()).toEqual(['Down', 'Watchdog']);
  });

  it('reads a PrometheusRule resource like a plain file', () => {
    const resource = `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: shop}\nspec:\n${rules.replaceAll(/^/gm, '  ')}`;
    const plain = readCatalog(handbook({'data/alerts/shop.yaml': rules}));
    const wrapped = readCatalog(handbook({'data/alerts/shop.yaml': resource.trimEnd() + '\n'}));
    const without = ({alerts}: typeof plain): unknown =>
      [...alerts.values()].map((alert) => ({...alert, rules: alert.rules.map(({place: _, linkPlace: __, ...rule}) => rule)}));
    expect(without(wrapped)).toEqual(without(plain));
    expect(wrapped.alerts.get('Down')?.rules[0]?.place).toMatchObject({file: 'data/alerts/shop.yaml', line: 9});
  });

  it('knows which alerts speak about a service, by the rule and by the annotation', () => {
    const shop = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: shop, annotations: {prometheus.io/alert: Watchdog}}
spec: {type: service, lifecycle: production, owner: 'group:default/sre'}
`;
    const {services} = readCatalog(handbook({'data/alerts/shop.yaml': rules, 'data/catalog/shop.yaml': shop}));
    expect(services.get('shop')?.alerts.toSorted()).toEqual(['Down', 'Watchdog']);
    expect(services.get('shop')?.owner).toBe('sre');
  });

  it('leaves a templated service label for the moment when the alert fires', () => {
    const templated = rules.replace('service: shop', "service: '{{ $labels.job }}'");
    expect(readCatalog(handbook({'data/alerts/shop.yaml': templated})).alerts.get('Down')?.services).toEqual([]);
  });

  it('does not read tests of rules as rules', () => {
    expect(() => readCatalog(handbook({'data/alerts/tests/shop.test.yaml': 'rule_files: []\n'}))).not.toThrow();
  });

  it('reads the repository itself without a slip', () => {
    expect(() => readCatalog('.')).not.toThrow();
  });
});
