import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {languages, type Language} from '../catalog/contract.ts';
import {SlipError} from '../catalog/slip.ts';
import {handoverNote} from './note.ts';
import {findOwner, OwnerError} from './owners.ts';
import {readKnown} from './read-known.server.ts';
import {sayNote} from './say-note.ts';
import {siteAddress} from './site-address.ts';

const root = resolve(import.meta.dirname, '../..');
const usage = `npm run handover -- OWNER [--lang ${languages.join('|')}]; OWNER is a Group of data/catalog or a @role`;

/** Wrong words on the command line. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `npm run handover`: the handover note of an owner as Markdown. Exit 2 when there is no such owner, or `data/` cannot be read. */
function main(args: string[]): void {
  const {name, lang} = readWords(args);
  const known = readKnown(root, lang);
  const {site} = known.catalog;
  const language = lang ?? site.languages[0] ?? 'en';
  const note = handoverNote(findOwner(name, known.catalog), known);
  process.stdout.write(sayNote(note, {language, site: siteAddress(site, language)}));
}

function readWords(args: string[]): {name: string; lang: Language | undefined} {
  try {
    const {values, positionals} = parseArgs({args, options: {lang: {type: 'string'}}, allowPositionals: true});
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new Error(`found ${positionals.length} owners, expected one`);
    const lang = languages.find((language) => language === values.lang);
    if (values.lang !== undefined && lang === undefined)
      throw new Error(`found the language ${JSON.stringify(values.lang)}, expected one of ${languages.join(', ')}`);
    return {name, lang};
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageError || error instanceof OwnerError || error instanceof SlipError;
  process.stderr.write(`handover: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
