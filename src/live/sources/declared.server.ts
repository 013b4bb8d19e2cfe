import {parser} from '@prometheus-io/lezer-promql';
import * as z from 'zod';
import {milliseconds} from '../../catalog/duration.ts';
import type {Alert, AlertRule} from '../../catalog/model.ts';
import type {Outside} from './adapter.ts';
import {apiAddress} from './existence.server.ts';
import type {RuleReading} from './prometheus.server.ts';
import {AskError} from './reading.ts';

const Formatted = z.object({status: z.literal('success'), data: z.string()});

/** What the source's own printer made of an expression; undefined where it has none. */
export type Printed = Map<string, string | undefined>;
const mostPrinted = 5000;

/**
 * Which alerts the source serves otherwise than `data/alerts` has them, and in what. It is a warning: what is served is what fires.
 * @throws {AskError}
 */
export async function compareRules(
  {alerts, served, base, printed}: {alerts: ReadonlyMap<string, Alert>; served: readonly RuleReading[]; base: string; printed: Printed},
  outside: Outside,
): Promise<Map<string, string[]>> {
  // Expressions that are served change; what was printed of old ones need not be kept.
  if (printed.size > mostPrinted) printed.clear();
  const differs = new Map<string, string[]>();
  for (const {name, rules} of alerts.values()) {
    const same = served.filter((rule) => rule.alert === name);
    const fields = new Set<string>();
    if (same.length > 0 && same.length !== rules.length) fields.add('number of rules');
    for (const rule of same) {
      const declared = rules.find(({labels}) => sameLabels(labels, rule.labels));
      if (declared === undefined) fields.add('labels');
      else for (const field of await fieldsOf(declared, {rule, base, printed, outside})) fields.add(field);
    }
    if (fields.size > 0) differs.set(name, [...fields]);
  }
  return differs;
}

async function fieldsOf(
  declared: AlertRule,
  {rule, base, printed, outside}: {rule: RuleReading; base: string; printed: Printed; outside: Outside},
): Promise<string[]> {
  const fields: string[] = [];
  if (words(declared.expr) !== words(rule.query)) {
    const [ours, theirs] = [await print(declared.expr, {base, printed, outside}), await print(rule.query, {base, printed, outside})];
    // Without a printer nobody can say whether two ways of writing mean the same.
    if (ours !== undefined && theirs !== undefined && ours !== theirs) fields.push('expr');
  }
  if (milliseconds(declared.for) !== rule.forMs) fields.push('for');
  if (milliseconds(declared.keepFiringFor) !== rule.keepFiringForMs) fields.push('keep_firing_for');
  return fields;
}

async function print(
  expr: string,
  {base, printed, outside}: {base: string; printed: Printed; outside: Outside},
): Promise<string | undefined> {
  if (printed.has(expr)) return printed.get(expr);
  try {
    const {body} = await outside.json(apiAddress(base, 'format_query', {query: expr}), Formatted);
    printed.set(expr, body.data);
  } catch (error) {
    if (!(error instanceof AskError) || error.reason !== 'parse') throw error;
    printed.set(expr, undefined);
  }
  return printed.get(expr);
}

/** An expression without its white space and comments. */
function words(expr: string): string {
  const found: string[] = [];
  parser.parse(expr).iterate({enter: ({node}) => void (node.firstChild === null && found.push(expr.slice(node.from, node.to)))});
  return found.join(' ');
}

function sameLabels(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const sorted = (labels: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.entries(labels).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
}
