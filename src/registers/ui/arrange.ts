import type {Cell, RegisterRow} from '../register-facts.ts';
import {ranks, standingOf, type Standing} from '../standing.ts';

/** Which rows somebody wants to see. */
export interface Narrowed {
  readonly words: string;
  readonly standing: Standing | undefined;
  /** By the id of a column: what its cell says; empty is anything. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** In which order somebody wants to see them. */
export interface Order {
  /** The id of a column, or `status`; undefined is the register's own order. */
  readonly by: string | undefined;
  readonly isDown: boolean;
}

interface Wanted extends Narrowed, Order {
  readonly today: string | undefined;
}

/** The rows that somebody wants to see, in their order. Equal ones keep the order of the register. */
export function arrange(rows: readonly RegisterRow[], {words, standing, chosen, by, isDown, today}: Wanted): readonly RegisterRow[] {
  const parts = fold(words).split(/\s+/).filter(Boolean);
  const choices = Object.entries(chosen).filter(([, text]) => text !== '');
  const shown = rows.filter((row) => {
    if (choices.some(([column, text]) => textOf(row.cells[column]) !== text)) return false;
    if (standing !== undefined && standingOf(row, today) !== standing) return false;
    const text = fold(Object.values(row.cells).map(textOf).join('\n'));
    return parts.every((part) => text.includes(part));
  });
  if (by === undefined) return shown;
  const keyOf = (row: RegisterRow): string | number => (by === 'status' ? order.indexOf(standingOf(row, today)) : keyOfCell(row.cells[by]));
  return shown.toSorted((a, b) => (isDown ? -1 : 1) * compare(keyOf(a), keyOf(b)));
}

/** What asks for somebody first; what stands nowhere last. */
const order: readonly (Standing | undefined)[] = [...ranks.flat(), undefined];

export function textOf(cell: Cell | undefined): string {
  if (typeof cell !== 'object') return cell === undefined ? '' : String(cell);
  return 'to' in cell ? cell.text : cell.links.map(({text}) => text).join(' ');
}

function keyOfCell(cell: Cell | undefined): string | number {
  return typeof cell === 'number' ? cell : textOf(cell);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'ja');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
