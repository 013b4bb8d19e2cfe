import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {byName, isRecord, readRepository} from '../../../src/lint/repository.ts';
import {agree} from '../../../src/lint/synced/agree.server.ts';
import {copyHandbook} from './tree.ts';

/** A handbook of so many pages in each language, made of this one's: every copy is a page of its own with its translation. */
export function makePages(root: string, amount: number): {readonly pages: number; readonly some: string} {
  copyHandbook(root);
  const pairs = [...byName(readRepository(root).repository).values()].filter((pages) => pages.length === 2 && !pages.some(isRecord));
  let made = pairs.length;
  let some = '';
  for (let round = 1; made < amount; round++) {
    for (const pages of pairs.slice(0, amount - made)) {
      for (const page of pages) {
        const file = join(dirname(page.file), `${basename(page.file).replace(/\.mdx?$/, '')}-${round}.mdx`);
        mkdirSync(dirname(join(root, file)), {recursive: true});
        writeFileSync(join(root, file), copyOf(page.text));
        if (page.file.startsWith('docs/runbooks/')) some = file;
      }
      made++;
    }
  }
  for (const page of readRepository(root, {only: () => false}).repository.pages) if (isRecord(page)) rmSync(join(root, page.file));
  agree(root, ['--all']);
  return {pages: 2 * made, some};
}

/** An alert has one page, so that copies have none. */
function copyOf(text: string): string {
  return text.replace(/^(alerts|aliases): .*$/gm, '$1: []');
}

/** One edit that a writer would make. */
export function touch(root: string, file: string): void {
  const path = join(root, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^(## .*)$/m, '$1\n\nOne sentence more.'));
}
