import {cpSync, existsSync, globSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {stringify} from 'yaml';
import type {LiveConfig} from '../catalog/live-contract.ts';
import {impatient} from './impatient.ts';

const sources = ['data', 'docs', 'i18n', 'src', 'static', 'docusaurus.config.ts', 'sidebars.ts', 'package.json', 'tsconfig.json'];

/** A copy of the handbook that the demo may change. The team's own files are never touched. */
export interface Stage {
  readonly root: string;
  /** Its rule files. */
  readonly rules: readonly string[];
}

/** Lays out a copy below `folder`: with rules that wait little, and with `live` in the place of `data/live.yaml`. */
export function layOut(repository: string, folder: string, live: LiveConfig): Stage {
  for (const part of sources) {
    if (existsSync(join(repository, part))) cpSync(join(repository, part), join(folder, part), {recursive: true});
  }
  for (const part of ['node_modules', 'build'])
    if (existsSync(join(repository, part))) symlinkSync(join(repository, part), join(folder, part));
  writeFileSync(join(folder, 'data/live.yaml'), stringify(live));
  const rules = globSync('data/alerts/**/*.{yml,yaml}', {cwd: folder})
    .filter((file) => !file.startsWith('data/alerts/tests/'))
    .map((file) => join(folder, file));
  for (const file of rules) writeFileSync(file, impatient(readFileSync(file, 'utf8')));
  return {root: folder, rules};
}

/** Whether there is a finished build that is newer than everything that it was made from. */
export function isBuilt(repository: string): boolean {
  const seal = statSync(join(repository, 'build/.seal.json'), {throwIfNoEntry: false});
  if (seal === undefined) return false;
  const files = sources.flatMap((part) => [part, ...globSync(`${part}/**/*`, {cwd: repository})]);
  return files.every(
    (file) =>
      !statSync(join(repository, file), {throwIfNoEntry: false})?.isFile() || statSync(join(repository, file)).mtimeMs <= seal.mtimeMs,
  );
}
