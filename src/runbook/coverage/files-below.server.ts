import {readdirSync, statSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import {CommandError} from '../../command/command-error.ts';

export interface FoundFile {
  /** As a person who started the command names it: below the current folder where that is shorter. */
  readonly file: string;
  /** Below the folder that was looked through, with `/`. */
  readonly below: string;
  readonly path: string;
}

/**
 * The files below a folder whose names end so, in the order of their names.
 * @throws {CommandError} when there is no such folder.
 */
export function filesBelow(folder: string, ending: RegExp): FoundFile[] {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) throw new CommandError(`no such folder: ${folder}`);
  const here = process.cwd();
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => {
      const path = resolve(entry.parentPath, entry.name);
      const short = relative(here, path);
      return {
        file: short.startsWith('..') ? path : short,
        below: relative(resolve(folder), path).replaceAll('\\', '/'),
        path,
      };
    })
    .toSorted((a, b) => (a.below < b.below ? -1 : 1));
}
