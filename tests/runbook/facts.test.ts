import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import type {RunbookFrontMatter} from '../../src/page/contract.ts';
import {contact, runbookFacts} from '../../src/runbook/facts.ts';
import {handbook} from '../support/sample.ts';

const page: RunbookFrontMatter = {
  title: 'Shop down',
  description: 'The shop does not answer.',
  kind: 'runbook',
  owner: 'sre',
  status: 'adopted',
  alerts: ['Watchdog', 'ShopDown'],
  aliases: [],
  impact: 'Nobody can buy.',
  escalate_to: '@sre-lead',
  escalate_after_minutes: 15,
  access_needed: [],
  symptoms: ['502'],
  params: [{name: 'POD', label: 'pod', example: 'shop-1'}],
};
const files = {
  'data/alerts/shop.yaml':
    'groups:\n  - name: shop\n    rules:\n      - {alert: ShopDown, expr: up == 0, labels: {severity: critical, service: shop}}\n',
  'data/catalog/org.yaml':
    "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: sre, title: Platform, annotations: {handbook/title-ja: 基盤, handbook/channel: '#sre'}}\nspec: {type: team, children: [], members: [sre-lead]}\n",
  'data/catalog/shop.yaml':
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: shop, title: Shop, annotations: {handbook/title-ja: 店}}\nspec: {type: service, lifecycle: production, owner: sre}\n',
};

describe('what the first screen of a runbook says', () => {
  it('joins the page with its alerts, their services and the owner, in the language of the page', () => {
    const catalog = readCatalog(handbook(files));
    expect(runbookFacts('runbooks/shop-down', page, {catalog, language: 'ja'})).toMatchObject({
      slug: 'runbooks/shop-down',
      impact: 'Nobody can buy.',
      urgency: 'page',
      alerts: [
        {name: 'Watchdog', urgency: 'note', severities: ['info']},
        {name: 'ShopDown', urgency: 'page', severities: ['critical']},
      ],
      services: [{name: 'shop', title: '店'}],
      owner: {name: '基盤', channel: '#sre'},
      escalateTo: {name: '@sre-lead', channel: '#sre'},
      params: [{name: 'POD', label: 'pod', example: 'shop-1'}],
    });
  });

  it('has no urgency without an alert, and leaves out one that no rule has', () => {
    const catalog = readCatalog(handbook(files));
    const facts = runbookFacts('runbooks/shop-down', {...page, alerts: ['Gone']}, {catalog, language: 'en'});
    expect(facts).toMatchObject({alerts: [], services: []});
    expect(facts.urgency).toBeUndefined();
  });

  it('keeps the name of a team or role that the catalog does not have', () => {
    const catalog = readCatalog(handbook(files));
    expect(contact('sales', {catalog, language: 'en'})).toEqual({name: 'sales', channel: undefined});
    expect(contact('@nobody', {catalog, language: 'en'})).toEqual({name: '@nobody', channel: undefined});
    expect(contact('sre', {catalog, language: 'en'})).toEqual({name: 'Platform', channel: '#sre'});
  });
});
