import type {Heading, Node, PhrasingContent, Root, RootContent} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx';
import {toString} from 'mdast-util-to-string';
import {SKIP, visit} from 'unist-util-visit';
import type {Language} from '../../catalog/contract.ts';
import type {Slip} from '../../catalog/slip.ts';
import {messages} from './messages.ts';
import {block, inline} from './nodes.ts';
import {shapeFence} from './shape-command.ts';

interface Options {
  readonly language: Language;
  /** Names of the parameters that the page declares. */
  readonly params: readonly string[];
  /** Where the address of an alert stands in this language, such as `/ja/r/`. */
  readonly lane: string;
  /** Whether an alert, or an old name of one, has a runbook. */
  readonly hasRunbook: (alert: string) => boolean;
}

type PageSlip = Omit<Slip, 'file'>;

/**
 * Makes of the words for steps, and of the fences of a runbook or procedure, the plain HTML that a script enlivens: the same in the reading page
 * and in the incident lane. Nothing of it is a component, so that neither carries any for it.
 */
export function shapePage(tree: Root, options: Options): PageSlip[] {
  const slips: PageSlip[] = [];
  const say = messages[options.language];
  const slip = (node: Node, found: string, expected: string): void => {
    const {line = 1, column = 1} = node.position?.start ?? {};
    slips.push({line, column, found, expected});
  };
  const titles = titlesOf(tree, slip);
  shapeFences(tree, {...options, slips});
  visit(tree, 'mdxJsxFlowElement', (node) => {
    const props = propsOf(node);
    if (node.name === 'Steps') rename(node, 'div', {'data-steps': true});
    if (node.name === 'Expect') {
      rename(node, 'div', {'data-expect': true, 'data-match': props['match']});
      node.children.unshift(block('p', {'data-label': true}, [inline('b', {}, [say.expect])]));
    }
    if (node.name === 'Otherwise') {
      const target = targetOf(props['goto'] ?? '', {titles, ...options});
      if (target === undefined)
        slip(node, `goto ${JSON.stringify(props['goto'])}`, 'the id of a step or section of this page, or /r/ and an alert with a runbook');
      rename(node, 'div', {'data-otherwise': true, 'data-goto': props['goto']});
      const when = inline('b', {}, [props['when'] ?? say.otherwise]);
      node.children.unshift(block('p', {}, [when, ' → ', ...(target === undefined ? [] : [target])].map(textual)));
    }
    if (node.name === 'Undo') shapeUndo(node, props['none'], say);
    if (node.name === 'Step') {
      // Before the words within become HTML: the undo moves ahead of the command.
      if (props['kind'] === 'change' && !node.children.some(isUndo))
        slip(node, `the change ${JSON.stringify(props['id'])} without <Undo>`, '<Undo>, or <Undo none="the reason why there is none" />');
      shapeStep(node, props, say);
    }
  });
  tree.children = sectioned(tree.children);
  return slips;
}

const textual = (node: RootContent | PhrasingContent | string): RootContent =>
  typeof node === 'string' ? {type: 'text', value: node} : node;

/** What can be gone to, with its title. */
function titlesOf(tree: Root, slip: (node: Node, found: string, expected: string) => void): Map<string, string> {
  const titles = new Map<string, string>();
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const id = /\{\s*\/\*\s*#?([\w-]+)/.exec(toSource(node))?.[1];
      if (id !== undefined)
        titles.set(id, toString({...node, children: node.children.filter(({type}) => type !== 'mdxTextExpression')}).trim());
    }
    if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Step') return;
    const {id = '', title = ''} = propsOf(node);
    if (titles.has(id)) slip(node, `the id ${JSON.stringify(id)} twice`, 'an id that nothing else on the page has');
    titles.set(id, title);
  });
  return titles;
}

function toSource(heading: Heading): string {
  return heading.children.map((child) => (child.type === 'mdxTextExpression' ? `{${child.value}}` : '')).join('');
}

