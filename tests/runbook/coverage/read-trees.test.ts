import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {readPageTree} from '../../../src/runbook/coverage/read-page-tree.server.ts';
import {readRuleTree} from '../../../src/runbook/coverage/read-rule-tree.server.ts';
import {handbook} from '../../support/sample.ts';

const group = (alert: string): string => `{name: a, rules: [{alert: ${alert}, expr: up == 0, labels: {severity: warning}}]}`;
const resource = (alert: string): string =>
  `{apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, metadata: {name: a}, spec: {groups: [${group(alert)}]}}`;
const names = (files: Record<string, string>): string[] => readRuleTree(join(handbook(files), 'rules')).rules.map(({alert}) => alert);

describe('a tree of rules', () => {
  it('is read from rule files, resources, lists and several documents in a file', () => {
    expect(
      names({
        'rules/a.yaml': `groups: [${group('Plain')}]\n`,
        'rules/deep/b.yml': `${resource('First')}\n---\n${resource('Second')}\n`,
        'rules/c.yaml': `{apiVersion: v1, kind: List, items: [${resource('Listed')}, {kind: ConfigMap}]}\n`,
        'rules/d.yaml': 'kind: Service\nspec: {ports: [80]}\n',
        'rules/e.yaml': 'rule_files: [a.yaml]\ntests: []\n',
      }),
    ).toEqual(['Plain', 'Listed', 'First', 'Second']);
  });

  it('knows severity and link of a rule and where it stands, with what a newer Prometheus may add', () => {
    const text = `groups:
  - name: shop
    labels: {severity: critical}
    rules:
      - record: job:up
        expr: sum(up)
      - alert: ShopDown
        expr: 1
        something_new: true
        labels: {tier: 1}
        annotations: {runbook_url: ' https://runbooks.example/runbooks/shopdown '}
`;
    const {rules} = readRuleTree(join(handbook({'rules/a.yaml': text}), 'rules'));
    expect(rules).toMatchObject([
      {alert: 'ShopDown', severity: 'critical', expr: '1', url: 'https://runbooks.example/runbooks/shopdown', place: {line: 7}},
    ]);
  });

  it('says which files and rules it could not read, and counts the others', () => {
    const {rules, unread} = readRuleTree(
      join(
        handbook({
          'rules/a.yaml': `groups: [${group('Sound')}, 7]\n`,
          'rules/b.yaml': 'groups:\n  {{- range .Values.groups }}\n- name: [\n',
        }),
        'rules',
      ),
    );
    expect(rules.map(({alert}) => alert)).toEqual(['Sound']);
    expect(unread.map(({file, line}) => `${file.split('/').at(-1)}:${line}`)).toEqual(['a.yaml:1', 'b.yaml:2']);
  });

  it('is refused when it is missing or holds no rule', () => {
    const root = handbook({'empty/a.yaml': 'kind: Service\n'});
    expect(() => readRuleTree(join(root, 'gone'))).toThrow(`no such folder: ${join(root, 'gone')}`);
    expect(() => readRuleTree(join(root, 'empty'))).toThrow(`no alerting rule in ${join(root, 'empty')}`);
  });
});

describe('a tree of runbooks', () => {
  it('names a page after its file, and finds it by the path behind runbooks/', () => {
    const root = handbook({
      'tree/_index.md': '# All\n',
      'tree/docs/how-to.md': '# How\n',
      'tree/runbooks/_index.md': '# All\n',
      'tree/runbooks/shop/ShopDown.md': '# ShopDown\n',
      'tree/runbooks/shop/shopslow.md': '# Shop Slow\n',
    });
    expect(readPageTree(join(root, 'tree')).map(({runbook, path, alerts}) => ({runbook, path, alerts}))).toEqual([
      {runbook: 'shopdown', path: 'shop/shopdown', alerts: ['ShopDown']},
      {runbook: 'shopslow', path: 'shop/shopslow', alerts: ['ShopSlow']},
    ]);
  });

  it('reads the alerts that a front matter lists', () => {
    const root = handbook({
      'tree/index.mdx': 'All.\n',
      'tree/shop-down.mdx': '---\nalerts: [ShopDown, ShopAway]\naliases: [ShopGone]\n---\n\nText.\n',
      'tree/start.mdx': '---\nalerts: []\n---\n\nText.\n',
    });
    expect(readPageTree(join(root, 'tree')).map(({path, alerts, aliases}) => ({path, alerts, aliases}))).toEqual([
      {path: 'shop-down', alerts: ['ShopDown', 'ShopAway'], aliases: ['ShopGone']},
      {path: 'start', alerts: [], aliases: []},
    ]);
  });

  it('is refused when it is missing or holds no runbook', () => {
    const root = handbook({'empty/_index.md': '# All\n'});
    expect(() => readPageTree(join(root, 'gone'))).toThrow(`no such folder: ${join(root, 'gone')}`);
    expect(() => readPageTree(join(root, 'empty'))).toThrow(`no runbook in ${join(root, 'empty')}`);
  });
});
