import type {TextlintPluginProcessor} from '@textlint/kernel';
import type {Nodes, Paragraph, Root} from 'mdast';
import {Lines} from './lines.ts';
import type {Passage} from './passage.ts';

/** The tree that textlint walks. https://textlint.github.io/docs/txtnode.html */
export type TextTree = Extract<Awaited<ReturnType<ReturnType<TextlintPluginProcessor['processor']>['preProcess']>>, {type: unknown}>;
type TextNode = TextTree['children'][number];

/** What textlint shall see of a file. Everything stands where it stands in the file. */
export interface TextTrees {
  /** Paragraphs and lists, whose sentences end as sentences do. */
  readonly sentences: TextTree;
  /** Headings, cells, titles and labels, as paragraphs: textlint looks less closely at anything else. */
  readonly phrases: TextTree;
}

const types: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading: 'Paragraph',
  tableCell: 'Paragraph',
  list: 'List',
  listItem: 'ListItem',
  blockquote: 'BlockQuote',
  link: 'Link',
  linkReference: 'LinkReference',
  image: 'Image',
  inlineCode: 'Code',
  text: 'Str',
  textDirective: 'Str',
  break: 'Break',
};
const emphasis: ReadonlySet<string> = new Set(['strong', 'emphasis']);
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * The Japanese of a page as the site reads it, so that no second parser has to guess what MDX means, and strings for readers. Components and
 * emphasis are not there, but their words are; of code blocks and expressions nothing is.
 */
export function textTreesOf(text: string, {tree, strings}: {tree: Root | undefined; strings: readonly Passage[]}): TextTrees {
  const lines = new Lines(text);
  const phrases: TextNode[] = [];

  const make = (type: string, [start, end]: readonly [number, number], more: object = {}): TextNode =>
    // The library's type of a node is a union that only its own parsers could fill; these are the fields that it reads.
    ({type, raw: text.slice(start, end), range: [start, end], loc: {start: lines.at(start), end: lines.at(end)}, ...more}) as TextNode;

  const convert = (node: Nodes, before?: Nodes): TextNode[] => {
    const range = rangeOf(node, before);
    if (range === undefined) return [];
    const raw = text.slice(...range);
    const type = types[node.type];
    if (type === 'Paragraph' && !japanese.test(raw)) return [];
    if (type === 'Str' || type === 'Break') return [make(type, range, {value: raw})];
    if (type === 'Code' || (node.type === 'mdxJsxTextElement' && node.children.length === 0)) return [make('Code', range, {value: raw})];
    const children = 'children' in node ? node.children.flatMap((child, i) => convert(child, node.children[i - 1])) : [];
    // An address alone needs the spaces around it: it is no link of textlint's.
    if (type === undefined || (type === 'Link' && raw.startsWith('http'))) return children;
    const made = make(type, range, {children, ...('url' in node && {url: node.url})});
    if (!isPhrase(node)) return [made];
    phrases.push(made);
    return [];
  };

  const sentences = tree === undefined ? [] : tree.children.flatMap((node) => convert(node));
  for (const {start, words} of strings) {
    const range = [start, start + words.length] as const;
    (/。\s*$/.test(words) ? sentences : phrases).push(make('Paragraph', range, {children: [make('Str', range, {value: words})]}));
  }
  const document = (children: readonly TextNode[]): TextTree =>
    make('Document', [0, text.length], {children: children.toSorted((a, b) => a.range[0] - b.range[0])}) as unknown as TextTree;
  return {sentences: document(sentences), phrases: document(phrases)};
}

function rangeOf(node: Nodes, before: Nodes | undefined): readonly [number, number] | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  // A space parts emphasis that ends in 。 from the words after it: without it Markdown sees no emphasis.
  const isParted = node.type === 'text' && node.value.startsWith(' ') && before !== undefined && emphasis.has(before.type);
  return [start + (isParted ? 1 : 0), end];
}

function isPhrase(node: Nodes): boolean {
  return node.type === 'heading' || node.type === 'tableCell' || (node.type === 'paragraph' && (isLabel(node) || isSummary(node)));
}

/** The title of a note. */
function isLabel({data}: Paragraph): boolean {
  return data !== undefined && 'directiveLabel' in data && data.directiveLabel === true;
}

/** The title of a folded part. */
function isSummary({children}: Paragraph): boolean {
  return children.length === 1 && children[0]?.type === 'mdxJsxTextElement' && children[0].name === 'summary';
}
