import type * as z from 'zod';
import type {Place} from '../catalog/model.ts';
import {twice} from '../catalog/names.ts';
import {filesIn, readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources, type Read} from '../catalog/source.ts';
import {Agenda, registers, type Exception, type Try} from './contract.ts';

/** An entry with the places of what it says. */
export interface Entry<T> {
  readonly value: T;
  /** Where a field stands; the nearest thing around it when it is missing. */
  readonly place: (...path: readonly PropertyKey[]) => Place;
}

/** `data/registers/` and `data/agendas/`. A register without a file is empty. */
export interface Registers {
  readonly tries: readonly Entry<Try>[];
  readonly exceptions: readonly Entry<Exception>[];
  readonly agendas: readonly Entry<Agenda>[];
}

interface Options {
  /** Every page of the handbook, such as `retrospectives/records/2026-01-31-kpt`. */
  readonly pages: ReadonlySet<string>;
}

/**
 * Reads the registers and agendas below `root`.
 * @throws {SlipError} with every slip of every file: a field that is unknown or wrong, an id that stands twice, a record that does not exist.
 */
export function readRegisters(root: string, {pages}: Options): Registers {
  const slips: Slip[] = [];
  const read = {
    tries: entriesOf(root, 'tries', registers.tries, slips),
    exceptions: entriesOf(root, 'exceptions', registers.exceptions, slips),
    agendas: agendasOf(root, slips),
  };
  slips.push(...unknownFiles(root));
  for (const {value, place} of read.tries)
    if (!pages.has(value.from))
      slips.push({
        ...place('from'),
        found: `from: ${JSON.stringify(value.from)}`,
        expected: 'the page of a retrospective, such as retrospectives/records/2026-01-31-kpt',
      });
  for (const entries of Object.values(read)) slips.push(...repeated(entries));
  if (slips.length > 0) throw new SlipError(slips);
  return read;
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

const folder = 'data/registers';

function entriesOf<T>(root: string, name: string, schema: z.ZodType<{readonly entries: readonly T[]}>, slips: Slip[]): Entry<T>[] {
  const file = `${folder}/${name}.yaml`;
  if (!yamlIn(root, folder, []).includes(file)) return [];
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

function unknownFiles(root: string): Slip[] {
  const slips: Slip[] = [];
  const known = Object.keys(registers);
  for (const file of yamlIn(root, folder, slips))
    if (!known.some((name) => file === `${folder}/${name}.yaml`))
      slips.push({file, line: 1, column: 1, found: 'a register of this name', expected: `one of ${known.join(', ')}`});
  return slips;
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
