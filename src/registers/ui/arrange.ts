import type {Cell, RegisterRow, Status} from '../register-facts.ts';

/** A status on a day. */
export type Standing = Status | 'overdue' | 'over';

/** How a row stands on a day. Without a day, before the page knows one, nothing is late. */
export function standingOf({status, due}: Pick<RegisterRow, 'status' | 'due'>, today: string | undefined): Standing {
  if (today === undefined || due === undefined || due >= today) return status;
  return status === 'open' ? 'overdue' : status === 'holds' ? 'over' : status;
}

export interface Wanted {
  readonly words: string;
  readonly standing: Standing | undefined;
  /** The id of a column, or `status`; undefined is the register's own order. */
  readonly by: string | undefined;
  readonly isDown: boolean;
  readonly today: string | undefined;
}

/** The rows that somebody wants to see, in their order. Equal ones keep the order of the register. */
export function arrange(rows: readonly RegisterRow[], {words, standing, by, isDown, today}: Wanted): readonly RegisterRow[] {
  const parts = fold(words).split(/\s+/).filter(Boolean);
  const shown = rows.filter((row) => {
    if (standing !== undefined && standingOf(row, today) !== standing) return false;
    const text = fold(Object.values(row.cells).map(textOf).join('\n'));
    return parts.every((part) => text.includes(part));
  });
  if (by === undefined) return shown;
  const keyOf = (row: RegisterRow): string | number => (by === 'status' ? order.indexOf(standingOf(row, today)) : keyOfCell(row.cells[by]));
  return shown.toSorted((a, b) => (isDown ? -1 : 1) * compare(keyOf(a), keyOf(b)));
}

/** What asks for somebody first. */
const order: readonly Standing[] = ['overdue', 'over', 'open', 'holds', 'done', 'dropped'];

export function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'object' ? cell.text : String(cell);
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
