import {describe, expect, it} from 'vitest';
import {promqlNoVectorZero} from '../../src/lint/catalog/promql-no-vector-zero.ts';
import {lintFiles} from '../support/lint.ts';

const said = (found = 'vector(0)'): string =>
  `Unexpected or ${found}, which makes an absent series look like zero, expected the series alone, or 0 * a series that is always there`;
const rules = (expr: string): string => `groups:
  - name: a
    rules:
      - alert: Watchdog
        expr: ${expr}
        labels: {severity: info}
`;
const inPage = (expr: string, lang = 'promql'): string[] =>
  lintFiles(promqlNoVectorZero, {'docs/a.mdx': `\`\`\`${lang}\n${expr}\n\`\`\`\n`});
const inRules = (expr: string): string[] => lintFiles(promqlNoVectorZero, {'data/alerts/general.yaml': rules(expr)});

describe('promql-no-vector-zero', () => {
  it.each([
    'up',
    'vector(0)',
    'up or vector(1)',
    'up * vector(0)',
    'up or 0 * up',
    '{a="or vector(0)"}',
    'absent(up) and vector(0)',
    'up or vector(0) > 1',
  ])('accepts %s', (expr) => {
    expect(inPage(expr)).toEqual([]);
  });

  it('accepts it where it is no query', () => {
    expect(inPage('up or vector(0)', 'text')).toEqual([]);
    expect(inRules('vector(1) # never "or vector(0)"')).toEqual([]);
  });

  const refused = [
    {expr: 'up or vector(0)', messages: [`2:7 ${said()}`]},
    {expr: 'sum(rate(a[5m]))\n  or\n  vector( 0.0 )', messages: [`4:3 ${said('vector( 0.0 )')}`]},
    {expr: '(sum(a) or on() vector(0)) / (sum(b) or (vector(0)))', messages: [`2:17 ${said()}`, `2:41 ${said('(vector(0))')}`]},
    {expr: 'vector(0) or up', messages: [`2:1 ${said()}`]},
  ];
  it.each(refused)('refuses $expr', ({expr, messages}) => {
    expect(inPage(expr)).toEqual(messages.map((message) => `docs/a.mdx:${message}`));
  });

  it('refuses it in a rule, where it stands', () => {
    expect(inRules('(up or vector(0)) > 1')).toEqual([`data/alerts/general.yaml:5:22 ${said()}`]);
    expect(inRules('|\n          up\n          or vector(0)')).toEqual([`data/alerts/general.yaml:7:14 ${said()}`]);
    expect(inRules('(a or vector(0)) + (b or vector(0))')).toEqual([
      `data/alerts/general.yaml:5:21 ${said()}`,
      `data/alerts/general.yaml:5:40 ${said()}`,
    ]);
  });

  it('refuses it in a recording rule', () => {
    const text = `groups: [{name: a, rules: [{record: b, expr: a or vector(0)}, {alert: Watchdog, expr: vector(1), labels: {severity: info}}]}]\n`;
    expect(lintFiles(promqlNoVectorZero, {'data/alerts/general.yaml': text})).toEqual([`data/alerts/general.yaml:1:51 ${said()}`]);
  });
});
