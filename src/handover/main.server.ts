import {resolve} from 'node:path';
import {languages} from '../catalog/contract.ts';
import {UsageError} from '../command/command-error.ts';
import {readWords, runCommand} from '../command/run-command.server.ts';
import {handoverNote} from './note.ts';
import {findOwner} from './owners.ts';
import {readKnown} from './read-known.server.ts';
import {sayNote} from './say-note.ts';
import {siteAddress} from './site-address.ts';

const root = resolve(import.meta.dirname, '../..');
const usage = `npm run handover -- OWNER [--lang ${languages.join('|')}]; OWNER is a Group of data/catalog or a @role`;

/** `npm run handover`: the handover note of an owner as Markdown. */
await runCommand({usage, failed: 'handover'}, (args) => {
  const {values, positionals} = readWords(args, {options: {lang: {type: 'string'}}, allowPositionals: true});
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError(`found ${positionals.length} owners, expected one`);
  const lang = languages.find((one) => one === values.lang);
  if (values.lang !== undefined && lang === undefined)
    throw new UsageError(`found the language ${JSON.stringify(values.lang)}, expected one of ${languages.join(', ')}`);
  const known = readKnown(root, lang);
  const {site} = known.catalog;
  const language = lang ?? site.languages[0] ?? 'en';
  process.stdout.write(sayNote(handoverNote(findOwner(name, known.catalog), known), {language, site: siteAddress(site, language)}));
});
