import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import type {Root} from 'mdast';
import type {Language} from '../catalog/contract.ts';
import type {Catalog} from '../catalog/model.ts';
import {readCatalog, readSite} from '../catalog/read-catalog.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import type {Source} from '../catalog/source.ts';
import {readEvidence} from '../runbook/evidence/read-evidence.server.ts';
import {docsFolder} from '../runbook/read-runbooks.server.ts';
import {field, frontMatterOf} from './content.ts';
import type {Finding} from './finding.ts';
import {parsePage} from './parse.ts';

/** One page in one language. */
export interface Page {
  /** Path below the repository's root. */
  readonly file: string;
  /** Path below the folder of its language: the same for a page and its translation. */
  readonly name: string;
  readonly language: Language;
  readonly text: string;
  readonly tree: Root;
  /** Undefined when there is none or when it is not YAML; `page-front-matter` says so. */
  readonly frontMatter: Source | undefined;
}

/** What the rules look at: every page of every language and, when it is sound, what `data/` says. */
export interface Repository {
  readonly root: string;
  /** The first is the one that the others are held against. */
  readonly languages: readonly Language[];
  readonly pages: readonly Page[];
  /** Undefined when `data/` has slips: they are findings of their own. */
  readonly catalog: Catalog | undefined;
  /** The day on which the sample data stands still. */
  readonly asOf: Date | undefined;
}

/** Reads the whole tree. Pages that are not MDX and slips of `data/` come back as findings. */
export function readRepository(root: string): {repository: Repository; findings: Finding[]} {
  const findings: Finding[] = [];
  const guard = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SlipError)) throw error;
      findings.push(...error.slips.map(asFinding));
      return undefined;
    }
  };
  const site = guard(() => readSite(root));
  if (site === undefined) return {repository: {root, languages: [], pages: [], catalog: undefined, asOf: undefined}, findings};
  const {languages} = site;
  const asOf = site.as_of === undefined ? undefined : new Date(site.as_of);
  const catalog = guard(() => readCatalog(root));
  const pages: Page[] = [];
  for (const language of languages) {
    const folder = docsFolder(language, languages[0] ?? language);
    for (const file of pageFiles(root, folder)) {
      const text = readFileSync(join(root, file), 'utf8');
      const tree = parsePage(file, text);
      if ('rule' in tree) findings.push(tree);
      else pages.push({file, name: relative(folder, file), language, text, tree, frontMatter: frontMatterOf(tree, file)});
    }
  }
  guard(() => readEvidence(root, {pages: usable(pages, languages[0])}));
  return {repository: {root, languages, pages, catalog, asOf}, findings};
}

/** Pages that can be used, and so have evidence. */
function usable(pages: readonly Page[], language: Language | undefined): Set<string> {
  const names = pages.filter((page) => page.language === language).map(({name}) => name.replace(/\.mdx?$/, ''));
  return new Set(names.filter((name) => /^(runbooks|procedures)\/(?!index$)/.test(name)));
}

function pageFiles(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name) && !entry.name.startsWith('_'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

function asFinding({file, line, column, found, expected}: Slip): Finding {
  return {file, line, column, rule: 'catalog', severity: 'error', message: `Unexpected ${found}, expected ${expected}`};
}

/** A page that says its `lang` is written once, in that language. */
export function isRecord({frontMatter}: Page): boolean {
  return field(frontMatter, 'lang') !== undefined;
}

/** Each page of the first language with its translations, and pages that only another language has. */
export function byName({pages}: Repository): ReadonlyMap<string, readonly Page[]> {
  return Map.groupBy(pages, (page) => page.name);
}
