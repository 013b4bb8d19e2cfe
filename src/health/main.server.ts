import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {languages, type Language} from '../catalog/contract.ts';
import {readSite} from '../catalog/read-catalog.server.ts';
import {SlipError} from '../catalog/slip.ts';
import {healthMarkdown} from './markdown.ts';
import {readHealth} from './read-health.server.ts';

const root = resolve(import.meta.dirname, '../..');
const usage = 'npm run health -- [--format json|markdown] [--lang en|ja] [--root DIR]';

/** Wrong words on the command line. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Words {
  readonly format: string;
  readonly lang?: string;
  readonly root: string;
}

/** `npm run health`: the figures of the health check, for a weekly post or another program. */
function main(args: string[]): void {
  const words = readWords(args);
  const report = readHealth(words.root);
  const language = languages.find((one) => one === words.lang) ?? firstLanguage(words.root);
  process.stdout.write(words.format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : healthMarkdown(report, language));
}

function readWords(args: string[]): Words {
  try {
    const {values} = parseArgs({
      args,
      options: {format: {type: 'string', default: 'markdown'}, lang: {type: 'string'}, root: {type: 'string', default: root}},
    });
    if (!['json', 'markdown'].includes(values.format)) throw new Error(`unexpected format '${values.format}', expected json or markdown`);
    if (values.lang !== undefined && !languages.some((one) => one === values.lang))
      throw new Error(`unexpected language '${values.lang}', expected ${languages.join(' or ')}`);
    return values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function firstLanguage(from: string): Language {
  return readSite(from).languages[0] ?? 'en';
}

try {
  main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof UsageError || error instanceof SlipError;
  process.stderr.write(`health could not run: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
