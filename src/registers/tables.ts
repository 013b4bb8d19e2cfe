import type {Language} from '../catalog/contract.ts';
import type {Text} from '../catalog/shapes.ts';
import type {registers as shapes} from './contract.ts';
import type {Registers} from './read-registers.server.ts';
import type {CellKind, RegisterFacts, RegisterRow} from './register-facts.ts';

interface Column<T> {
  readonly kind: CellKind;
  readonly title: Text;
  readonly cell: (entry: T, language: Language) => RegisterRow['cells'][string];
}

interface Table<T> {
  /** In the order in which they stand; the first names the row. */
  readonly columns: Readonly<Record<string, Column<T>>>;
  readonly row: (entry: T) => Pick<RegisterRow, 'status' | 'due' | 'lang'>;
}

type Entry<Name extends keyof typeof shapes> = Registers[Name][number]['value'];

/** How each register of `data/registers` is shown. A new one needs its shape in `contract.ts`, and its columns here. */
const tables: {readonly [Name in keyof typeof shapes]: Table<Entry<Name>>} = {
  tries: {
    columns: {
      text: {kind: 'text', title: {en: 'Try', ja: 'Try'}, cell: ({text}) => text},
      owner: {kind: 'name', title: {en: 'Owner', ja: '担当'}, cell: ({owner}) => owner},
      first_step: {kind: 'text', title: {en: 'First step', ja: '最初の一歩'}, cell: (entry) => entry.first_step},
      check: {kind: 'day', title: {en: 'Check date', ja: '確認日'}, cell: ({check}) => check},
      carried: {kind: 'number', title: {en: 'Carried over', ja: '持ち越し'}, cell: ({carried}) => carried.length},
      from: {
        kind: 'link',
        title: {en: 'Agreed on', ja: '決めた日'},
        cell: ({id, from}) => ({text: id.replace(/^try-(\d{4})(\d\d)(\d\d)-.*$/, '$1-$2-$3'), to: `/${from}`}),
      },
    },
    row: ({status, check, lang}) => ({status, due: check, lang}),
  },
  exceptions: {
    columns: {
      what: {kind: 'text', title: {en: 'Exception', ja: '例外'}, cell: ({what}, language) => what[language]},
      why: {kind: 'text', title: {en: 'Why', ja: '理由'}, cell: ({why}, language) => why[language]},
      owner: {kind: 'name', title: {en: 'Owner', ja: '担当'}, cell: ({owner}) => owner},
      since: {kind: 'day', title: {en: 'Since', ja: '開始日'}, cell: ({since}) => since},
      expires: {kind: 'day', title: {en: 'Last day', ja: '最終日'}, cell: ({expires}) => expires},
    },
    row: ({expires}) => ({status: 'holds', due: expires}),
  },
};

interface Options {
  readonly language: Language;
  readonly asOf: string | undefined;
}

/** What every register shows, by its name. */
export function registerFacts(registers: Registers, options: Options): Readonly<Record<keyof typeof tables, RegisterFacts>> {
  return {
    tries: factsOf(tables.tries, registers.tries.map(({value}) => value).toReversed(), options),
    exceptions: factsOf(
      tables.exceptions,
      registers.exceptions.map(({value}) => value),
      options,
    ),
  };
}

function factsOf<T extends {readonly id: string}>(
  {columns, row}: Table<T>,
  entries: readonly T[],
  {language, asOf}: Options,
): RegisterFacts {
  const named = Object.entries(columns);
  const rows = entries.map((entry) => ({
    id: entry.id,
    ...row(entry),
    cells: Object.fromEntries(named.map(([id, {cell}]) => [id, cell(entry, language)])),
  }));
  return {
    columns: named.map(([id, {kind, title}]) => ({id, kind, title: title[language]})),
    // What waits for somebody first, and of that what was to be done first.
    rows: rows.toSorted((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? compare(a.due, b.due) : 0)),
    asOf,
  };
}

function rank({status}: Pick<RegisterRow, 'status'>): number {
  return status === 'open' || status === 'holds' ? 0 : 1;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
