import {resolve} from 'node:path';
import {runCommand} from '../command/run-command.server.ts';
import {scaffold, usage} from './scaffold.server.ts';

const root = resolve(import.meta.dirname, '../..');

/** `npm run new`: writes the beginning of a page. */
await runCommand({usage, failed: 'nothing was written'}, async (args) => {
  const lines = await scaffold(root, args, {now: new Date()});
  process.stdout.write(`${lines.join('\n')}\n`);
});
