import type {SyntaxNode} from '@lezer/common';
import {children} from './bound-promql.ts';

/** Among the names of a need: a selector with no name, a pattern for one, or one with escapes in it. Any recording rule may stand behind it. */
export const anyName = '*';

/** `up`, `{__name__="up"}`, `{"up"}` and `{"__name__"="up"}` name the same series. */
export function nameOf(selector: SyntaxNode, expr: string): string {
  const text = (node: SyntaxNode | null): string => (node === null ? '' : expr.slice(node.from, node.to));
  const identifier = selector.getChild('Identifier');
  if (identifier !== null) return text(identifier);
  const matchers = selector.getChild('LabelMatchers');
  for (const matcher of matchers === null ? [] : children(matchers)) {
    const label = text(matcher.getChild('LabelName') ?? matcher.getChild('QuotedLabelName')).replaceAll(/["'`]/g, '');
    const isName = matcher.name === 'QuotedLabelName' || (label === '__name__' && matcher.getChild('MatchOp')?.getChild('EqlSingle'));
    const quoted = text(matcher.getChild('StringLiteral'));
    const readable = quoted.startsWith('`') || !quoted.includes('\\');
    if (isName && readable && quoted.length > 2) return quoted.slice(1, -1);
  }
  return anyName;
}
