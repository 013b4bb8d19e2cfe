import {describe, expect, it} from 'vitest';
import {findCoverage} from '../../../src/runbook/coverage/find-coverage.ts';
import {page, rule} from './facts.ts';

const at = (path: string): string => `https://runbooks.example/runbooks/${path}`;

describe('coverage', () => {
  it('has an entry for each rule with a link, not for each name', () => {
    const rules = [
      rule('ShopDown', {severity: 'critical', url: at('shop/shopdown')}),
      rule('ShopDown', {severity: 'warning', url: at('shop/ShopDown/')}),
      rule('ShopSlow', {url: at('shop/shopslow')}),
      rule('ShopQuiet'),
    ];
    const {covered, dead, unlinked} = findCoverage(rules, [page('ShopDown', {path: 'shop/shopdown'})]);
    expect(covered.map(({severity, runbook}) => ({severity, runbook}))).toEqual([
      {severity: 'critical', runbook: 'shopdown'},
      {severity: 'warning', runbook: 'shopdown'},
    ]);
    expect(dead).toEqual([{alert: 'ShopSlow', severity: 'warning', url: at('shop/shopslow'), file: 'rules.yaml', line: 1}]);
    expect(unlinked.map(({alert}) => alert)).toEqual(['ShopQuiet']);
  });

  it('says which page an alert has all the same when its link is dead', () => {
    const {dead, missing} = findCoverage([rule('ShopDown', {url: at('old/shopdown')})], [page('ShopDown', {path: 'shop/shopdown'})]);
    expect(dead.map(({runbook}) => runbook)).toEqual(['shopdown']);
    expect(missing).toEqual([]);
  });

  it('misses an alert once, with its most urgent severity and what a reader is offered', () => {
    const rules = [rule('ShopCheckoutSlow'), rule('ShopCheckoutSlow', {severity: 'critical'}), rule('Backups', {severity: 'info'})];
    const {missing} = findCoverage(rules, [page('ShopCheckoutDown')]);
    expect(missing).toEqual([
      {alert: 'ShopCheckoutSlow', severity: 'critical', near: ['ShopCheckoutDown']},
      {alert: 'Backups', severity: 'info', near: []},
    ]);
  });

  it('misses no alert whose link leads to a page of another name', () => {
    const {missing, orphaned} = findCoverage([rule('ShopDown', {url: at('outage')})], [page('Outage')]);
    expect({missing, orphaned}).toEqual({missing: [], orphaned: []});
  });

  it('finds the pages whose alert no rule has, and leaves out those that are written for none', () => {
    const pages = [
      page('Gone'),
      page('ShopDown', {alerts: ['ShopDown', 'ShopAway']}),
      page('Start', {alerts: []}),
      page('shopslow', {alerts: ['shopslow']}),
    ];
    const {orphaned} = findCoverage([rule('ShopDown'), rule('ShopSlow')], pages);
    expect(orphaned).toEqual([
      {runbook: 'gone', file: 'Gone.md', alerts: ['Gone']},
      {runbook: 'shopdown', file: 'ShopDown.md', alerts: ['ShopAway']},
    ]);
  });

  it('lets an alias answer, and an alert in use win over an alias', () => {
    const pages = [page('ShopDown', {aliases: ['ShopGone', 'ShopSlow']}), page('ShopSlow')];
    const rules = ['ShopGone', 'ShopSlow'].map((alert) => rule(alert, {url: `https://handbook.example/r/${alert}`}));
    const {covered, missing} = findCoverage(rules, pages);
    expect(covered.map(({alert, runbook}) => [alert, runbook])).toEqual([
      ['ShopGone', 'shopdown'],
      ['ShopSlow', 'shopslow'],
    ]);
    expect(missing).toEqual([]);
  });

  it('names links whose query stands behind the fragment, though their page is there', () => {
    const url = `${at('shopdown')}#restart?pod={{ $labels.pod }}`;
    const {covered, misplacedQuery} = findCoverage([rule('ShopDown', {url})], [page('ShopDown')]);
    expect(covered).toHaveLength(1);
    expect(misplacedQuery).toEqual([{alert: 'ShopDown', severity: 'warning', url, file: 'rules.yaml', line: 1}]);
  });
});
