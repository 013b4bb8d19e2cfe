import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {promqlParses} from '../../src/lint/catalog/promql-parses.ts';
import {lintFiles} from '../support/lint.ts';

const inPage = (expr: string, lang = 'promql'): string[] => lintFiles(promqlParses, {'docs/a.mdx': `\`\`\`${lang}\n${expr}\n\`\`\`\n`});
const hasPromtool = spawnSync('promtool', ['--version']).error === undefined;

describe('promql-parses', () => {
  it.each(['up', 'sum by (pod) (rate(a{pod="$POD"}[5m])) > 0 # more', 'a\n  / on (b) group_left\n  c'])('accepts %s', (expr) => {
    expect(inPage(expr)).toEqual([]);
  });

  it('accepts anything in another fence', () => {
    expect(inPage('sum(', 'text')).toEqual([]);
  });

  const refused = [
    {expr: 'sum(rate(a[5m])', message: '2:16 Unexpected an end, expected PromQL'},
    {expr: 'up{pod="a" > 1', message: '2:12 Unexpected ">", expected PromQL'},
    {expr: 'up == 0\n\nup == 1', message: '4:1 Unexpected "up", expected PromQL'},
    {expr: '$ up', message: '2:1 Unexpected prompt in a promql fence, expected the expression alone'},
    {expr: 'up{pod="<pod>"} > <limit>', message: '2:19 Unexpected "<limit>", expected PromQL'},
  ];
  it.each(refused)('refuses $expr', ({expr, message}) => {
    expect(inPage(expr)).toEqual([`docs/a.mdx:${message}`]);
  });

  it.runIf(hasPromtool)('refuses what promtool refuses', () => {
    expect(inPage('sum(\n  rate(up)\n)')).toEqual([
      'docs/a.mdx:3:8 Unexpected PromQL that Prometheus refuses (expected type range vector in call to function "rate", got instant vector), expected an expression of the right types',
    ]);
    const rules = 'groups: [{name: a, rules: [{alert: Watchdog, expr: rate(up) > 1, labels: {severity: info}}]}]\n';
    expect(lintFiles(promqlParses, {'data/alerts/general.yaml': rules})).toEqual([
      'data/alerts/general.yaml:1:52 Unexpected PromQL that Prometheus refuses (expected type range vector in call to function "rate", got instant vector), expected an expression of the right types',
    ]);
  });
});
