import {describe, expect, it} from 'vitest';
import {alertNeedsRunbook} from '../../src/lint/catalog/alert-needs-runbook.ts';
import {lintFiles, page} from '../support/lint.ts';

const rules = `groups:
  - name: shop
    rules:
      - alert: ShopDown
        expr: up == 0
        labels: {severity: critical}
      - alert: ShopSlow
        expr: up == 0
        labels: {severity: warning}
`;

describe('alert-needs-runbook', () => {
  it('accepts alerts with a runbook, and an alert that only informs without one', () => {
    const runbook = page('runbook', 'Text.', 'alerts: [ShopDown, ShopSlow]\n');
    expect(lintFiles(alertNeedsRunbook, {'data/alerts/shop.yaml': rules, 'docs/runbooks/shop.mdx': runbook})).toEqual([]);
  });

  it('refuses alerts that ask something of a person and have none', () => {
    const mention = page('procedure', 'Text.', 'alerts: [ShopSlow]\n');
    expect(lintFiles(alertNeedsRunbook, {'data/alerts/shop.yaml': rules, 'docs/a.mdx': mention})).toEqual([
      'data/alerts/shop.yaml:4:16 Unexpected alert ShopDown that wakes somebody without a runbook, expected a page of kind runbook with alerts: [ShopDown]',
      'data/alerts/shop.yaml:7:16 Unexpected alert ShopSlow that opens a ticket without a runbook, expected a page of kind runbook with alerts: [ShopSlow]',
    ]);
  });
});
