import type {SyntaxNode} from '@lezer/common';
import {parser} from '@prometheus-io/lezer-promql';

/**
 * What must exist for the silence of a rule to mean something: every one of `all`, or one of `any`.
 * `series` is a vector selector as it stands in the rule; `metric` its name, when it has one.
 */
export type Need =
  | {readonly kind: 'all'; readonly of: readonly Need[]}
  | {readonly kind: 'any'; readonly of: readonly Need[]}
  | {readonly kind: 'series'; readonly series: string; readonly metric: string | undefined};

/**
 * Reads from a rule's own PromQL which series it looks at. A rule returns nothing both when all is well and when its series are gone; only
 * the series tell which. Left out are those whose absence is part of the expression: the argument of `absent` and the right side of `unless`.
 */
export function needsOf(expr: string): Need {
  const read = (node: SyntaxNode): Need => {
    const text = (part: SyntaxNode): string => expr.slice(part.from, part.to);
    if (node.name === 'VectorSelector') {
      const name = node.getChild('Identifier');
      return {kind: 'series', series: text(node), metric: name === null ? undefined : text(name)};
    }
    if (node.name === 'FunctionCall' && /^absent(_over_time)?$/.test(text(node.getChild('FunctionIdentifier') ?? node))) return nothing;
    if (node.name === 'BinaryExpr' && node.getChild('Or') !== null) return {kind: 'any', of: children(node).map(read)};
    if (node.name === 'BinaryExpr' && node.getChild('Unless') !== null) {
      const left = node.firstChild;
      return left === null ? nothing : read(left);
    }
    return all(children(node).map(read));
  };
  return simplify(read(parser.parse(expr).topNode));
}

const nothing: Need = {kind: 'all', of: []};

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}

function all(of: readonly Need[]): Need {
  return {kind: 'all', of};
}

function simplify(need: Need): Need {
  if (need.kind === 'series') return need;
  const of = need.of.map(simplify);
  if (need.kind === 'any') {
    // A side that needs nothing, such as `vector(0)` or a comparison operand, can vouch for nothing: the other side must.
    const real = of.filter((part) => !isNothing(part));
    return real.length === 1 ? (real[0] ?? nothing) : {kind: 'any', of: real};
  }
  const flat = of.flatMap((part) => (part.kind === 'all' ? part.of : [part]));
  const seen = new Map(flat.map((part) => [JSON.stringify(part), part]));
  return seen.size === 1 ? ([...seen.values()][0] ?? nothing) : {kind: 'all', of: [...seen.values()]};
}

function isNothing(need: Need): boolean {
  return need.kind !== 'series' && need.of.length === 0;
}

/** Every series that a need speaks of. */
export function seriesOf(need: Need): {readonly series: string; readonly metric: string | undefined}[] {
  return need.kind === 'series' ? [need] : need.of.flatMap(seriesOf);
}

/** The series that are missing; none when the need is met. */
export function missing(need: Need, exists: (series: string) => boolean): string[] {
  if (need.kind === 'series') return exists(need.series) ? [] : [need.series];
  const parts = need.of.map((part) => missing(part, exists));
  if (need.kind === 'any' && parts.some((part) => part.length === 0)) return [];
  return parts.flat();
}
