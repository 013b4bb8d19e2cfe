import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {frontMatterOfText, idOf} from '../content.ts';
import {parsePage} from '../parse.ts';

/**
 * Whether a page that a tool has mended still says the same to the site: the same words with the same props, steps, fences, headings and front
 * matter, each inside the same. Tools that write Markdown do not all know MDX, and what they break is found by nobody who only reads it.
 */
export function isSameMeaning(file: string, before: string, after: string): boolean {
  const [was, is] = [parsePage(file, before), parsePage(file, after)];
  if ('rule' in was || 'rule' in is) return false;
  const matter = (text: string): string => JSON.stringify(frontMatterOfText(text, file)?.value ?? null);
  return shapeOf(was) === shapeOf(is) && matter(before) === matter(after);
}

/** Languages of fences whose inside Prettier writes too. */
const tidied = /^(?:[cm]?[jt]sx?|json[c5]?|ya?ml|css|scss|html?|mdx?|markdown|graphql)$/;

function shapeOf(tree: Root): string {
  const parts: unknown[] = [];
  visit(tree, (node, _, parent) => {
    const inside = parent === undefined || !('name' in parent) ? undefined : parent.name;
    if (node.type === 'code') parts.push(['code', inside, node.lang, node.meta, tidied.test(node.lang ?? '') ? '' : node.value]);
    else if (node.type === 'heading') parts.push(['heading', node.depth, idOf(node)]);
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') parts.push([node.type, node.url]);
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      parts.push([
        'word',
        inside,
        node.name,
        node.attributes.map((one) => (one.type === 'mdxJsxAttribute' ? [one.name, one.value] : one.value)),
      ]);
    else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') parts.push(['{}', node.value.trim()]);
    else if (node.type === 'inlineCode') parts.push(['code', node.value]);
  });
  return JSON.stringify(parts, (key, value: unknown) => (key === 'position' || key === 'data' ? undefined : value));
}
