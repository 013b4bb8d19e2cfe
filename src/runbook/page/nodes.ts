import type {Program} from 'estree';
import type {BlockContent, PhrasingContent, RootContent} from 'mdast';
import type {MdxTextExpression} from 'mdast-util-mdx-expression';
import type {MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';

// What MDX marks the author's own tags with. https://github.com/mdx-js/mdx/blob/main/packages/mdx/lib/plugin/remark-mark-and-unravel.js
declare module 'mdast-util-mdx-jsx' {
  interface MdxJsxFlowElementData {
    _mdxExplicitJsx?: true;
  }
  interface MdxJsxTextElementData {
    _mdxExplicitJsx?: true;
  }
}

export type Attributes = Readonly<Record<string, string | true | undefined>>;

/**
 * HTML in the tree of an MDX page. It is marked as written by hand, or Docusaurus would draw a `pre` as its own block of code and a link as
 * its own link.
 */
export function block(name: string, attributes: Attributes, children: readonly RootContent[]): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: listed(attributes),
    children: [...children] as BlockContent[],
    data: {_mdxExplicitJsx: true},
  };
}

export function inline(name: string, attributes: Attributes, children: readonly (PhrasingContent | string)[]): MdxJsxTextElement {
  const nodes = children.map((child): PhrasingContent => (typeof child === 'string' ? {type: 'text', value: child} : child));
  return {type: 'mdxJsxTextElement', name, attributes: listed(attributes), children: nodes, data: {_mdxExplicitJsx: true}};
}

/** Text to the letter. As plain text of Markdown it would lose the spaces at the ends of its lines. */
export function verbatim(text: string): MdxTextExpression {
  const literal = {type: 'Literal', value: text, raw: JSON.stringify(text)} as const;
  const estree: Program = {type: 'Program', sourceType: 'module', body: [{type: 'ExpressionStatement', expression: literal}]};
  return {type: 'mdxTextExpression', value: JSON.stringify(text), data: {estree}};
}

function listed(attributes: Attributes): MdxJsxAttribute[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [{type: 'mdxJsxAttribute', name, value: value === true ? null : value}],
  );
}
