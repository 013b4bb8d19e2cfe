import {readdirSync} from 'node:fs';
import {join} from 'node:path';

const made = new Set(['node_modules', '.git', 'build', '.docusaurus', '.handbook', 'test-results']);

/** Every file of a repository by its path below `root`, in order, but what is made or fetched. */
export function listFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), {withFileTypes: true})
    .flatMap((entry) => {
      const file = join(folder, entry.name);
      if (made.has(entry.name)) return [];
      return entry.isDirectory() ? listFiles(root, file) : entry.isFile() ? [file] : [];
    })
    .toSorted();
}
