import type {Language} from '../catalog/contract.ts';
import type {Dated} from './standing.ts';

/** How a column is written and sorted. `text` was written in a language, a `name` in none. */
export type CellKind = 'text' | 'name' | 'day' | 'number' | 'link';

/** `to` is a path of this site, or an address. */
export interface LinkCell {
  readonly text: string;
  readonly to: string;
}

export type Cell = string | number | LinkCell | {readonly links: readonly LinkCell[]};

export interface RegisterRow extends Dated {
  readonly id: string;
  /** Of a record, which is written once. */
  readonly lang?: Language | undefined;
  /** The day on which it was found or decided. */
  readonly noted?: string | undefined;
  /** The day since which it is done. */
  readonly done?: string | undefined;
  /** By the id of their column; nothing where there is nothing to say. */
  readonly cells: Readonly<Record<string, Cell | undefined>>;
}

/** A register as one page shows it, in the page's language. */
export interface RegisterFacts {
  readonly columns: readonly {
    readonly id: string;
    readonly kind: CellKind;
    readonly title: string;
    /** Of a column that is in another language than the page. */
    readonly lang?: Language | undefined;
    /** It has few values, and the table can be narrowed to one of them. */
    readonly isChoice?: boolean | undefined;
  }[];
  readonly rows: readonly RegisterRow[];
  /** The day of the sample data; undefined where days are held against the present. */
  readonly asOf?: string | undefined;
}
