import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {burnAlert, OpenSlo, RuleFile} from '../../src/catalog/contract.ts';
import {SlipError} from '../../src/catalog/slip.ts';
import {burnRules} from '../../src/slo-rules/burn-rules.ts';
import {generateRules} from '../../src/slo-rules/generate.server.ts';
import {handbook} from '../support/sample.ts';

const options = {file: 'data/slos/shop.yaml', site: 'https://handbook.example'};
const metric = (query: string): object => ({metricSource: {type: 'Prometheus', spec: {query}}});

function slo(
  change: {readonly ratio?: object; readonly target?: number; readonly window?: string; readonly annotations?: object} = {},
): OpenSlo {
  const {target = 0.995, window = '30d', annotations = {[burnAlert]: 'ShopBudgetBurn'}} = change;
  return OpenSlo.parse({
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {name: 'shop-availability', annotations},
    spec: {
      service: 'shop',
      indicator: {spec: {ratioMetric: change.ratio ?? {counter: true, good: metric('ok_total'), total: metric('all_total')}}},
      timeWindow: [{duration: window, isRolling: true}],
      budgetingMethod: 'Occurrences',
      objectives: [{target}],
    },
  });
}

function thresholds(objective: OpenSlo): string[] {
  const burn = burnRules(objective, options);
  if (burn?.kind !== 'rules') throw new Error('not reached');
  const {groups} = RuleFile.parse(parse(burn.text));
  return (groups[0]?.rules ?? []).flatMap((rule) => ('alert' in rule ? [/> (.*)\nand/.exec(rule.expr)?.[1] ?? ''] : []));
}

describe('burnRules', () => {
  it('has the four pairs of the workbook for 30 days', () => {
    expect(thresholds(slo())).toEqual(['14.4 * 0.005', '6 * 0.005', '3 * 0.005', '1 * 0.005']);
  });

  it('asks for the same share of the budget in a shorter window', () => {
    expect(thresholds(slo({window: '28d', target: 0.999}))).toEqual(['13.44 * 0.001', '5.6 * 0.001', '2.8 * 0.001', '0.933333333 * 0.001']);
  });

  it('counts bad events where the objective names them', () => {
    const burn = burnRules(slo({ratio: {counter: true, bad: metric('bad_total'), total: metric('all_total')}}), options);
    expect(burn).toMatchObject({text: expect.stringContaining('(sum(rate(bad_total[5m])) or 0 * sum(rate(all_total[5m])))\n')});
  });

  it('has nothing for an objective that names no alert', () => {
    expect(burnRules(slo({annotations: {}}), options)).toBeUndefined();
  });

  it('refuses what it cannot count', () => {
    expect(burnRules(slo({ratio: {counter: false, good: metric('ok'), total: metric('all')}}), options)).toEqual({
      kind: 'refused',
      path: ['spec', 'indicator'],
      found: 'no ratio of counters',
      expected: 'a ratioMetric with counter: true, or no handbook/burn-alert',
    });
    expect(burnRules(slo({ratio: {counter: true, good: metric('ok_total{code="5'), total: metric('all')}}), options)).toMatchObject({
      found: 'no ratio of counters',
    });
  });

  it('refuses a target with which a pair could never fire', () => {
    expect(burnRules(slo({target: 0.9}), options)).toMatchObject({expected: 'more than 0.930555556, or no handbook/burn-alert'});
    expect(burnRules(slo({target: 0.94}), options)).toMatchObject({kind: 'rules'});
  });
});

