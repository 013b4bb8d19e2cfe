import {GENERATED_FILES_DIR_NAME} from '@docusaurus/utils';
import {existsSync} from 'node:fs';
import {join, relative} from 'node:path';
import type {Program} from 'estree';
import type {Root} from 'mdast';
import type {MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx-jsx';
import {visit} from 'unist-util-visit';
import type {VFile} from 'vfile';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {words as schemas} from '../page/words.ts';

type Word = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * Checks the words that authors write against their schemas, and hands each the facts that it shows. The facts are imported, not copied in,
 * so that the bundler sees what a page depends on: a cached page follows a change of `data/`.
 */
export function words({root}: {root: string}): (tree: Root, file: VFile) => void {
  const generated = join(root, GENERATED_FILES_DIR_NAME, 'handbook/default');
  const factsOf = (name: string): string | undefined =>
    existsSync(join(generated, name)) ? `@generated/handbook/default/${name}` : undefined;

  return (tree, file) => {
    const slips: Slip[] = [];
    const page = relative(root, file.path)
      .replace(/^(docs|i18n\/[^/]+\/docusaurus-plugin-content-docs\/current)\//, '')
      .replace(/\.mdx?$/, '');
    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const schema = node.name === null ? undefined : schemas[node.name];
      if (schema === undefined) return;
      const slip = (found: string, expected: string): void => {
        const {line = 1, column = 1} = node.position?.start ?? {};
        slips.push({file: relative(root, file.path), line, column, found, expected});
      };
      const props = literalProps(node, slip);
      const result = schema.safeParse(props);
      for (const issue of result.error?.issues ?? []) {
        slip(
          `<${node.name}> with ${JSON.stringify(props)}`,
          `${issue.path.join('.') || 'props'}: ${issue.message} (see reference/components)`,
        );
      }
      if (result.success) giveFacts(node, props, {page, factsOf, slip});
    });
    const header = factsOf(`${page}.json`);
    if (page.startsWith('runbooks/') && header !== undefined) tree.children.unshift(element('RunbookHeader', header));
    if (slips.length > 0) throw new SlipError(slips);
  };
}

interface Giving {
  readonly page: string;
  readonly factsOf: (name: string) => string | undefined;
  readonly slip: (found: string, expected: string) => void;
}

function giveFacts(node: Word, props: Readonly<Record<string, string>>, {page, factsOf, slip}: Giving): void {
  if (node.name === 'ServiceStatus') {
    const facts = factsOf(`services/${props['service']}.json`);
    if (facts === undefined) slip(`the service ${JSON.stringify(props['service'])}`, 'a component of data/catalog');
    else node.attributes.push(factsAttribute(facts));
  } else if (node.name === 'FiringAlerts') {
    const facts = props['alert'] === undefined ? factsOf(`${page}.json`) : factsOf(`alerts/${props['alert']}.json`);
    if (facts !== undefined) node.attributes.push(factsAttribute(facts));
    else if (props['alert'] !== undefined) slip(`the alert ${JSON.stringify(props['alert'])}`, 'an alert of data/alerts');
  } else if (node.name === 'RunbookList') {
    node.attributes.push(factsAttribute('@generated/handbook/default/runbooks.json'));
  }
}

/** Attributes written as plain strings. Anything computed cannot be checked before the page runs, and is refused. */
function literalProps(node: Word, slip: Giving['slip']): Record<string, string> {
  const props: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') props[attribute.name] = attribute.value;
    else slip(`<${node.name}> with a computed property`, 'properties written as plain strings');
  }
  return props;
}

function element(name: string, facts: string): MdxJsxFlowElement {
  return {type: 'mdxJsxFlowElement', name, attributes: [factsAttribute(facts)], children: []};
}

/** `facts={require("…")}` */
function factsAttribute(path: string): MdxJsxAttribute {
  const raw = JSON.stringify(path);
  const estree: Program = {
    type: 'Program',
    sourceType: 'module',
    body: [
      {
        type: 'ExpressionStatement',
        expression: {
          type: 'CallExpression',
          optional: false,
          callee: {type: 'Identifier', name: 'require'},
          arguments: [{type: 'Literal', value: path, raw}],
        },
      },
    ],
  };
  return {
    type: 'mdxJsxAttribute',
    name: 'facts',
    value: {type: 'mdxJsxAttributeValueExpression', value: `require(${raw})`, data: {estree}},
  };
}
