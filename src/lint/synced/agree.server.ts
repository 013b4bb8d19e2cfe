import {writeFileSync} from 'node:fs';
import {join, normalize} from 'node:path';
import {CommandError, UsageError} from '../../command/command-error.ts';
import {readWords} from '../../command/run-command.server.ts';
import {SlipError, type Slip} from '../../catalog/slip.ts';
import {translatedPages} from '../catalog/translation-in-step.ts';
import {isRecord, readRepository} from '../repository.ts';
import {hashOf, readSync, syncFile, syncText, type Sync} from './sync-file.server.ts';

export const usage = 'npm run synced -- PATH…, or -- --all';

/**
 * Writes down that both languages of these pages agree as they are now. A page is named by its file in either language. Pages that are gone are
 * left out of the file by `--all`.
 *
 * @returns what was written, for the terminal.
 * @throws {CommandError} for a path that is no page, or a page without its translation. @throws {SlipError} when the file cannot be read.
 */
export function agree(root: string, args: readonly string[]): string {
  const {paths, all} = readArguments(args);
  const {repository} = readRepository(root, {only: () => false});
  if (repository.languages.length < 2) return 'The handbook has one language: there is nothing to hold in step.\n';
  const pairs = translatedPages(repository);
  const slips: Slip[] = [];
  const before = readSync(root, slips)?.agreed ?? {};
  // With all of them named, a broken file is simply written anew.
  if (slips.length > 0 && !all) throw new SlipError(slips);

  const names = all ? [...pairs.keys()] : paths.map(nameOf);
  const kept: Sync = all ? {} : {...before};
  const now: Sync = {};
  for (const name of names) {
    const pair = pairs.get(name);
    if (pair !== undefined) now[name] = {en: hashOf(pair.en.text), ja: hashOf(pair.ja.text)};
  }
  const after = syncText({...kept, ...now});
  writeFileSync(join(root, syncFile), after);
  const changed = Object.keys(now).filter((name) => now[name]?.en !== before[name]?.en || now[name]?.ja !== before[name]?.ja);
  const lines = changed.toSorted().map((name) => `  ${name}\n`);
  return `${names.length} ${names.length === 1 ? 'page agrees' : 'pages agree'} in both languages; ${changed.length} of them changed in ${syncFile}\n${lines.join('')}`;

  function nameOf(path: string): string {
    const file = normalize(path);
    const page = repository.pages.find((candidate) => candidate.file === file);
    if (page === undefined) throw new CommandError(`unexpected ${path}, expected the file of a page, such as docs/runbooks/index.mdx`);
    if (isRecord(page)) throw new CommandError(`unexpected ${path}, which says its lang: a record is written once, and has no translation`);
    if (!pairs.has(page.name)) throw new CommandError(`unexpected ${path} without its translation, expected the page in both languages`);
    return page.name;
  }
}

function readArguments(args: readonly string[]): {paths: string[]; all: boolean} {
  const {values, positionals} = readWords(args, {allowPositionals: true, options: {all: {type: 'boolean', default: false}}});
  if (values.all === positionals.length > 0) throw new UsageError('expected pages, or --all');
  return {paths: positionals, all: values.all};
}
