import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type * as z from 'zod';
import type {Catalog} from '../catalog/model.ts';
import {twice} from '../catalog/names.ts';
import {filesIn, readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources, type Read} from '../catalog/source.ts';
import {Agenda, registers} from './contract.ts';
import {crossCheck} from './cross-check.ts';
import {EolSnapshot} from './eol.ts';
import {registerFolder, type Entry, type RegisterEntries, type Registers} from './model.ts';

interface Options {
  /** Every page of the handbook, such as `retrospectives/records/2026-01-31-kpt`. */
  readonly pages: ReadonlySet<string>;
  /** What the entries may name. Without it they are only held against their shapes. */
  readonly catalog?: Catalog | undefined;
  /** The day that the past ends with; by default today. */
  readonly today?: Date;
}

/**
 * Reads the registers and agendas below `root`.
 * @throws {SlipError} with every slip of every file: a field that is unknown or wrong, an id that stands twice, a record that does not exist;
 * and, with a catalog, everything that an entry says and nothing else knows.
 */
export function readRegisters(root: string, {pages, catalog, today = new Date()}: Options): Registers {
  const slips: Slip[] = [];
  const files = yamlIn(root, registerFolder, slips);
  const entries = Object.fromEntries(
    Object.entries(registers).map(([name, schema]) => [name, entriesOf(root, {file: fileOf(name), files, schema}, slips)]),
    // Each name has the entries of its own schema.
  ) as unknown as RegisterEntries;
  const read: Registers = {...entries, agendas: agendasOf(root, slips), eol: eolIn(root, slips)};
  slips.push(...unknownFiles(files));
  for (const {value, place} of read.tries)
    if (!pages.has(value.from))
      slips.push({
        ...place('from'),
        found: `from: ${JSON.stringify(value.from)}`,
        expected: 'the page of a retrospective, such as retrospectives/records/2026-01-31-kpt',
      });
  for (const list of [...Object.values(entries), read.agendas]) slips.push(...repeated(list));
  // What other parts say is held against entries that are sound themselves.
  if (catalog !== undefined && slips.length === 0) slips.push(...crossCheck(read, {catalog, pages, today: dayOf(today)}));
  if (slips.length > 0) throw new SlipError(slips);
  return read;
}

function fileOf(name: string): string {
  return `${registerFolder}/${name}.yaml`;
}

/**
 * Reads `data/agendas` alone.
 * @throws {SlipError} with every slip of every file.
 */
export function readAgendas(root: string): readonly Agenda[] {
  const slips: Slip[] = [];
  const agendas = agendasOf(root, slips);
  if (slips.length > 0) throw new SlipError(slips);
  return agendas.map(({value}) => value);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

interface Register {
  readonly file: string;
  readonly files: readonly string[];
  readonly schema: z.ZodType<{readonly entries: readonly unknown[]}>;
}

function entriesOf(root: string, {file, files, schema}: Register, slips: Slip[]): Entry<unknown>[] {
  if (!files.includes(file)) return [];
  const {source, value} = readOne(root, file, schema, slips) ?? {};
  if (source === undefined || value === undefined) return [];
  return value.entries.map((entry, i) => ({value: entry, place: (...path) => source.place(['entries', i, ...path])}));
}

function agendasOf(root: string, slips: Slip[]): Entry<Agenda>[] {
  return yamlIn(root, 'data/agendas', slips).flatMap((file) => {
    const {source, value} = readOne(root, file, Agenda, slips) ?? {};
    if (source === undefined || value === undefined) return [];
    if (file !== `data/agendas/${value.id}.yaml`)
      slips.push({...source.place(['id']), found: `the id ${JSON.stringify(value.id)} in ${file}`, expected: 'the name of the file'});
    return [{value, place: (...path) => source.place(path)}];
  });
}

/** JSON is YAML: its slips have places too. */
function eolIn(root: string, slips: Slip[]): EolSnapshot | undefined {
  const file = 'data/snapshots/eol.json';
  return existsSync(join(root, file)) ? readOne(root, file, EolSnapshot, slips)?.value : undefined;
}

function unknownFiles(files: readonly string[]): Slip[] {
  const known = Object.keys(registers);
  return files
    .filter((file) => !known.some((name) => file === fileOf(name)))
    .map((file) => ({file, line: 1, column: 1, found: 'a register of this name', expected: `one of ${known.join(', ')}`}));
}

function repeated(entries: readonly Entry<{readonly id: string}>[]): Slip[] {
  const seen = new Set<string>();
  return entries.flatMap(({value: {id}, place}) => {
    if (seen.has(id)) return [twice(place('id'), `the id ${id}`)];
    seen.add(id);
    return [];
  });
}

function yamlIn(root: string, below: string, slips: Slip[]): string[] {
  return filesIn(root, below, {ending: /\.ya?ml$/}, slips);
}

function readOne<T>(root: string, file: string, schema: z.ZodType<T>, slips: Slip[]): Read<T> | undefined {
  const text = readText(root, file, slips);
  if (text === undefined) return undefined;
  const before = slips.length;
  const [source, second] = parseSources(file, text, slips);
  if (second !== undefined) slips.push({...second.place([]), found: 'a second document', expected: 'one'});
  if (source === undefined) {
    if (slips.length === before) slips.push({file, line: 1, column: 1, found: 'nothing in the file', expected: 'entries, or no such file'});
    return undefined;
  }
  const value = source.check(schema, slips);
  return value === undefined ? undefined : {source, value};
}
