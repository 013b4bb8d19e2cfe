import {join, relative} from 'node:path';
import {filesIn, readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {readPostmortem, type Postmortem} from './read-postmortem.ts';

export const postmortemsFolder = 'postmortems';

/**
 * Reads every postmortem below the folder of a language, by its page such as `postmortems/2026-01-31-name`.
 * @throws {SlipError} when a file cannot be read.
 */
export function readPostmortems(root: string, folder: string): ReadonlyMap<string, Postmortem> {
  const slips: Slip[] = [];
  const files = filesIn(root, join(folder, postmortemsFolder), {ending: /\.mdx?$/, without: /^_|^index\./}, slips);
  const found = files.flatMap((file) => {
    const text = readText(root, file, slips);
    const postmortem = text === undefined ? undefined : readPostmortem(text, file);
    const page = relative(folder, file)
      .replaceAll('\\', '/')
      .replace(/\.mdx?$/, '');
    return postmortem === undefined ? [] : [[page, postmortem] as const];
  });
  if (slips.length > 0) throw new SlipError(slips);
  return new Map(found);
}
