import {Document, isNode, visit} from 'yaml';
import {burnAlert, type OpenSlo} from '../catalog/contract.ts';
import {milliseconds} from '../catalog/duration.ts';
import {indicatorOf, type Indicator} from '../catalog/indicator.ts';

/** How the files begin that are ours to change and to take away. */
export const mark = 'Written by npm run slo-rules';

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
  | {readonly kind: 'rules'; readonly text: string}
  | {readonly kind: 'refused'; readonly path: readonly PropertyKey[]; readonly found: string; readonly expected: string};

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
  const alert = metadata.annotations?.[burnAlert];
  if (alert === undefined) return undefined;
  const refused = (path: readonly PropertyKey[], found: string, expected: string): Burn => ({
    kind: 'refused',
    path: ['spec', ...path],
    found,
    expected: `${expected}, or no ${burnAlert}`,
  });
  const indicator = indicatorOf(slo);
  if (indicator?.counter !== true) return refused(['indicator'], 'no ratio of counters', 'a ratioMetric with counter: true');
  const [objective, ...more] = spec.objectives;
  if (objective?.target === undefined || more.length > 0) return refused(['objectives'], 'no single target', 'one objective with a target');
  const window = spec.timeWindow[0]?.duration ?? '';
  const budget = exact(1 - objective.target);
  const rateOf = ({long, spent}: (typeof pairs)[number]): number => exact((spent * milliseconds(window)) / milliseconds(long));
  const highest = Math.max(...pairs.map(rateOf));
  if (highest * budget >= 1)
    return refused(
      ['objectives', 0, 'target'],
      `the target ${objective.target}, with which an alert waits for more bad events than there are events`,
      `more than ${exact(1 - 1 / highest)}`,
    );

  const {name} = metadata;
  const {service} = spec;
  const link = `${site}/r/${alert}?service=${encodeURIComponent(service)}&slo=${encodeURIComponent(name)}`;
  const records = windows.map((over) => ({
    record: `slo:error_ratio:rate${over}`,
    expr: errorRatio(indicator, over),
    labels: {slo: name, service},
  }));
  const alerts = pairs.map((pair) => {
    const {long, short, holds, severity} = pair;
    const rate = rateOf(pair);
    const above = (over: string): string => `slo:error_ratio:rate${over}{slo="${name}"} > ${rate} * ${budget}`;
    return {
      alert,
      expr: `${above(long)}\nand\n${above(short)}\n`,
      for: holds,
      labels: {severity, slo: name, service, long, short},
      annotations: {
        summary: `${service} spends its error budget ${rate} times too fast.`,
        description: `{{ $value | humanizePercentage }} of the events of the last ${long} were bad, and the last ${short} are no better. Allowed are ${exact(budget * 100)} % over ${window}.`,
        runbook_url: link,
      },
    };
  });
  const comment = `${mark} from ${file}. Change the objective, not this file.`;
  return {kind: 'rules', text: written({groups: [{name: `slo-${name}`, rules: [...records, ...alerts]}]}, comment)};
}

/** Events that never happened have no series: then all are bad, or none. Without any events the share is no number, and no alert fires. */
function errorRatio({good, bad, total}: Indicator, over: string): string {
  const all = `sum(rate(${total}[${over}]))`;
  const counted = `sum(rate(${good ?? bad ?? ''}[${over}])) or 0 * ${all}`;
  return `${good === undefined ? `(${counted})` : `1 - (${counted})`}\n  / ${all}\n`;
}

/** As YAML, with an empty line between two rules. */
function written(value: unknown, comment: string): string {
  const document = new Document(value);
  visit(document, {
    Seq: (_key, {items}) => {
      for (const item of items.slice(1)) if (isNode(item)) item.spaceBefore = true;
    },
  });
  if (document.contents !== null) document.contents.commentBefore = ` ${comment}`;
  return document.toString({lineWidth: 0, singleQuote: true});
}

/** 0.001 rather than 0.0010000000000000009. */
function exact(value: number): number {
  return Number(value.toPrecision(9));
}
