import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {fixWithOxlint} from '../engines/oxlint.ts';
import {runPrettier} from '../engines/prettier.ts';
import type {Scope} from '../scope.server.ts';
import {fixPages} from './fix-pages.server.ts';

/**
 * Mends what is safe to mend, before anything is reported.
 * @returns what was left as it is, a line each.
 */
export async function fix({root, files, isWhole}: Scope): Promise<string[]> {
  const pages = files.filter((file) => /^(?:docs|i18n)\/.*\.mdx?$/.test(file));
  const left = await fixPages(root, pages);
  if (existsSync(join(root, 'package.json'))) {
    const sources = files.filter((file) => /\.[cm]?[jt]sx?$/.test(file));
    if (sources.length > 0) await fixWithOxlint(root, isWhole ? [] : sources);
    const read = new Set(pages);
    await runPrettier(
      root,
      files.filter((file) => !read.has(file)),
      {fix: true},
    );
  }
  return left.map((file) => `left as it is: ${file}, which would no longer read as the same page`);
}
