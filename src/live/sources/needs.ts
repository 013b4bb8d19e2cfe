import type {SyntaxNode} from '@lezer/common';
import {parser} from '@prometheus-io/lezer-promql';

/** Something that must return a result for the silence of a rule to mean anything, as it stands in the rule. */
export interface Need {
  readonly expr: string;
  /** The names of the series in it. */
  readonly metrics: readonly string[];
  /** A series selector, as opposed to what is computed from several. */
  readonly isSelector: boolean;
  /** What is asked instead, where it has to say more; `expr` is what is told. */
  readonly ask?: string;
  /** How often it is written, where that is known to differ from the scrapes: by a recording rule. Milliseconds. */
  readonly everyMs?: number;
}

const comparisons = ['Eql', 'Neq', 'Gtr', 'Lss', 'Gte', 'Lte'];

/**
 * Reads from a rule's own PromQL what its silence rests on. A rule returns nothing both when all is well and when its data are gone; only the
 * data tell which. Needed are every series selector, and the sides of every comparison: they show what a selector alone does not, such as a
 * range that is too short to hold two samples, a time shift to before the series began, or labels that never match.
 *
 * Left out is what is meant to be absent: the argument of `absent` and the right side of `unless`. Both sides of `or` are needed: a fault in
 * one is a fault that the rule would not see.
 */
export function needsOf(expr: string): Need[] {
  const tree = parser.parse(expr);
  // Looked for once: a chain of comparisons holds itself again and again.
  const selectors: {from: number; to: number; name: string | undefined}[] = [];
  tree.iterate({
    enter: ({node}) => {
      if (node.name !== 'VectorSelector') return;
      const name = node.getChild('Identifier');
      selectors.push({from: node.from, to: node.to, name: name === null ? undefined : expr.slice(name.from, name.to)});
    },
  });
  const within = ({from, to}: SyntaxNode) => selectors.filter((selector) => from <= selector.from && selector.to <= to);
  const needs = new Map<string, Need>();
  const text = (node: SyntaxNode): string => expr.slice(node.from, node.to);
  const add = (node: SyntaxNode, {isSelector, end}: {isSelector: boolean; end: number}): void => {
    const needed = expr.slice(node.from, end);
    // A side without any series, such as a threshold, always returns.
    const held = within(node);
    if (held.length > 0 && !needs.has(needed)) needs.set(needed, {expr: needed, metrics: held.flatMap(({name}) => name ?? []), isSelector});
  };
  /** `end` is where the node ends with what the grammar hangs above it: it reads `a < b offset 1h` as `(a < b) offset 1h`. */
  const read = (node: SyntaxNode, end = node.to): void => {
    if (node.name === 'VectorSelector') return add(node, {isSelector: true, end: node.to});
    if (node.name === 'FunctionCall' && /^absent(_over_time)?$/.test(text(node.getChild('FunctionIdentifier') ?? node))) return;
    const parts = children(node);
    if (node.name === 'BinaryExpr') {
      const [left] = parts;
      if (node.getChild('Unless') !== null) return left === undefined ? undefined : read(left);
      if (comparisons.some((name) => node.getChild(name) !== null)) {
        const right = parts.at(-1);
        if (left !== undefined && !isPlain(left)) add(left, {isSelector: false, end: left.to});
        if (right !== undefined && (!isPlain(right) || end > right.to)) add(right, {isSelector: false, end: Math.max(end, right.to)});
      }
    }
    const hangsAbove = node.name === 'OffsetExpr' || node.name === 'StepInvariantExpr';
    for (const part of parts) read(part, hangsAbove && part.name === 'BinaryExpr' ? end : part.to);
  };
  read(tree.topNode);
  return [...needs.values()];
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}

/** A selector by itself is needed as one already. */
function isPlain(node: SyntaxNode): boolean {
  const [only, ...others] = children(node);
  if (node.name === 'ParenExpr' && only !== undefined && others.length === 0) return isPlain(only);
  return node.name === 'VectorSelector' || node.name.endsWith('Literal');
}
