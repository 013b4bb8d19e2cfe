import type {MayBeAbsent} from '../../catalog/live-contract.ts';
import {promqlFault} from '../../catalog/promql.ts';
import {needsOf, type Need} from './needs.ts';
import {anyName} from './series-name.ts';

/** Most things that one rule may rest on. */
const mostNeeds = 100;
interface Served {
  /** Recording rules by the name of what they write. */
  readonly recorded: ReadonlyMap<string, readonly {readonly query: string}[]>;
  readonly mayBeAbsent: readonly MayBeAbsent[];
}

/** What a rule needs, through the recording rules that it stands on, with witnesses in the place of what may be absent. */
export function needsOfRule(
  rule: {readonly name: string; readonly query: string},
  {recorded, mayBeAbsent}: Served,
): {all: Need[]; unreadable: string | undefined; followed: ReadonlySet<string>} {
  const exceptions = mayBeAbsent.filter(({alert}) => alert === rule.name);
  const needs = new Map<string, Need>();
  const followed = new Set<string>();
  let unreadable: string | undefined;
  const follow = (expr: string): void => {
    if (promqlFault(expr) !== undefined) {
      unreadable ??= expr;
      return;
    }
    for (const need of needsOf(expr)) {
      // Which series it looks at cannot be told, nor which recording rules it stands on.
      if (need.metrics.includes(anyName)) unreadable ??= expr;
      const excepted = exceptions.filter(({metric}) => need.metrics.includes(metric));
      for (const {witness} of excepted) {
        for (const inner of needsOf(witness)) needs.set(inner.expr, inner);
        needs.set(witness, {expr: witness, metrics: [], isSelector: false});
      }
      if (excepted.length === 0) needs.set(need.expr, need);
      for (const metric of need.metrics) {
        if (followed.has(metric)) continue;
        followed.add(metric);
        for (const {query} of recorded.get(metric) ?? []) follow(query);
      }
    }
  };
  follow(rule.query);
  // What asks for more than this is asked for in vain: it would take the source longer than a round.
  if (needs.size > mostNeeds) return {all: [], unreadable: rule.query, followed};
  return {all: [...needs.values()], unreadable, followed};
}