describe('the objectives', () => {
  const text = (change: (text: string) => string = (same) => same): string =>
    change(`apiVersion: openslo/v1
kind: SLO
metadata:
  name: shop-availability
  annotations: {handbook/burn-alert: ShopBudgetBurn}
spec:
  service: shop
  indicator: {spec: {ratioMetric: {good: {metricSource: {spec: {query: ok}}}, total: {metricSource: {spec: {query: all}}}}}}
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives: [{target: 0.999}]
`);
  const slips = (files: Readonly<Record<string, string>>): string => {
    try {
      generateRules(handbook(files));
      return 'none';
    } catch (error) {
      if (!(error instanceof SlipError)) throw error;
      return error.slips.map(({file, line, found, expected}) => `${file}:${line} found ${found}, expected ${expected}`).join('\n');
    }
  };
  const file = 'data/slos/shop.yaml';
  const replaced = (from: string, to: string): string => slips({[file]: text((same) => same.replace(from, to))});

  it('give rules, whose texts stay texts', () => {
    const {files} = generateRules(handbook({[file]: text((same) => same.replaceAll('shop-availability', "'1'"))}));
    const [[name, rules] = ['', '']] = files;
    expect(name).toBe('data/alerts/slo-1.yaml');
    expect(RuleFile.safeParse(parse(rules)).success).toBe(true);
    expect(rules).toContain("slo: '1'");
  });

  it.each([
    ['duration: 30d', 'duration: 0d', '10 found duration: "0d", expected more than no time'],
    [
      'duration: 30d',
      'duration: 1h',
      '10 found duration: "1h", expected a rolling window of whole days from 28d to 90d, or no handbook/burn-alert',
    ],
    [
      'duration: 30d',
      'duration: 91d',
      '10 found duration: "91d", expected a rolling window of whole days from 28d to 90d, or no handbook/burn-alert',
    ],
    [
      'duration: 30d',
      'duration: 30d12h',
      '10 found duration: "30d12h", expected a rolling window of whole days from 28d to 90d, or no handbook/burn-alert',
    ],
    ['duration: 30d', 'duration: -30d', '10 found duration: "-30d", expected a duration without spaces, such as 15s, 5m or 1h30m'],
    [
      'duration: 30d',
      'duration: 7d',
      '10 found duration: "7d", expected a rolling window of whole days from 28d to 90d, or no handbook/burn-alert',
    ],
    ['duration: 30d', 'duration: month', '10 found duration: "month", expected a duration without spaces, such as 15s, 5m or 1h30m'],
    [
      'duration: 30d\n      isRolling: true',
      'duration: 1M\n      isRolling: false',
      '11 found isRolling: false, expected a rolling window of whole days from 28d to 90d, or no handbook/burn-alert',
    ],
    ['ShopBudgetBurn', "''", '5 found handbook/burn-alert: "", expected the name of an alert, such as ApiErrorBudgetBurn'],
    [
      'ShopBudgetBurn',
      String.raw`"a'\nb"`,
      String.raw`5 found handbook/burn-alert: "a'\nb", expected the name of an alert, such as ApiErrorBudgetBurn`,
    ],
    ['service: shop', `service: "x' {{ 1 }}: y"`, `7 found service: "x' {{ 1 }}: y", expected a Backstage entity name`],
    ['target: 0.999', 'target: 1', '13 found target: 1, expected less than 1'],
    ['target: 0.999', 'target: .nan', '13 found target: .nan, expected a value of type number'],
  ])('with %s as %s are refused, with one slip', (from, to, said) => {
    expect(replaced(from, to)).toBe(`${file}:${said}`);
  });

  it('may have another window where no alert rests on them', () => {
    for (const window of ['{duration: 1h, isRolling: true}', '{duration: 1M, isRolling: false}'])
      expect(
        slips({
          [file]: text((same) =>
            same.replace(/ {2}annotations.*\n/, '').replace(/timeWindow:[^]*(?= {2}budgeting)/, `timeWindow: [${window}]\n`),
          ),
        }),
      ).toBe('none');
  });

  it('are refused when two have one name', () => {
    expect(slips({[file]: text(), 'data/slos/shop2.yaml': text()})).toBe(
      'data/slos/shop2.yaml:4 found SLO shop-availability a second time, expected each name once',
    );
  });

  it('are refused when a file of them was emptied, and no rule is removed', () => {
    expect(slips({[file]: '# nothing\n', 'data/alerts/slo-shop-availability.yaml': 'groups: []\n'})).toBe(
      `${file}:1 found nothing in the file, expected what its folder is for, or no file`,
    );
  });

  it('need an address of the handbook that can be read', () => {
    expect(slips({[file]: text(), 'data/site.yaml': 'url: nowhere\n'})).toContain('data/site.yaml:1 found url: "nowhere", expected');
  });
});

describe('data/alerts', () => {
  it('may be missing', () => {
    const root = handbook();
    rmSync(join(root, 'data/alerts'), {recursive: true});
    expect(generateRules(root)).toEqual({files: new Map(), left: []});
  });

  it('holds exactly what npm run slo-rules writes', () => {
    const {files, left} = generateRules('.');
    expect(left).toEqual([]);
    expect(files.size).toBeGreaterThan(0);
    for (const [file, text] of files) expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('shows a file that no objective asks for any more', () => {
    const ours = '# Written by npm run slo-rules from data/slos/gone.yaml.\ngroups: []\n';
    const root = handbook({'data/alerts/slo-gone.yaml': ours, 'data/alerts/slo-by-hand.yaml': 'groups: []\n'});
    expect(generateRules(root).left).toEqual(['data/alerts/slo-gone.yaml']);
  });
});
