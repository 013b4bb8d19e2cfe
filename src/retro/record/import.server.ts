import {isUtf8} from 'node:buffer';
import {existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {isMap, isSeq, parseDocument, type Document} from 'yaml';
import {CommandError, UsageError} from '../../command/command-error.ts';
import {readWords} from '../../command/run-command.server.ts';
import {ownersOf} from '../../catalog/owners.ts';
import {readCatalog} from '../../catalog/read-catalog.server.ts';
import {SlipError, type Slip} from '../../catalog/slip.ts';
import {parseSources} from '../../catalog/source.ts';
import {registers, type Try} from '../../registers/contract.ts';
import {baseFolder} from '../../runbook/read-runbooks.server.ts';
import {planImport, type Change} from './plan-import.ts';
import {readRecord} from './read-record.ts';
import {recordFile} from './record-file.ts';

export const usage = 'npm run retro -- import FILE [--slug kpt]   (FILE is - for what is piped in)';
const registerFile = 'data/registers/tries.yaml';
/** Bytes. More than a board of 2,000 cards makes. */
const longest = 5_000_000;

interface Around {
  /** What is piped in, when FILE is `-`. */
  readonly readInput: () => Promise<string>;
}

/**
 * Takes the record of a retrospective into the handbook: the page, its Tries, and what became of the last ones. All of it or nothing, and
 * nothing a second time.
 * @returns what was done and what comes next, a line each.
 * @throws {CommandError} or {SlipError}; then nothing was written.
 */
export async function importRecord(root: string, args: readonly string[], {readInput}: Around): Promise<string[]> {
  const {file, slug} = readArguments(args);
  const given = file === '-' ? await readInput() : readGiven(file);
  const record = readRecord(given, {file: file === '-' ? 'standard input' : file});
  const catalog = readCatalog(root);
  const [language = 'en'] = catalog.site.languages;
  const name = recordFile(record, slug ?? slugIn(file, record.date));
  const target = join(baseFolder(root, language), 'retrospectives/records', name);
  const text = await tidy(root, target, given.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'));
  const isThere = existsSync(join(root, target));
  const isItself = isThere && file !== '-' && realpathSync(file) === realpathSync(join(root, target));
  if (isThere && !isItself && readFileSync(join(root, target), 'utf8') !== text)
    throw new CommandError(`${target} is there already and says something else: mend one of the two, or give this one a name with --slug`);

  const source = existsSync(join(root, registerFile)) ? readFileSync(join(root, registerFile), 'utf8') : 'entries: []\n';
  const {changes, slips} = planImport(record, {
    file: file === '-' ? 'standard input' : file,
    page: `retrospectives/records/${basename(name, '.md')}`,
    register: readTries(source),
    owners: new Set(ownersOf(catalog)),
  });
  if (slips.length > 0) throw new SlipError(slips);
  if (isThere && changes.length === 0) return [`nothing to do: ${target} and its Tries are there already`];
  const register = changes.length === 0 ? undefined : await tidy(root, registerFile, change(source, changes));
  write(root, [...(isThere ? [] : [{file: target, text}]), ...(register === undefined ? [] : [{file: registerFile, text: register}])]);
  return [
    ...(isThere ? [] : [`wrote ${target}`]),
    ...changes.map((one) => `${registerFile}: ${sayChange(one)}`),
    ...record.lastTries.flatMap(({id, text: words, outcome}) =>
      outcome === undefined ? [`left as it is, for nothing was decided: ${id ?? words}`] : [],
    ),
    `next: fill what the record leaves open, run npm run lint -- ${target} ${registerFile}, and send both as a pull request`,
  ];
}

function readArguments(args: readonly string[]): {file: string; slug: string | undefined} {
  const {values, positionals} = readWords(args, {allowPositionals: true, options: {slug: {type: 'string'}}});
  const [command, file, more] = positionals;
  if (command !== 'import' || file === undefined || more !== undefined) throw new UsageError('expected import and one file');
  if (values.slug !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(values.slug))
    throw new UsageError(`unexpected slug '${values.slug}', expected words of a-z and 0-9, joined by hyphens`);
  return {file, slug: values.slug};
}

function readGiven(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`, {
      cause: error,
    });
  }
  if (bytes.length > longest) throw new CommandError(`${file} has ${bytes.length} bytes, expected at most ${longest}`);
  if (!isUtf8(bytes)) throw new CommandError(`${file} has bytes that are no UTF-8, expected text`);
  return bytes.toString('utf8');
}

/** A file that has the name of a record keeps it. */
function slugIn(file: string, date: string): string | undefined {
  return new RegExp(`^${date}-([a-z0-9]+(?:-[a-z0-9]+)*)\\.mdx?$`).exec(basename(file))?.[1];
}

function readTries(text: string): readonly Try[] {
  const slips: Slip[] = [];
  const [source] = parseSources(registerFile, text, slips);
  const register = source?.check(registers.tries, slips);
  if (slips.length > 0) throw new SlipError(slips);
  return register?.entries ?? [];
}

/** The register with these changes, and everything else of it as it is. */
function change(text: string, changes: readonly Change[]): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({entries: []}) as unknown as typeof document.contents;
  const entries = document.get('entries');
  if (!isSeq(entries)) throw new CommandError(`${registerFile}: expected a list under entries`);
  entries.flow = false;
  for (const one of changes) {
    if (one.kind === 'add') {
      entries.add(document.createNode(one.entry));
      continue;
    }
    const entry = entries.items.find((item) => isMap(item) && item.get('id') === one.id);
    if (!isMap(entry)) throw new CommandError(`${registerFile}: expected an entry ${one.id}`);
    if (one.kind === 'end') entry.set('status', one.status);
    else {
      entry.set('check', one.check);
      carry(document, entry, one.on);
    }
  }
  return document.toString({lineWidth: 0, singleQuote: true});
}

function carry(document: Document, entry: {get: (key: string) => unknown; set: (key: string, value: unknown) => void}, day: string): void {
  const carried = entry.get('carried');
  if (isSeq(carried)) carried.add(document.createNode(day));
  else entry.set('carried', document.createNode([day], {flow: true}));
}

/** In the form that lint asks for. */
async function tidy(root: string, file: string, text: string): Promise<string> {
  const filepath = join(root, file);
  return format(text, {...(await resolveConfig(filepath)), filepath});
}

/** Beside what is there first, then in its place: whatever fails, what was there is there again. */
function write(root: string, files: readonly {readonly file: string; readonly text: string}[]): void {
  const done: (() => void)[] = [];
  try {
    for (const {file, text} of files) {
      const path = join(root, file);
      mkdirSync(dirname(path), {recursive: true});
      const before = existsSync(path) ? readFileSync(path) : undefined;
      done.push(() => rmSync(`${path}.new`, {force: true}));
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
      done.push(() => (before === undefined ? rmSync(path, {force: true}) : writeFileSync(path, before)));
    }
  } catch (error) {
    for (const undo of done.toReversed()) attempt(undo);
    throw new CommandError(`the handbook cannot be written: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
  }
}

/** What cannot be taken back must not hide why it was to be. */
function attempt(undo: () => void): void {
  try {
    undo();
  } catch {
    // The first error is the one to tell.
  }
}

function sayChange(one: Change): string {
  if (one.kind === 'add') return `added ${one.entry.id}`;
  if (one.kind === 'end') return `${one.id} is ${one.status}`;
  return `${one.id} is carried over, to be looked at on ${one.check}`;
}
