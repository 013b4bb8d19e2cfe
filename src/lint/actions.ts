import type {ListItem, Root, RootContent, TableRow} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {idOf} from './content.ts';
import {stub} from './remark/no-stub.ts';

/** Something that was agreed on, as a record says it: a row of a table or an item of a list. */
export interface Action {
  readonly line: number;
  readonly column: number;
  /** `@role`, the first that is named. */
  readonly owner: string | undefined;
  /** The first day that is named, such as `2026-01-31`. */
  readonly day: string | undefined;
  /** Where it is followed up, such as an issue. */
  readonly link: string | undefined;
  /** A ticked item, or a row that says something in the column "Done". */
  readonly isDone: boolean;
}

export interface ActionSection {
  readonly line: number;
  readonly column: number;
  readonly actions: readonly Action[];
  /** All that stands between its heading and the next of its depth. */
  readonly body: readonly RootContent[];
  /** Something there is not written yet, which no-stub says. */
  readonly isUnwritten: boolean;
}

/** The section of a record with this id, or with one of these headings: a record is written once, often without ids. Undefined without one. */
export function readActions(tree: Root, {id, headings}: {readonly id: string; readonly headings: RegExp}): ActionSection | undefined {
  const start = tree.children.findIndex(
    (node) => node.type === 'heading' && node.depth === 2 && (idOf(node) === id || headings.test(toString(node).trim())),
  );
  const heading = tree.children[start];
  if (heading === undefined) return undefined;
  const rest = tree.children.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= 2);
  const body = end === -1 ? rest : rest.slice(0, end);
  const items = body.flatMap(itemsOf);
  const written = items.filter(({item}) => !stub.test(textOf(item)));
  const isUnwritten = written.length < items.length || body.some((node) => node.type === 'paragraph' && stub.test(toString(node)));
  return {...placeOf(heading), actions: written.map(readAction), body, isUnwritten};
}

interface Item {
  readonly item: ListItem | TableRow;
  readonly isDone: boolean;
}

/** Rows and items that say something: a template has empty ones. */
function itemsOf(node: RootContent): Item[] {
  const items = node.type === 'list' ? node.children.map((item) => ({item, isDone: item.checked === true})) : rowsOf(node);
  return items.filter(({item}) => toString(item).trim() !== '');
}

function rowsOf(node: RootContent): Item[] {
  if (node.type !== 'table') return [];
  const [head, ...rows] = node.children;
  const column = head?.children.findIndex((cell) => doneHead.test(toString(cell).trim())) ?? -1;
  return rows.map((item) => {
    const cell = item.children[column];
    return {item, isDone: cell !== undefined && saidDone.test(toString(cell))};
  });
}

const doneHead = /^(?:done|完了|済)/iu;
/** A dash says that it is not. */
const saidDone = /[\p{L}\p{N}]/u;

function readAction({item, isDone}: Item): Action {
  const text = textOf(item);
  let link: string | undefined;
  visit(item, 'link', ({url}) => {
    link ??= /^https?:\/\//.test(url) ? url : undefined;
  });
  const days = text.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? [];
  return {...placeOf(item), owner: /(?<![\w@.])@[a-z][a-z0-9]*(?:-[a-z0-9]+)*/.exec(text)?.[0], day: days.find(isDay), link, isDone};
}

/** Cells stand apart, so that the end of one and the beginning of the next do not make a word. */
function textOf(item: ListItem | TableRow): string {
  return item.type === 'tableRow' ? item.children.map((cell) => toString(cell)).join(' | ') : toString(item);
}

/** Whether the calendar has it. */
export function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

function placeOf({position}: RootContent): {line: number; column: number} {
  return {line: position?.start.line ?? 1, column: position?.start.column ?? 1};
}
