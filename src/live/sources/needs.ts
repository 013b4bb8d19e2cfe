import type {SyntaxNode} from '@lezer/common';
import {children, parseBound, type Range} from './bound-promql.ts';
import {nameOf} from './series-name.ts';

/** Something that must return a result for the silence of a rule to mean anything. */
export interface Need {
  /** As it stands in the rule, for the reader. */
  readonly expr: string;
  /** What to ask the source in the place of `expr`, so that only numbers count. */
  readonly ask?: string;
  /** The names of the series in it; `anyName` for those that it does not tell. */
  readonly metrics: readonly string[];
  /** A series selector, as opposed to what is computed from several. */
  readonly isSelector: boolean;
  /** How often it is written, where that is known to differ from the scrapes: by a recording rule. Milliseconds. */
  readonly everyMs?: number;
}

const comparisons = ['Eql', 'Neq', 'Gtr', 'Lss', 'Gte', 'Lte'];
/** What may be needed as a whole. A range by itself is nothing that can be asked for. */
const instants = new Set(['AggregateExpr', 'BinaryExpr', 'FunctionCall', 'ParenExpr', 'UnaryExpr', 'VectorSelector']);
/** Prometheus writes these itself, while an alert is pending or fires. */
const writtenWhileFiring = new Set(['ALERTS', 'ALERTS_FOR_STATE']);

/**
 * Reads from a rule's own PromQL what its silence rests on. A rule returns nothing both when all is well and when its data are gone; only the
 * data tell which. Needed are every series selector, and the sides of every comparison: they show what a selector alone does not, such as a
 * range that is too short to hold two samples, a time shift to before the series began, or labels that never match.
 *
 * A side that filters (a comparison without `bool`, `and`, `unless`, `absent`) is empty when all is well, so in its place those of its operands
 * are needed that do not filter. Left out is what is meant to be absent: the argument of `absent`, the right side of `unless`, and `ALERTS`.
 * Both sides of `or` are needed: a fault in one is a fault that the rule would not see.
 *
 * A side that is computed must be a number at least for one series. NaN is above and below nothing, so a share of errors (0/0) while nobody
 * sends requests is a rule that cannot fire: that is unknown and not ok. Who has such hours gives the rule a witness under `mayBeAbsent`.
 */
export function needsOf(expr: string): Need[] {
  const {tree, endOf} = parseBound(expr);
  const text = (node: SyntaxNode): string => expr.slice(node.from, endOf(node));
  // Looked for once: a chain of comparisons holds itself again and again.
  const selectors: (Range & {readonly name: string})[] = [];
  const filters: Range[] = [];
  tree.iterate({
    enter: ({node}) => {
      if (node.name === 'VectorSelector') selectors.push({from: node.from, to: node.to, name: nameOf(node, expr)});
      if (isFilter(node, expr)) filters.push({from: node.from, to: node.to});
    },
  });
  const needs = new Map<string, Need>();
  const add = (node: SyntaxNode, needed: string, how: Pick<Need, 'ask' | 'isSelector'>): void => {
    const metrics = selectors.filter((selector) => holds(node, selector)).map(({name}) => name);
    // What holds no series, such as a threshold, always returns.
    if (metrics.length > 0 && !needs.has(needed)) needs.set(needed, {expr: needed, ...how, metrics});
  };
  const read = (node: SyntaxNode, asWhole: boolean): void => {
    const filtered = asWhole && filters.some((filter) => holds(node, filter));
    if (asWhole && !filtered && instants.has(node.name) && !isPlain(node, endOf)) {
      add(node, text(node), {ask: numbersOf(text(node), isScalar(node, expr)), isSelector: false});
    }
    if (isAbsence(node, expr)) return;
    // The source is asked for the selector as of now: what it is shifted by stands in the need around it.
    if (node.name === 'VectorSelector') {
      if (!isFilter(node, expr)) add(node, expr.slice(node.from, node.to), {isSelector: true});
      return;
    }
    const operands = node.getChild('Unless') === null ? children(node) : children(node).slice(0, 1);
    for (const operand of operands) read(operand, filtered || isComparison(node));
  };
  read(tree.topNode, false);
  return [...needs.values()];
}

function holds(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Comparing with the lowest number leaves NaN out, and asks for nothing twice. */
function numbersOf(text: string, scalar: boolean): string {
  return `${scalar ? 'vector' : ''}(${text}) >= -Inf`;
}

function isScalar(node: SyntaxNode, expr: string): boolean {
  if (node.name === 'FunctionCall') return /^(scalar|time|pi)$/.test(functionOf(node, expr));
  if (!['BinaryExpr', 'ParenExpr', 'UnaryExpr'].includes(node.name)) return node.name.endsWith('Literal');
  const [first, ...others] = children(node).filter(({name}) => instants.has(name) || name.endsWith('Literal'));
  return first !== undefined && [first, ...others].every((operand) => isScalar(operand, expr));
}

/** Whether it may return nothing from data that are all there. */
function isFilter(node: SyntaxNode, expr: string): boolean {
  if (node.name === 'VectorSelector') return writtenWhileFiring.has(nameOf(node, expr));
  if (isComparison(node)) return node.getChild('BoolModifier') === null;
  return node.getChild('And') !== null || node.getChild('Unless') !== null || isAbsence(node, expr);
}

function isComparison(node: SyntaxNode): boolean {
  return node.name === 'BinaryExpr' && comparisons.some((name) => node.getChild(name) !== null);
}

function isAbsence(node: SyntaxNode, expr: string): boolean {
  return node.name === 'FunctionCall' && /^absent(_over_time)?$/.test(functionOf(node, expr));
}

function functionOf(call: SyntaxNode, expr: string): string {
  const name = call.getChild('FunctionIdentifier');
  return name === null ? '' : expr.slice(name.from, name.to);
}

/** A selector by itself is needed as one already. */
function isPlain(node: SyntaxNode, endOf: (node: SyntaxNode) => number): boolean {
  const [only, ...others] = children(node);
  if (node.name === 'ParenExpr' && only !== undefined && others.length === 0) return isPlain(only, endOf);
  return node.name === 'VectorSelector' && endOf(node) === node.to;
}
