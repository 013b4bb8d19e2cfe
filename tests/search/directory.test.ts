import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import type {RunbookFrontMatter} from '../../src/page/contract.ts';
import {runbookFacts} from '../../src/runbook/facts.ts';
import {directory} from '../../src/search/directory.ts';
import {handbook} from '../support/sample.ts';

const page: RunbookFrontMatter = {
  title: '店の停止',
  description: '店が応答しない。',
  kind: 'runbook',
  owner: 'sre',
  status: 'adopted',
  alerts: ['ShopDown'],
  aliases: ['ShopGone'],
  impact: '買えない。',
  escalate_to: '@sre-lead',
  escalate_after_minutes: 15,
  access_needed: [],
  symptoms: ['502'],
  params: [],
};
const files = {
  'data/alerts/shop.yaml':
    'groups:\n  - name: shop\n    rules:\n      - {alert: ShopDown, expr: up == 0, labels: {severity: critical, service: shop}}\n' +
    '      - {alert: ShopSlow, expr: up == 0, labels: {severity: warning, service: shop}}\n',
  'data/catalog/org.yaml':
    "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: sre, title: Platform, annotations: {handbook/title-ja: 基盤, handbook/channel: '#sre'}}\nspec: {type: team, children: [], members: [sre-lead]}\n",
  'data/catalog/shop.yaml':
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: shop, title: Shop, annotations: {handbook/title-ja: 店}}\nspec: {type: service, lifecycle: production, owner: sre}\n',
  'data/published-alerts.yaml': 'alerts: []\ntombstones:\n  - {name: OldGate, reason: {en: The gate is gone., ja: 門はもうありません。}}\n',
};

describe('the directory of alerts', () => {
  it('holds runbooks, alerts without one, withdrawn names and teams, in the language of the page', () => {
    const wares = {catalog: readCatalog(handbook(files)), language: 'ja'} as const;
    expect(directory([runbookFacts('runbooks/shop-down', page, wares)], wares)).toEqual({
      runbooks: [
        {
          slug: 'runbooks/shop-down',
          title: '店の停止',
          alerts: ['ShopDown'],
          aliases: ['ShopGone'],
          symptoms: ['502'],
          services: [{name: 'shop', title: '店'}],
          urgency: 'page',
        },
      ],
      unwritten: expect.arrayContaining([
        {name: 'ShopSlow', services: ['shop'], urgency: 'ticket'},
        {name: 'Watchdog', services: [], urgency: 'note'},
      ]) as unknown,
      tombstones: [{name: 'OldGate', reason: '門はもうありません。'}],
      teams: [{name: '基盤', channel: '#sre', services: ['shop'], onCall: false}],
      repository: 'https://git.example/handbook',
    });
  });
});
