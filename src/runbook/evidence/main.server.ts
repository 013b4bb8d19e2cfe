import {resolve} from 'node:path';
import {createInterface} from 'node:readline/promises';
import {runCommand} from '../../command/run-command.server.ts';
import {recordUse, usage} from './record.server.ts';

const root = resolve(import.meta.dirname, '../../..');

/** `npm run evidence`: asks how the use of a page went, and keeps the answers. */
await runCommand({usage, failed: 'nothing was recorded'}, async (args) => {
  const terminal =
    process.stdin.isTTY && process.stderr.isTTY ? createInterface({input: process.stdin, output: process.stderr}) : undefined;
  // Whoever leaves in the middle of a question has told nothing.
  let leaves = terminal !== undefined;
  terminal?.once('close', () => {
    if (!leaves) return;
    process.stderr.write('\nnothing was recorded\n');
    process.exit(2);
  });
  try {
    const ask = terminal && ((question: string): Promise<string> => terminal.question(question));
    process.stdout.write(await recordUse(root, args, {ask, now: new Date()}));
  } finally {
    leaves = false;
    terminal?.close();
  }
});
