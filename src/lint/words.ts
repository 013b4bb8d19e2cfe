import type {Root} from 'mdast';
import type {MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';

export type Word = MdxJsxFlowElement | MdxJsxTextElement;

/** Components of a page: what is written with a capital letter. */
export function wordsOf(tree: Root): {name: string; node: Word; line: number; column: number}[] {
  const found: {name: string; node: Word; line: number; column: number}[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    if (node.name === null || !/^\p{Lu}/u.test(node.name)) return;
    const {line = 1, column = 1} = node.position?.start ?? {};
    found.push({name: node.name, node, line, column});
  });
  return found;
}

/** The value of a prop that is written as a plain string. */
export function literalProp(node: Word, name: string): string | undefined {
  const attribute = node.attributes.find((candidate) => candidate.type === 'mdxJsxAttribute' && candidate.name === name);
  return typeof attribute?.value === 'string' ? attribute.value : undefined;
}
