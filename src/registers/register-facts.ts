import type {Language} from '../catalog/contract.ts';

/** How a column is written and sorted. `text` was written in a language, a `name` in none. */
export type CellKind = 'text' | 'name' | 'day' | 'number' | 'link';

/** Where an entry stands. `open` and `holds` end by their day: then they are overdue, or over. */
export type Status = 'open' | 'holds' | 'done' | 'dropped';

/** `to` is a path of this site. */
export type Cell = string | number | {readonly text: string; readonly to: string};

export interface RegisterRow {
  readonly id: string;
  /** Of a record, which is written once. */
  readonly lang?: Language | undefined;
  readonly status: Status;
  /** The last day on which the status is as it should be. */
  readonly due?: string | undefined;
  /** By the id of their column; nothing where there is nothing to say. */
  readonly cells: Readonly<Record<string, Cell | undefined>>;
}

/** A register as one page shows it, in the page's language. */
export interface RegisterFacts {
  readonly columns: readonly {readonly id: string; readonly kind: CellKind; readonly title: string}[];
  readonly rows: readonly RegisterRow[];
  /** The day of the sample data; undefined where days are held against the present. */
  readonly asOf?: string | undefined;
}
