import {resolve} from 'node:path';
import {SlipError} from '../catalog/slip.ts';
import {scaffold, ScaffoldError} from './scaffold.server.ts';

const root = resolve(import.meta.dirname, '../..');

/** `npm run new`: writes the beginning of a page. */
try {
  const lines = await scaffold(root, process.argv.slice(2), {now: new Date()});
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  const known = error instanceof ScaffoldError || error instanceof SlipError;
  process.stderr.write(`nothing was written: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
