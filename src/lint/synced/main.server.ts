import {relative, resolve} from 'node:path';
import {SlipError} from '../../catalog/slip.ts';
import {agree, SyncError} from './agree.server.ts';

const root = resolve(import.meta.dirname, '../../..');

/** `npm run synced`: both languages of these pages agree now. */
try {
  const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : relative(root, resolve(arg))));
  process.stdout.write(agree(root, args));
} catch (error) {
  const known = error instanceof SyncError || error instanceof SlipError;
  process.stderr.write(`nothing was written: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
