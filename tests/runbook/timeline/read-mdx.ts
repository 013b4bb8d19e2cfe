import {toString} from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {visit} from 'unist-util-visit';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkDirective);

/** Reads a page as Docusaurus does: what is in it, in which blocks, with which commands. Throws where a build would stop. */
export function remark(markdown: string): {text: string; kinds: string[]; codes: string[]} {
  const tree = parser.parse(markdown);
  const codes: string[] = [];
  visit(tree, 'code', ({value}) => void codes.push(value));
  visit(tree, 'break', (node) => void Object.assign(node, {type: 'text', value: '\n'}));
  const [first] = tree.children;
  return {text: first === undefined ? '' : toString(first).trim(), kinds: tree.children.map(({type}) => type), codes};
}
