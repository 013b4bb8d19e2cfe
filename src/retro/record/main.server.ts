import {text} from 'node:stream/consumers';
import {resolve} from 'node:path';
import {runCommand} from '../../command/run-command.server.ts';
import {importRecord, usage} from './import.server.ts';

const root = resolve(import.meta.dirname, '../../..');

/** `npm run retro -- import FILE` */
await runCommand({usage, failed: 'nothing was imported'}, async (args) => {
  const lines = await importRecord(root, args, {readInput: () => text(process.stdin)});
  process.stdout.write(`${lines.join('\n')}\n`);
});
