import {relative} from 'node:path';
import {filesIn, readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {field, frontMatterOfText} from '../lint/content.ts';

/**
 * Pages such as `mission/compass` by each practice that their front matter names, in the order of their paths.
 * @throws {SlipError} when a folder or a file cannot be read.
 */
export function readPagesByPractice(root: string, folder: string): ReadonlyMap<string, readonly string[]> {
  const slips: Slip[] = [];
  const named = filesIn(root, folder, {ending: /\.mdx?$/, without: /^_/}, slips).flatMap((file) => {
    const value = field(frontMatterOfText(readText(root, file, slips) ?? '', file), 'practices');
    const page = relative(folder, file)
      .replaceAll('\\', '/')
      .replace(/\.mdx?$/, '');
    return Array.isArray(value) ? value.map((id) => ({id: String(id), page})) : [];
  });
  if (slips.length > 0) throw new SlipError(slips);
  return new Map([...Map.groupBy(named, ({id}) => id)].map(([id, pages]) => [id, pages.map(({page}) => page).toSorted()]));
}
