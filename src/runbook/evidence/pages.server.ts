import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import type {Language} from '../../catalog/contract.ts';
import type {Catalog} from '../../catalog/model.ts';
import {docsFolder, readRunbooks} from '../read-runbooks.server.ts';
import {readSteps} from '../steps/read-steps.ts';
import {alertHash, stepsHash} from './hashes.ts';
import type {Proof} from './trust.ts';

/** A page that can be used, and so have evidence: a runbook or a procedure. */
export interface UsablePage {
  /** Path below the site's root, such as `runbooks/pod-crash-looping`. */
  readonly page: string;
  readonly file: string;
  readonly text: string;
  /** Names of its alerts, and old ones; none for a procedure. */
  readonly alerts: readonly string[];
  readonly aliases: readonly string[];
}

/**
 * The runbooks and procedures of a language, in the order of their files.
 * @throws {SlipError} with every slip in the front matter of a runbook.
 */
export function readUsablePages(root: string, language: Language): UsablePage[] {
  const runbooks = readRunbooks(root, language).map(({slug, file, frontMatter: {alerts, aliases}}) => ({
    page: slug,
    file,
    alerts,
    aliases,
  }));
  const folder = docsFolder(language);
  const procedures = pagesBelow(root, join(folder, 'procedures')).map((file) => ({
    page: relative(folder, file).replace(/\.mdx?$/, ''),
    file,
    alerts: [],
    aliases: [],
  }));
  return [...runbooks, ...procedures].map((page) => ({...page, text: readFileSync(join(root, page.file), 'utf8')}));
}

/**
 * The hashes of what a page says now. An alert that no rule has counts for nothing: lint reports it.
 * @throws {SlipError} when the page is no MDX.
 */
export function proofOf({text, file, alerts}: UsablePage, catalog: Catalog): Proof {
  const rules = alerts.flatMap((name) => catalog.alerts.get(name)?.rules ?? []);
  return {steps: hashOf(text, file), alert: alertHash(rules)};
}

/** Hashes of steps by that of their page: to parse a page is most of the work, and one changes while the others are read again. */
const known = new Map<string, string>();

function hashOf(text: string, file: string): string {
  const key = createHash('sha256').update(text).digest('hex');
  const hash = known.get(key) ?? stepsHash(readSteps(text, file));
  known.set(key, hash);
  return hash;
}

function pagesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /^(?!_|index\.).*\.mdx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}
