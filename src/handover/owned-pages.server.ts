import {relative} from 'node:path';
import type {Language} from '../catalog/contract.ts';
import {filesIn, readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources} from '../catalog/source.ts';
import {baseFolder, docsFolder} from '../runbook/read-runbooks.server.ts';
import {OwnedPage} from './owned-page.ts';

/**
 * Every page that the site shows in a language, with what its front matter says of its owner; in the order of their paths.
 * @throws {SlipError} when a folder or a file cannot be read. A page whose front matter is not sound has no owner here; lint reports it.
 */
export function readOwnedPages(root: string, {language, base}: {readonly language: Language; readonly base: Language}): OwnedPage[] {
  const slips: Slip[] = [];
  const pages = new Map<string, OwnedPage>();
  // A page of the language lies over the one of the base.
  for (const folder of new Set([baseFolder(root, base), docsFolder(language)])) {
    for (const file of filesIn(root, folder, {ending: /\.mdx?$/, without: /^_/}, slips)) {
      const slug = relative(folder, file)
        .replaceAll('\\', '/')
        .replace(/\.mdx?$/, '');
      pages.set(slug, {slug, ...frontMatterOf(readText(root, file, slips) ?? '', file)});
    }
  }
  if (slips.length > 0) throw new SlipError(slips);
  return [...pages.values()].toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

function frontMatterOf(text: string, file: string): Partial<OwnedPage> {
  const yaml = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(text)?.[1];
  const value = yaml === undefined ? undefined : parseSources(file, yaml, [])[0]?.value;
  return OwnedPage.safeParse(value).data ?? {};
}
