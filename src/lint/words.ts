import type {Root} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';

export type Word = MdxJsxFlowElement | MdxJsxTextElement;

export interface Written {
  readonly name: string;
  readonly node: Word;
  readonly line: number;
  readonly column: number;
}

const wordsKnown = new WeakMap<Root | Word, readonly Written[]>();

/** Components of a page, or within a component: what is written with a capital letter. Looked for once in each tree, because many rules ask. */
export function wordsOf(tree: Root | Word): readonly Written[] {
  const known = wordsKnown.get(tree);
  if (known !== undefined) return known;
  const found: Written[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name === null || !/^\p{Lu}/u.test(node.name)) return;
    const {line = 1, column = 1} = node.position?.start ?? {};
    found.push({name: node.name, node, line, column});
  });
  wordsKnown.set(tree, found);
  return found;
}

/** The value of a prop that is written as a plain string. */
export function literalProp(node: Word, name: string): string | undefined {
  const attribute = node.attributes.find((candidate) => candidate.type === 'mdxJsxAttribute' && candidate.name === name);
  return typeof attribute?.value === 'string' ? attribute.value : undefined;
}

/** Where `<Name` stands. */
export function placeOfName({name, position}: Word): Place {
  const {line = 1, column = 1} = position?.start ?? {};
  return {start: {line, column}, end: {line, column: column + 1 + (name?.length ?? 0)}};
}

interface Place {
  readonly start: {readonly line: number; readonly column: number};
  readonly end: {readonly line: number; readonly column: number};
}
