import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Language} from '../catalog/contract.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources} from '../catalog/source.ts';
import {RunbookFrontMatter} from '../page/contract.ts';

export interface Runbook {
  /** Path of the page below the site's root, such as `runbooks/pod-crash-looping`. */
  readonly slug: string;
  readonly file: string;
  readonly frontMatter: RunbookFrontMatter;
}

/** Where the pages of a language lie, as Docusaurus wants it. */
export function docsFolder(language: Language, defaultLanguage: Language): string {
  return language === defaultLanguage ? 'docs' : `i18n/${language}/docusaurus-plugin-content-docs/current`;
}

/**
 * Reads the front matter of every runbook of a language, in the order of their file names.
 * @throws {SlipError} with every slip of every runbook.
 */
export function readRunbooks(root: string, {language, defaultLanguage}: {language: Language; defaultLanguage: Language}): Runbook[] {
  const folder = join(docsFolder(language, defaultLanguage), 'runbooks');
  const slips: Slip[] = [];
  const runbooks: Runbook[] = [];
  if (!existsSync(join(root, folder))) return [];
  for (const name of readdirSync(join(root, folder)).toSorted()) {
    if (!/\.mdx?$/.test(name) || name.startsWith('index.')) continue;
    const file = join(folder, name);
    const matter = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(readFileSync(join(root, file), 'utf8'))?.[1];
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
