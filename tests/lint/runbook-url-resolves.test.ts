import {describe, expect, it} from 'vitest';
import {runbookUrlResolves} from '../../src/lint/catalog/runbook-url-resolves.ts';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {lintFiles, page} from '../support/lint.ts';
import {handbook, sound} from '../support/sample.ts';

const file = 'data/alerts/shop.yaml';
const rule = (alert: string, url: string, severity = 'critical'): string => `groups:
  - name: shop
    rules:
      - alert: ${alert}
        expr: up == 0
        labels: {severity: ${severity}}
        annotations: {runbook_url: '${url}'}
`;
const pages = {
  'docs/runbooks/shop-down.mdx': page('runbook', 'Text.', 'alerts: [ShopDown]\naliases: [ShopGone]\n'),
  'docs/runbooks/start.mdx': page('runbook', 'Text.', 'alerts: []\naliases: []\n'),
  'docs/runbooks/slow.mdx': page('runbook', 'Text.', 'alerts: [ShopSlow]\naliases: []\n'),
};
const lint = (url: string, {alert = 'ShopDown', severity = 'critical'} = {}): string[] =>
  lintFiles(runbookUrlResolves, {...pages, [file]: rule(alert, url, severity)});

describe('runbook-url-resolves', () => {
  const accepted = [
    'https://handbook.example/r/ShopDown',
    'https://handbook.example/r/shopdown/?pod={{ $labels.pod | urlquery }}',
    'https://handbook.example/ja/r/ShopDown#check',
    'https://handbook.example/r/ShopGone',
    'https://handbook.example/r/?alertname=ShopDown',
    'https://handbook.example/runbooks/shop-down?pod=x#check',
    'https://handbook.example/runbooks/start',
  ];
  it.each(accepted)('accepts %s', (url) => {
    expect(lint(url)).toEqual([]);
  });

  it('accepts a handbook below a path', () => {
    const site = (sound['data/site.yaml'] ?? '').replace('https://handbook.example', 'https://handbook.example/sre/');
    const files = {...pages, 'data/site.yaml': site, [file]: rule('ShopDown', 'https://handbook.example/sre/r/ShopDown')};
    expect(lintFiles(runbookUrlResolves, files)).toEqual([]);
    expect(lintFiles(runbookUrlResolves, {...files, [file]: rule('ShopDown', 'https://handbook.example/r/ShopDown')})).toEqual([
      `${file}:7:36 Unexpected runbook_url "https://handbook.example/r/ShopDown" that leads nowhere, expected https://handbook.example/sre/r/ShopDown`,
    ]);
  });

  it('leaves an alert without any page to alert-needs-runbook, but not one that nobody asks for', () => {
    const url = 'https://handbook.example/r/Other';
    expect(lint(url, {alert: 'Other'})).toEqual([]);
    expect(lint(url, {alert: 'Other', severity: 'info'})).toEqual([
      `${file}:7:36 Unexpected runbook_url "${url}" that leads nowhere, expected the name of an alert, or of a page, that exists`,
    ]);
  });

  const own = 'https://handbook.example/r/ShopDown';
  const refused = [
    {url: 'https://handbook.example/r/ShopDwon', says: `that leads nowhere, expected ${own}`},
    {url: 'https://handbook.example/runbooks/gone', says: `that leads nowhere, expected ${own}`},
    {url: 'https://handbook.example/shop-down', says: `that leads nowhere, expected ${own}`},
    {url: 'https://handbook.example/wiki/r/ShopDown', says: `that leads nowhere, expected ${own}`},
    {url: 'https://handbook.example/r/ShopSlow', says: `of ShopDown that opens runbooks/slow, which is for ShopSlow; expected ${own}`},
    {url: '/r/ShopDown', says: `, expected an absolute address such as ${own}`},
    {url: 'javascript:alert(1)', says: `, expected an absolute address such as ${own}`},
  ];
  it.each(refused)('refuses $url', ({url, says}) => {
    expect(lint(url)).toEqual([`${file}:7:36 Unexpected runbook_url "${url}"${says.startsWith(',') ? '' : ' '}${says}`]);
  });

  it('refuses a query behind the fragment', () => {
    expect(lint('https://handbook.example/r/ShopDown#check?pod=x')).toEqual([
      `${file}:7:36 Unexpected query behind the # of runbook_url "https://handbook.example/r/ShopDown#check?pod=x", expected it before: a browser sends no label from there`,
    ]);
  });

  it('warns of a link to another host', () => {
    const {repository} = readRepository(handbook({...pages, [file]: rule('ShopDown', 'https://wiki.example/ShopDown')}));
    expect(runCatalog(repository, [runbookUrlResolves])).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: `Unexpected runbook_url on wiki.example, expected the runbook here: ${own}`,
      }),
    ]);
  });
});
