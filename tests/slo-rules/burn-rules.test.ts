import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {OpenSlo, RuleFile} from '../../src/catalog/contract.ts';
import {alertAnnotation, burnRules} from '../../src/slo-rules/burn-rules.ts';
import {generateRules} from '../../src/slo-rules/generate.server.ts';
import {handbook} from '../support/sample.ts';

const options = {file: 'data/slos/shop.yaml', site: 'https://handbook.example'};
const metric = (query: string): object => ({metricSource: {type: 'Prometheus', spec: {query}}});

function slo(
  change: {readonly ratio?: object; readonly target?: number; readonly window?: string; readonly annotations?: object} = {},
): OpenSlo {
  const {target = 0.995, window = '30d', annotations = {[alertAnnotation]: 'ShopBudgetBurn'}} = change;
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
      found: 'no ratio of counters',
      expected: 'a ratioMetric with counter: true, or no handbook/burn-alert',
    });
  });
});

describe('data/alerts', () => {
  it('holds exactly what npm run slo-rules writes', () => {
    const {files, left} = generateRules('.');
    expect(left).toEqual([]);
    expect(files.size).toBeGreaterThan(0);
    for (const [file, text] of files) expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('shows a file that no objective asks for any more', () => {
    expect(generateRules(handbook({'data/alerts/slo-gone.yaml': 'groups: []\n'})).left).toEqual(['data/alerts/slo-gone.yaml']);
  });
});
