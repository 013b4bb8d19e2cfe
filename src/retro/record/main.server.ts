import {text} from 'node:stream/consumers';
import {resolve} from 'node:path';
import {SlipError} from '../../catalog/slip.ts';
import {importRecord, ImportError} from './import.server.ts';

const root = resolve(import.meta.dirname, '../../..');

/** `npm run retro -- import FILE` */
try {
  const lines = await importRecord(root, process.argv.slice(2), {readInput: () => text(process.stdin)});
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  const known = error instanceof ImportError || error instanceof SlipError;
  process.stderr.write(`nothing was imported: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
