import type {SyntaxNode, Tree} from '@lezer/common';
import {parser} from '@prometheus-io/lezer-promql';

/** Offsets from 0 in an expression. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The tree of an expression with each `offset`, `@` and their like bound to the selector before it, as Prometheus does: the grammar reads
 * `a < b offset 1h` as `(a < b) offset 1h`. They are left out of the tree; `endOf` is where a node ends together with its own.
 */
export function parseBound(expr: string): {tree: Tree; endOf: (node: SyntaxNode) => number} {
  const modifiers: Range[] = [];
  parser.parse(expr).iterate({
    enter: ({node}) => {
      const modifier = ['Offset', 'At', 'Smoothed', 'Anchored'].flatMap((name) => node.getChild(name) ?? [])[0];
      if (modifier !== undefined) modifiers.push({from: modifier.from, to: node.to});
    },
  });
  modifiers.sort((a, b) => a.from - b.from);
  const parts = modifiers.map(({from, to}, n) => expr.slice(modifiers[n - 1]?.to ?? 0, from) + ' '.repeat(to - from));
  const tree = parser.parse(parts.join('') + expr.slice(modifiers.at(-1)?.to ?? 0));
  const endOf = (node: SyntaxNode): number => {
    let end = node.to;
    for (const {from, to} of modifiers) {
      if (from < end) continue;
      if (!/^(?:\s|#.*\n)*$/.test(expr.slice(end, from))) break;
      end = to;
    }
    return end;
  };
  return {tree, endOf};
}

/** The nodes right below one, without comments. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) if (child.name !== 'LineComment') found.push(child);
  return found;
}
