import type {Heading, List, ListItem, Nodes, Root, RootContent, TableRow} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {idOf} from '../../lint/content.ts';
import {outlines, votesAtEnd, type Section} from './outline.ts';

/** A card as a record has it, with those that say the same. */
export interface RecordedCard {
  readonly text: string;
  readonly votes: number;
  readonly same: readonly string[];
}

/** A row of a table, its cells by the name of their column. */
export interface RecordedRow<Name extends string> {
  readonly cells: Readonly<Record<Name, string>>;
  readonly line: number;
  readonly column: number;
}

/** The blocks of a section, by its heading in either language or by its id. */
export function partOf(tree: Root, section: Section): readonly RootContent[] {
  const names = new Set(Object.values(outlines).map(({sections}) => sections[section].toLowerCase()));
  const isHead = (node: RootContent): node is Heading =>
    node.type === 'heading' && node.depth === 2 && (names.has(wordsOf(node).toLowerCase()) || idOf(node) === ids[section]);
  const start = tree.children.findIndex(isHead);
  if (start === -1) return [];
  const rest = tree.children.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= 2);
  return end === -1 ? rest : rest.slice(0, end);
}

const ids: Readonly<Record<Section, string>> = {
  lastTries: 'last-tries',
  keep: 'keep',
  problem: 'problem',
  try: 'try',
  others: 'not-chosen',
  closing: 'closing',
};

/** The cards of a section, in its order. */
export function cardsOf(tree: Root, section: 'keep' | 'problem'): RecordedCard[] {
  return partOf(tree, section)
    .filter((node): node is List => node.type === 'list')
    .flatMap(({children}) => children)
    .map((item) => ({...counted(ownText(item)), same: below(item).map((text) => counted(text).text)}))
    .filter(({text, same}) => text !== '' || same.length > 0);
}

function counted(said: string): {text: string; votes: number} {
  const [end, count] = votesAtEnd.exec(said) ?? [];
  return {text: said.slice(0, said.length - (end ?? '').length).trim(), votes: Number(count ?? 0)};
}

function ownText({children}: ListItem): string {
  return children
    .filter(({type}) => type !== 'list')
    .map(wordsOf)
    .join('\n')
    .replace(/ +\n/g, '\n')
    .trim();
}

function below({children}: ListItem): string[] {
  const items = children.flatMap((node) => (node.type === 'list' ? node.children : []));
  return items.flatMap((item) => [ownText(item), ...below(item)]).filter(Boolean);
}

/** The rows of the first table that has these columns, in either language; undefined without one. What is empty is left out: a template has empty rows. */
export function rowsOf<Name extends string>(
  part: readonly RootContent[],
  columns: Readonly<Record<Name, RegExp>>,
): RecordedRow<Name>[] | undefined {
  const names = Object.keys(columns) as Name[];
  for (const node of part) {
    if (node.type !== 'table') continue;
    const [head, ...rows] = node.children.map(cellsOf);
    const places = names.map((name) => (head ?? []).findIndex((text) => columns[name].test(text)));
    if (places.includes(-1)) continue;
    return rows.flatMap((texts, n) => {
      const {line = 1, column = 1} = node.children[n + 1]?.position?.start ?? {};
      const cells = Object.fromEntries(names.map((name, i) => [name, texts[places[i] ?? 0] ?? ''])) as Record<Name, string>;
      return Object.values(cells).every((text) => text === '') ? [] : [{cells, line, column}];
    });
  }
  return undefined;
}

function cellsOf({children}: TableRow): string[] {
  return children.map((cell) => wordsOf(cell).trim());
}

/** What a reader sees. A colon before a letter is read as the name of a component that is none; the site shows it as it was written. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return '';
  const directive = 'name' in node && node.type.endsWith('Directive') ? `:${node.name}` : '';
  return directive + ('children' in node ? node.children.map(wordsOf).join('') : toString(node));
}
