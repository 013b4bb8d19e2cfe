import * as z from 'zod';
import {PrometheusRule, Rule, RuleFile} from './contract.ts';
import type {AlertRule} from './model.ts';
import {promqlFault} from './promql.ts';
import type {Slip} from './slip.ts';
import type {Source} from './source.ts';

/** Reads the alerting rules of a Prometheus rule file or of a PrometheusRule resource. Recording rules are checked and left out. */
export function readRules(source: Source, slips: Slip[]): AlertRule[] {
  const resource = isRecord(source.value) && 'kind' in source.value;
  const base = resource ? ['spec', 'groups'] : ['groups'];
  const checked = resource ? source.check(PrometheusRule, slips)?.spec : source.check(RuleFile, slips);
  const groups = checked?.groups ?? salvage(resource ? source.value.spec : source.value);
  const read: AlertRule[] = [];
  const names = new Set<string>();
  for (const [g, group] of groups.entries()) {
    if (group.name !== '' && names.has(group.name))
      slips.push({
        ...source.place([...base, g, 'name']),
        found: `a second group ${JSON.stringify(group.name)}`,
        expected: 'each name once in a file',
      });
    names.add(group.name);
    for (const [r, rule] of group.rules.entries()) {
      if (rule === undefined) continue;
      const path = [...base, g, 'rules', r];
      const fault = promqlFault(rule.expr);
      if (fault !== undefined) {
        const rest = rule.expr.slice(fault, fault + 24);
        slips.push({...source.place([...path, 'expr']), found: rest === '' ? 'an end' : JSON.stringify(rest), expected: 'PromQL'});
      }
      if (!('alert' in rule)) continue;
      read.push({
        alert: rule.alert,
        expr: rule.expr,
        for: rule.for ?? '0s',
        keepFiringFor: rule.keep_firing_for ?? '0s',
        labels: {...group.labels, ...rule.labels},
        annotations: rule.annotations ?? {},
        group: group.name,
        place: source.place([...path, 'alert']),
        linkPlace: source.place([...path, 'annotations', 'runbook_url']),
      });
    }
  }
  return read;
}

const Whatever = z.object({
  groups: z.array(
    z.object({
      name: z.string().catch(''),
      labels: z.record(z.string(), z.string()).optional().catch(undefined),
      rules: z.array(Rule.optional().catch(undefined)).catch([]),
    }),
  ),
});

/** The rules of a faulty file that are sound by themselves, so that what is wrong between them is reported in the same run. */
function salvage(value: unknown): z.output<typeof Whatever>['groups'] {
  return Whatever.safeParse(value).data?.groups ?? [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
