import {join} from 'node:path';
import type {Language} from '../../catalog/contract.ts';
import {readCatalog} from '../../catalog/read-catalog.server.ts';
import {directory} from '../../search/directory.ts';
import {runbookFacts} from '../facts.ts';
import {buildOffline, readCommit} from '../offline/build-offline.server.ts';
import {readRunbooks} from '../read-runbooks.server.ts';
import {buildLanes} from './build-lanes.server.ts';
import {buildLookup} from './build-lookup.server.ts';

/** What Docusaurus knows of a language that it has just built. */
export interface CutOptions {
  /** Folder of the handbook, and of the built language. */
  readonly root: string;
  readonly outDir: string;
  readonly language: Language;
  /** Path under which the language is served, and origin of the site. */
  readonly baseUrl: string;
  readonly url: string;
  /** Where a browser keeps the reader's choice of a theme. */
  readonly themeKey: string;
}

/** Cuts everything that is cut from the pages of one language: incident lanes, lookup, offline file. */
export async function cutBuild({root, outDir, language, baseUrl, url, themeKey}: CutOptions): Promise<void> {
  const catalog = readCatalog(root);
  const {site} = catalog;
  const [defaultLanguage = language] = site.languages;
  const runbooks = readRunbooks(root, language);
  const facts = runbooks.map(({slug, frontMatter}) => runbookFacts(slug, frontMatter, {catalog, language}));
  const found = directory(facts, {catalog, language});
  // A language other than the first is built below the first one, unless it is built alone.
  const isBelow = language !== defaultLanguage && baseUrl.endsWith(`/${language}/`);
  const siteUrl = isBelow ? baseUrl.slice(0, -`${language}/`.length) : baseUrl;
  const siteDir = isBelow ? join(outDir, '..') : outDir;
  const languages = site.languages.map((each) => ({language: each, baseUrl: each === defaultLanguage ? siteUrl : `${siteUrl}${each}/`}));
  const built = {language, outDir, baseUrl, url, site: site.name[language], themeKey, languages, runbooks};
  await buildLanes(built);
  await buildLookup({
    built,
    directory: found,
    parts: languages.map((each) => ({language: each.language, base: each.baseUrl, site: site.name[each.language]})),
    siteDir: language === site.languages.at(-1) ? siteDir : undefined,
  });
  await buildOffline({built, entries: found.runbooks, siteDir, commit: readCommit(root)});
}

if (import.meta.main) await cutBuild(JSON.parse(process.argv[2] ?? '{}') as CutOptions);
