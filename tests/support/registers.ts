import {cpSync, globSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Catalog} from '../../src/catalog/model.ts';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import type {Registers} from '../../src/registers/model.ts';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {handbook} from './sample.ts';

/** The day on which the sample stands still. */
export const sampleDay = '2026-11-22';

export interface Broken {
  /** Below `data/`. */
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** A copy of this repository's `data/` with these texts replaced; a text that is not there fails the test. */
export function brokenData(edits: readonly Broken[] = []): string {
  const root = handbook();
  cpSync('data', join(root, 'data'), {recursive: true});
  for (const {file, from, to} of edits) {
    const path = join(root, 'data', file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} has no ${String(from)}`);
    writeFileSync(path, changed);
  }
  return root;
}

/** The registers of such a folder, held against its catalog and the pages of this repository. */
export function registersOf(root: string): Registers {
  const pages = globSync('docs/**/*.{md,mdx}').map((file) => file.replace(/^docs\//, '').replace(/\.mdx?$/, ''));
  return readRegisters(root, {pages: new Set(pages), catalog: catalogOf(root), today: new Date(sampleDay)});
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
