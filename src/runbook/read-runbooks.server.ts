import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Language} from '../catalog/contract.ts';
import {readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources} from '../catalog/source.ts';
import {RunbookFrontMatter} from '../page/contract.ts';

export interface Runbook {
  /** Path of the page below the site's root, such as `runbooks/pod-crash-looping`. */
  readonly slug: string;
  readonly file: string;
  readonly frontMatter: RunbookFrontMatter;
}

/** Where the pages of a language lie: the same whether or not the handbook has other languages, so that one can be left out by a setting. */
export function docsFolder(language: Language): string {
  return language === 'en' ? 'docs' : `i18n/${language}/docusaurus-plugin-content-docs/current`;
}

/**
 * The folder that the site is built from. Pages of another language lie over it one by one, so that records, which are written once, show in
 * every language. A handbook without English may leave it out.
 */
export function baseFolder(root: string, language: Language): string {
  return existsSync(join(root, 'docs')) ? 'docs' : docsFolder(language);
}

/**
 * Reads the front matter of every runbook of a language, in the order of their file names.
 * @throws {SlipError} with every slip of every runbook.
 */
export function readRunbooks(root: string, language: Language): Runbook[] {
  const folder = join(docsFolder(language), 'runbooks');
  const slips: Slip[] = [];
  const runbooks: Runbook[] = [];
  if (!existsSync(join(root, folder))) return [];
  for (const name of readdirSync(join(root, folder)).toSorted()) {
    if (!/\.mdx?$/.test(name) || name.startsWith('index.')) continue;
    const file = join(folder, name);
    const matter = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(readText(root, file, slips) ?? '')?.[1];
    // One line before the front matter is its fence, so that positions are those of the file.
    const source = matter === undefined ? undefined : parseSources(file, `\n${matter}`, slips)[0];
    if (source === undefined && !slips.some((slip) => slip.file === file)) {
      slips.push({file, line: 1, column: 1, found: 'no front matter', expected: 'the front matter of a runbook'});
    }
    const frontMatter = source?.check(RunbookFrontMatter, slips);
    if (frontMatter !== undefined) runbooks.push({slug: `runbooks/${name.replace(/\.mdx?$/, '')}`, file, frontMatter});
  }
  if (slips.length > 0) throw new SlipError(slips);
  return runbooks;
}
