import type {Language} from '../../catalog/contract.ts';
import type {Catalog} from '../../catalog/model.ts';
import type {Text} from '../../catalog/shapes.ts';
import type {EvidenceFacts} from '../../runbook/evidence/text.ts';
import type {EntryOf, RegisterName, Registers} from '../model.ts';
import type {Cell, CellKind, RegisterFacts, RegisterRow} from '../register-facts.ts';
import {untilOf} from '../holds.ts';
import {ranks, standingOf, type Dated} from '../standing.ts';

/** What tables are made of. */
export interface Sources {
  readonly registers: Registers;
  /** Uses of pages, each with its moment. */
  readonly evidence: readonly (EvidenceFacts & {readonly at: string})[];
  readonly catalog: Pick<Catalog, 'services' | 'teams'>;
  /** `2026-01-31` */
  readonly today: string;
}

interface Column<T> {
  readonly kind: CellKind;
  readonly title: Text;
  readonly cell: (entry: T, language: Language) => Cell | undefined;
  /** It has few values, and the table can be narrowed to one of them. */
  readonly isChoice?: boolean;
}

interface Plan<T> {
  /** In the order in which they stand; the first names the row. */
  readonly columns: Readonly<Record<string, Column<T>>>;
  /** How an entry stands; left out where entries are facts that stand nowhere. Until when, a register knows by itself. */
  readonly row?: (entry: T, sources: Sources) => Dated & Pick<RegisterRow, 'lang' | 'noted' | 'done'>;
  /** Keeps the order of its entries; otherwise what waits for somebody comes first. */
  readonly isLog?: boolean;
}

/** How one register is shown in one language. */
export type Table = (sources: Sources, language: Language) => Pick<RegisterFacts, 'columns' | 'rows'>;

/** A table with a row for each of these entries, in the order of the register. */
export function table<T extends {readonly id: string}>(
  entries: (sources: Sources) => readonly T[],
  {columns, row, isLog = false}: Plan<T>,
): Table {
  const named = Object.entries(columns);
  return (sources, language) => {
    const rows = entries(sources).map((entry) => ({
      id: entry.id,
      ...row?.(entry, sources),
      cells: Object.fromEntries(named.map(([id, {cell}]) => [id, cell(entry, language)])),
    }));
    return {
      columns: named.map(([id, {kind, title, isChoice}]) => ({id, kind, title: title[language], isChoice})),
      rows: isLog ? rows : pressingFirst(rows, sources.today),
    };
  };
}

/** A table with a row for each entry of a register. With `latestFirst` they stand by that day, those of one day as they were written last. */
export function registerTable<N extends RegisterName>(
  name: N,
  {latestFirst, row, ...plan}: Plan<EntryOf<N>> & {readonly latestFirst?: (entry: EntryOf<N>) => string},
): Table {
  return table<EntryOf<N>>(
    (sources) => {
      const all = entriesOf(name, sources);
      return latestFirst === undefined ? all : byDay(all, latestFirst);
    },
    {
      ...plan,
      // The day on which lint says that the entry lapsed is the day on which its row does.
      ...(row && {row: (entry, sources) => ({due: untilOf(name, entry, sources.registers), ...row(entry, sources)})}),
    },
  );
}

/** The entries of a register, as they were written. */
export function entriesOf<N extends RegisterName>(name: N, {registers}: Sources): readonly EntryOf<N>[] {
  return (registers[name] as readonly {readonly value: EntryOf<N>}[]).map(({value}) => value);
}

/** The latest day first. */
export function byDay<T>(entries: readonly T[], dayOf: (entry: T) => string): readonly T[] {
  return entries.toReversed().toSorted((a, b) => compare(dayOf(b), dayOf(a)));
}

export const owner: Column<{readonly owner: string}> = {
  kind: 'name',
  title: {en: 'Owner', ja: '担当'},
  cell: (entry) => entry.owner,
};

export const service: Column<{readonly service: string}> = {
  kind: 'name',
  title: {en: 'Service', ja: 'サービス'},
  cell: (entry) => entry.service,
};

/** What waits for somebody first, and of that what was to be done first. */
function pressingFirst(rows: readonly RegisterRow[], today: string): readonly RegisterRow[] {
  const rank = (row: RegisterRow): number => {
    const standing = standingOf(row, today);
    const found = ranks.findIndex((group) => standing !== undefined && group.includes(standing));
    return found === -1 ? ranks.length : found;
  };
  const waits = (row: RegisterRow): boolean => rank(row) < ranks.length - 1;
  return rows.toSorted((a, b) => rank(a) - rank(b) || (waits(a) ? compare(a.due, b.due) : 0));
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
