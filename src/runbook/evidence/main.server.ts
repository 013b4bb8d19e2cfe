import {resolve} from 'node:path';
import {createInterface} from 'node:readline/promises';
import {SlipError} from '../../catalog/slip.ts';
import {RecordError, recordUse} from './record.server.ts';

const root = resolve(import.meta.dirname, '../../..');
const terminal = process.stdin.isTTY && process.stderr.isTTY ? createInterface({input: process.stdin, output: process.stderr}) : undefined;
// Whoever leaves in the middle of a question has told nothing.
let leaves = terminal !== undefined;
terminal?.once('close', () => {
  if (!leaves) return;
  process.stderr.write('\nnothing was recorded\n');
  process.exit(2);
});

try {
  const ask = terminal && ((question: string): Promise<string> => terminal.question(question));
  process.stdout.write(await recordUse(root, process.argv.slice(2), {ask, now: new Date()}));
} catch (error) {
  const known = error instanceof RecordError || error instanceof SlipError;
  process.stderr.write(`nothing was recorded: ${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
} finally {
  leaves = false;
  terminal?.close();
}
