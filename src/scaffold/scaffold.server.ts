import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {isMap, isSeq, parseDocument} from 'yaml';
import {CommandError, UsageError} from '../command/command-error.ts';
import {readWords} from '../command/run-command.server.ts';
import type {Language} from '../catalog/contract.ts';
import type {Alert, Catalog} from '../catalog/model.ts';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import {docsFolder, readRunbooks} from '../runbook/read-runbooks.server.ts';
import {nearest} from '../search/near.ts';
import {slugOf} from './names.ts';
import {paramsOf, stub} from './params-of.ts';
import {isWrittenOnce, plainPage, plainPath, type PlainKind} from './plain-page.ts';
import {runbookPage} from './runbook-page.ts';

const plainKinds = ['guideline', 'procedure', 'postmortem', 'retro', 'decision'] as const satisfies readonly PlainKind[];
export const usage = `npm run new -- runbook AlertName\nnpm run new -- ${plainKinds.join('|')} title-slug [--lang en|ja]`;
const publishedFile = 'data/published-alerts.yaml';

interface Draft {
  readonly file: string;
  readonly text: string;
}

/**
 * Writes the pages that `npm run new` is asked for, and never over a file that is there.
 * @returns what was done and what comes next, a line each.
 * @throws {CommandError} or {SlipError}; then nothing was written.
 */
export async function scaffold(root: string, args: readonly string[], {now}: {readonly now: Date}): Promise<string[]> {
  const {kind, name, lang} = readArguments(args);
  const catalog = readCatalog(root);
  const day = now.toISOString().slice(0, 10);
  if (kind === 'runbook') return newRunbook(root, name, {catalog, day});
  const known = plainKinds.find((plain) => plain === kind);
  if (known === undefined) throw new UsageError(`unexpected kind '${kind}', expected one of runbook, ${plainKinds.join(', ')}`);
  return newPlainPage(root, known, {catalog, day, slug: name, lang});
}

function readArguments(args: readonly string[]): {kind: string; name: string; lang: string | undefined} {
  const {values, positionals} = readWords(args, {allowPositionals: true, options: {lang: {type: 'string'}}});
  const [kind, name, more] = positionals;
  if (kind === undefined || name === undefined || more !== undefined) throw new UsageError('expected a kind and one name');
  return {kind, name, lang: values.lang};
}

async function newRunbook(root: string, name: string, {catalog, day}: {catalog: Catalog; day: string}): Promise<string[]> {
  const alert = findAlert(name, catalog);
  const defaultLanguage = firstOf(catalog);
  const taken = readRunbooks(root, defaultLanguage).find(({frontMatter}) =>
    [...frontMatter.alerts, ...frontMatter.aliases].some((other) => other.toLowerCase() === alert.name.toLowerCase()),
  );
  if (taken !== undefined) throw new CommandError(`${alert.name} has a runbook already: ${taken.file}`);
  const drafts = catalog.site.languages.map((language) => ({
    file: join(docsFolder(language), 'runbooks', `${slugOf(alert.name)}.mdx`),
    text: runbookPage(alert, {catalog, language, day}),
  }));
  const lines = await write(root, drafts);
  if (publish(root, alert.name, {catalog, day})) lines.push(`added ${alert.name} to ${publishedFile}`);
  if (alert.rules.some(({annotations}) => annotations['runbook_url'] === undefined)) lines.push(linkFor(alert, catalog));
  return [...lines, `next: write what says ${stub}; npm run lint refuses the pages until then`];
}

function findAlert(name: string, {alerts}: Catalog): Alert {
  const alert = alerts.get(name);
  if (alert !== undefined) return alert;
  const near = nearest(name, [...alerts.keys()]).map((one) => one.name);
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : 'npm run coverage lists the alerts without a page';
  throw new CommandError(`no rule in data/alerts has the alert ${name}; ${hint}`);
}

async function newPlainPage(
  root: string,
  kind: PlainKind,
  {catalog, day, slug, lang}: {catalog: Catalog; day: string; slug: string; lang: string | undefined},
): Promise<string[]> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new CommandError(`unexpected name '${slug}', expected words of a-z and 0-9, joined by hyphens`);
  const {languages} = catalog.site;
  const defaultLanguage = firstOf(catalog);
  const language = lang === undefined ? defaultLanguage : languages.find((known) => known === lang);
  if (language === undefined) throw new CommandError(`unexpected language '${lang}', expected one of ${languages.join(', ')}`);
  if (lang !== undefined && !isWrittenOnce(kind)) throw new CommandError(`unexpected --lang: a ${kind} is written in every language`);
  const owner = [...catalog.teams.keys()][0] ?? stub;
  const path = plainPath(kind, {slug, day});
  // A record lies with the pages of the first language, whatever language it is in.
  const drafts = isWrittenOnce(kind)
    ? [{file: join(docsFolder(defaultLanguage), path), text: plainPage(kind, {language, slug, owner, day})}]
    : languages.map((each) => ({
        file: join(docsFolder(each), path),
        text: plainPage(kind, {language: each, slug, owner, day}),
      }));
  return [...(await write(root, drafts)), `next: write what says ${stub}; npm run lint refuses the page until then`];
}

/** All of them or none. */
async function write(root: string, drafts: readonly Draft[]): Promise<string[]> {
  const there = drafts.filter(({file}) => existsSync(join(root, file))).map(({file}) => file);
  if (there.length > 0) throw new CommandError(`${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} there already`);
  const ready = await Promise.all(drafts.map(async ({file, text}) => ({file, text: await tidy(root, file, text)})));
  for (const {file, text} of ready) {
    mkdirSync(dirname(join(root, file)), {recursive: true});
    writeFileSync(join(root, file), text, {flag: 'wx'});
  }
  return ready.map(({file}) => `wrote ${file}`);
}

/** In the form that lint asks for, whatever the names are. */
async function tidy(root: string, file: string, text: string): Promise<string> {
  const filepath = join(root, file);
  return format(text, {...(await resolveConfig(filepath)), filepath});
}

/** Adds an alert to the published addresses, and keeps everything else of the file as it is. Returns whether it was new. */
function publish(root: string, name: string, {catalog, day}: {catalog: Catalog; day: string}): boolean {
  if (catalog.published.alerts.some((one) => one.name.toLowerCase() === name.toLowerCase())) return false;
  const path = join(root, publishedFile);
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : 'alerts: []\ntombstones: []\n');
  const list = document.get('alerts');
  if (!isSeq(list)) throw new CommandError(`${publishedFile}: expected a list under alerts`);
  const entry = document.createNode({name, since: day});
  if (isMap(entry)) entry.flow = true;
  list.flow = false;
  list.add(entry);
  writeFileSync(path, document.toString({lineWidth: 0}));
  return true;
}

function linkFor(alert: Alert, {site}: Catalog): string {
  const query = paramsOf(alert.rules).map(({label}) => `${label}={{ $labels.${label} | urlquery }}`);
  const address = `${site.url.replace(/\/$/, '')}/r/${alert.name}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  return `add to the annotations of its rule: runbook_url: '${address}'`;
}

function firstOf({site: {languages}}: Catalog): Language {
  return languages[0] ?? 'en';
}