function targetOf(
  goto: string,
  {titles, lane, hasRunbook}: Pick<Options, 'lane' | 'hasRunbook'> & {readonly titles: ReadonlyMap<string, string>},
): PhrasingContent | undefined {
  const alert = /^\/r\/([\w-]+)$/.exec(goto)?.[1];
  if (alert !== undefined) return hasRunbook(alert) ? inline('a', {href: lane + alert}, [alert]) : undefined;
  const title = titles.get(goto);
  return title === undefined ? undefined : {type: 'link', url: `#${goto}`, children: [{type: 'text', value: title}]};
}

function shapeUndo(node: MdxJsxFlowElement, none: string | undefined, say: (typeof messages)['en']): void {
  rename(node, 'details', {'data-undo': true});
  const summary = block('summary', {}, [textual(none === undefined ? say.undo : say.noUndo)]);
  const why = none === undefined ? [] : [block('p', {}, [textual(none)])];
  node.children = [summary, ...why, ...node.children] as MdxJsxFlowElement['children'];
}

/** A change wears its mark above its title, and its undo before its command. */
function shapeStep(
  node: MdxJsxFlowElement,
  {id = '', kind = 'check', title = ''}: Readonly<Record<string, string>>,
  say: (typeof messages)['en'],
): void {
  const heading: Heading = {type: 'heading', depth: 3, children: [{type: 'text', value: title}], data: {hProperties: {id}}};
  const undo = node.children.filter(isUndo);
  const others = node.children.filter((child) => !isUndo(child));
  rename(node, 'section', {'data-step': id, 'data-kind': kind, 'aria-labelledby': id});
  const mark = kind === 'change' ? [block('p', {'data-changes': true}, [textual(say.changes)])] : [];
  const tick = block('p', {'data-ticks': true}, [
    inline('label', {'data-tick': true}, [inline('input', {type: 'checkbox', disabled: true}, []), ` ${say.done}`]),
  ]);
  node.children = [...mark, heading, ...undo, ...others, tick] as MdxJsxFlowElement['children'];
}

function isUndo(node: Node): boolean {
  return node.type === 'mdxJsxFlowElement' && 'name' in node && node.name === 'Undo';
}

function shapeFences(tree: Root, {params, language, slips}: Options & {readonly slips: PageSlip[]}): void {
  let title = '';
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading')
      title = toString({...node, children: node.children.filter(({type}) => type !== 'mdxTextExpression')}).trim();
    if (node.type === 'mdxJsxFlowElement' && node.name === 'Step') title = propsOf(node)['title'] ?? '';
    if (node.type !== 'code' || parent === undefined || index === undefined) return undefined;
    const shaped = shapeFence(node, {params, title, language});
    const first = (node.position?.start.line ?? 0) + 1;
    for (const {line, column, found, expected} of shaped.slips) slips.push({line: first + line - 1, column, found, expected});
    parent.children[index] = shaped.node;
    return SKIP;
  });
}

/** Each second-level heading with what follows it. */
function sectioned(children: readonly RootContent[]): RootContent[] {
  const before: RootContent[] = [];
  const sections: RootContent[][] = [];
  for (const child of children) {
    if (child.type === 'heading' && child.depth === 2) sections.push([child]);
    else (sections.at(-1) ?? before).push(child);
  }
  return [
    ...before,
    ...sections.map((section) => {
      const [heading] = section;
      const id = heading?.type === 'heading' ? /#?([\w-]+)/.exec(toSource(heading).replace(/^\{\s*\/\*\s*/, ''))?.[1] : undefined;
      return block('section', {'data-section': id ?? ''}, section);
    }),
  ];
}

function propsOf({attributes}: MdxJsxFlowElement): Record<string, string> {
  const props: Record<string, string> = {};
  for (const attribute of attributes)
    if (attribute.type === 'mdxJsxAttribute') props[attribute.name] = typeof attribute.value === 'string' ? attribute.value : '';
  return props;
}

function rename(node: MdxJsxFlowElement, name: string, attributes: Readonly<Record<string, string | true | undefined>>): void {
  const made = block(name, attributes, node.children);
  Object.assign(node, {name: made.name, attributes: made.attributes, data: made.data});
}
