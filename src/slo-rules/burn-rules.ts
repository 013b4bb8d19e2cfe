import type {OpenSlo} from '../catalog/contract.ts';
import {milliseconds} from '../catalog/duration.ts';
import {indicatorOf, type Indicator} from '../catalog/indicator.ts';

/** The annotation of an objective that names its alert. An objective without it has no rules of ours. */
export const alertAnnotation = 'handbook/burn-alert';

/**
 * When somebody is told: so much of the budget spent within the long window, and still being spent in the short one. For a window of 30 days the
 * rates are 14.4, 6, 3 and 1. https://sre.google/workbook/alerting-on-slos/ (6: multiwindow, multi-burn-rate); durations as in kubernetes-mixin.
 */
const pairs = [
  {long: '1h', short: '5m', spent: 0.02, holds: '2m', severity: 'critical'},
  {long: '6h', short: '30m', spent: 0.05, holds: '15m', severity: 'critical'},
  {long: '1d', short: '2h', spent: 0.1, holds: '1h', severity: 'warning'},
  {long: '3d', short: '6h', spent: 0.1, holds: '3h', severity: 'warning'},
] as const;
const windows = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'];

export type Burn =
  {readonly kind: 'rules'; readonly text: string} | {readonly kind: 'refused'; readonly found: string; readonly expected: string};

interface Options {
  /** Where the objective stands, for whoever reads the rules. */
  readonly file: string;
  /** Address of the handbook, without a slash at its end. */
  readonly site: string;
}

/**
 * A rule file for one objective, as Prettier writes it: the share of bad events in each window, and an alert for each pair of windows. Undefined
 * when the objective names no alert.
 */
export function burnRules(slo: OpenSlo, {file, site}: Options): Burn | undefined {
  const {metadata, spec} = slo;
  const alert = metadata.annotations?.[alertAnnotation];
  if (alert === undefined) return undefined;
  const indicator = indicatorOf(slo);
  if (indicator?.counter !== true)
    return {kind: 'refused', found: 'no ratio of counters', expected: `a ratioMetric with counter: true, or no ${alertAnnotation}`};
  const [objective, ...more] = spec.objectives;
  if (objective?.target === undefined || more.length > 0)
    return {kind: 'refused', found: 'no single target', expected: 'one objective with a target'};
  const window = spec.timeWindow[0]?.duration ?? '';
  const labels = {slo: metadata.name, service: spec.service};
  const budget = exact(1 - objective.target);
  const link = `${site}/r/${alert}?service=${encodeURIComponent(spec.service)}&slo=${encodeURIComponent(metadata.name)}`;
  const lines = [
    `# Written by npm run slo-rules from ${file}. Change the objective, not this file.`,
    'groups:',
    `  - name: slo-${metadata.name}`,
    '    rules:',
    ...windows.flatMap((over) => [
      `      - record: slo:error_ratio:rate${over}`,
      '        expr: |',
      ...errorRatio(indicator, over).map((line) => `          ${line}`),
      '        labels:',
      ...Object.entries(labels).map(([name, value]) => `          ${name}: ${value}`),
      '',
    ]),
    ...pairs.flatMap(({long, short, spent, holds, severity}) => {
      const rate = exact((spent * milliseconds(window)) / milliseconds(long));
      const above = (over: string): string => `slo:error_ratio:rate${over}{slo="${metadata.name}"} > ${rate} * ${budget}`;
      return [
        `      - alert: ${alert}`,
        '        expr: |',
        `          ${above(long)}`,
        '          and',
        `          ${above(short)}`,
        `        for: ${holds}`,
        '        labels:',
        `          severity: ${severity}`,
        ...Object.entries(labels).map(([name, value]) => `          ${name}: ${value}`),
        `          long: ${long}`,
        `          short: ${short}`,
        '        annotations:',
        `          summary: '${spec.service} spends its error budget ${rate} times too fast.'`,
        `          description: '{{ $value | humanizePercentage }} of the events of the last ${long} were bad, and the last ${short} are no better. Allowed are ${exact(budget * 100)} % over ${window}.'`,
        `          runbook_url: '${link}'`,
        '',
      ];
    }),
  ];
  return {kind: 'rules', text: `${lines.join('\n').trimEnd()}\n`};
}

/** Events that never happened have no series: then all are bad, or none. Without any events the share is no number, and no alert fires. */
function errorRatio({good, bad, total}: Indicator, over: string): string[] {
  const all = `sum(rate(${total}[${over}]))`;
  const counted = `sum(rate(${good ?? bad ?? ''}[${over}])) or 0 * ${all}`;
  return [good === undefined ? `(${counted})` : `1 - (${counted})`, `  / ${all}`];
}

/** 0.001 rather than 0.0010000000000000009. */
function exact(value: number): number {
  return Number(value.toPrecision(9));
}
