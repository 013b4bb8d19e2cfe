import {parser} from '@prometheus-io/lezer-promql';
import type {Query} from './live-contract.ts';

/** One question that may be asked, with every parameter in its place. */
export interface NamedQuery {
  /** `lending-requests`, or `requests:search` for a combination of parameters. */
  readonly name: string;
  readonly query: Query;
  /** PromQL to ask; undefined for a figure that is read from JSON. */
  readonly expr: string | undefined;
}

/** Every combination of a query's parameters; a combination whose value could change what is asked is not made, and named in `odd`. */
export function expandQuery(query: Query): {queries: NamedQuery[]; odd: string[]} {
  if (!('expr' in query)) return {queries: [{name: query.name, query, expr: undefined}], odd: []};
  const shape = shapeOf(query.expr);
  const queries: NamedQuery[] = [];
  const odd: string[] = [];
  for (const values of combinations(Object.entries(query.params))) {
    const name = [query.name, ...Object.values(values)].join(':');
    const expr = query.expr.replaceAll(/\$([a-z][a-z0-9_]*)/g, (whole, key: string) =>
      Object.hasOwn(values, key) ? escape(values[key] ?? '') : whole,
    );
    // A value may fill a string, never end it: with every value the expression is the same tree.
    if (shapeOf(expr) === shape) queries.push({name, query, expr});
    else odd.push(name);
  }
  return {queries, odd};
}

/** Parameters that an expression uses, inside string literals or not. */
export function paramsIn(expr: string): string[] {
  return [...new Set([...expr.matchAll(/\$([a-z][a-z0-9_]*)/g)].map(([, name]) => name ?? ''))];
}

function combinations(params: readonly (readonly [string, readonly string[]])[]): Record<string, string>[] {
  let all: Record<string, string>[] = [{}];
  for (const [name, values] of params) all = all.flatMap((some) => values.map((value) => ({...some, [name]: value})));
  return all;
}

/** https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals */
function escape(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll("'", "\\'").replaceAll('\n', '\\n');
}

function shapeOf(expr: string): string {
  const names: string[] = [];
  parser.parse(expr).iterate({enter: (node) => void names.push(node.name), leave: () => void names.push(')')});
  return names.join(' ');
}
