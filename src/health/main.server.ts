import {resolve} from 'node:path';
import {languages} from '../catalog/contract.ts';
import {readSite} from '../catalog/read-catalog.server.ts';
import {UsageError} from '../command/command-error.ts';
import {readWords, runCommand} from '../command/run-command.server.ts';
import {siteAddress} from '../handover/site-address.ts';
import {healthMarkdown} from './markdown.ts';
import {readHealth} from './read-health.server.ts';

const ownRoot = resolve(import.meta.dirname, '../..');
const usage = `npm run health -- [--format json|markdown] [--services] [--lang ${languages.join('|')}] [--root DIR]`;

/** `npm run health`: the figures of the health check, for a weekly post or another program. */
await runCommand({usage, failed: 'health could not run'}, (args) => {
  const {format, services, lang, root} = readWords(args, {
    options: {
      format: {type: 'string', default: 'markdown'},
      services: {type: 'boolean', default: false},
      lang: {type: 'string'},
      root: {type: 'string', default: ownRoot},
    },
  }).values;
  if (!['json', 'markdown'].includes(format)) throw new UsageError(`unexpected format '${format}', expected json or markdown`);
  const asked = languages.find((language) => language === lang);
  if (lang !== undefined && asked === undefined) throw new UsageError(`unexpected language '${lang}', expected ${languages.join(' or ')}`);
  const report = readHealth(root);
  const site = readSite(root);
  const language = asked ?? site.languages[0] ?? 'en';
  const options = {language, site: siteAddress(site, language), withServices: services};
  process.stdout.write(format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : healthMarkdown(report, options));
});
