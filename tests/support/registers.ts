import {cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import type {Catalog} from '../../src/catalog/model.ts';
import {clockOf} from '../../src/catalog/clock.ts';
import {readCatalog, readSite} from '../../src/catalog/read-catalog.server.ts';
import type {Registers} from '../../src/registers/model.ts';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {asOf} from './as-of.ts';
import {handbook} from './sample.ts';

/** The day on which the sample stands still. Tests of the sample see nothing that was written later, so that the next entry of a log breaks none. */
export const sampleDay = '2026-11-22';

export interface Broken {
  /** Below `data/`. */
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

let sample: string | undefined;

/** A folder with `data/` as it was on that day: this repository while nothing in it is later. */
export function sampleRoot(): string {
  return (sample ??= laterIn('.').length === 0 ? '.' : copied());
}

function copied(): string {
  const root = mkdtempSync(join(tmpdir(), 'handbook-sample-'));
  process.on('exit', () => rmSync(root, {recursive: true, force: true}));
  cpSync('data', join(root, 'data'), {recursive: true});
  for (const {file, text} of laterIn(root)) {
    if (text === undefined) rmSync(join(root, file));
    else writeFileSync(join(root, file), text);
  }
  return root;
}

/** Files that hold something later than that day, with their text without it; undefined for a file that is later as a whole. */
function laterIn(root: string): {readonly file: string; readonly text: string | undefined}[] {
  const records = globSync('data/evidence/*.yaml', {cwd: root}).filter((file) => basename(file).slice(0, 10) > sampleDay);
  const registers = globSync('data/registers/*.yaml', {cwd: root}).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const known = asOf(text, sampleDay);
    return known === text ? [] : [{file, text: known}];
  });
  return [...records.map((file) => ({file, text: undefined})), ...registers];
}

/** A copy of `data/` as it was on that day with these texts replaced; a text that is not there fails the test. */
export function brokenData(edits: readonly Broken[] = []): string {
  const root = handbook();
  cpSync(join(sampleRoot(), 'data'), join(root, 'data'), {recursive: true});
  for (const {file, from, to} of edits) {
    const path = join(root, 'data', file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} has no ${String(from)}`);
    writeFileSync(path, changed);
  }
  return root;
}

/** The registers of such a folder, held against its catalog and the pages of this repository; `.` is this repository on that day. */
export function registersOf(root: string): Registers {
  const folder = root === '.' ? sampleRoot() : root;
  // What was done later, such as the end of a request, is no fault in it.
  const {present} = clockOf({as_of: sampleDay}, new Date(Math.max(Date.now(), Date.parse(readSite('.').as_of ?? sampleDay))));
  return readRegisters(folder, {pages: ownPages(), catalog: catalogOf(folder), today: present});
}

/** The registers of this repository with all that was ever written, and the day on which it is judged: for tests that are the check of a practice. */
export function ownRegisters(): {readonly registers: Registers; readonly today: string} {
  const {today, present} = clockOf(readSite('.'), new Date());
  return {registers: readRegisters('.', {pages: ownPages(), catalog: catalogOf('.'), today: present}), today};
}

function ownPages(): ReadonlySet<string> {
  return new Set(globSync('docs/**/*.{md,mdx}').map((file) => file.replace(/^docs\//, '').replace(/\.mdx?$/, '')));
}

const catalogs = new Map<string, Catalog>();

/** Read anew only where it was changed: reading it takes longer than reading the registers. */
function catalogOf(root: string): Catalog {
  const text = ['dogu-share', 'org', 'platform'].map((name) => readFileSync(join(root, `data/catalog/${name}.yaml`), 'utf8')).join('');
  const catalog = catalogs.get(text) ?? readCatalog(root);
  catalogs.set(text, catalog);
  return catalog;
}

/** What is said of it: a line for each slip, without its head. */
export function slipsOf(root: string): string[] {
  try {
    registersOf(root);
    return [];
  } catch (error) {
    return String(error)
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
}
