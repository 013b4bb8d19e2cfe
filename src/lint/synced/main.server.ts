import {relative, resolve} from 'node:path';
import {runCommand} from '../../command/run-command.server.ts';
import {agree, usage} from './agree.server.ts';

const root = resolve(import.meta.dirname, '../../..');

/** `npm run synced`: both languages of these pages agree now. */
await runCommand({usage, failed: 'nothing was written'}, (args) => {
  process.stdout.write(
    agree(
      root,
      args.map((arg) => (arg.startsWith('-') ? arg : relative(root, resolve(arg)))),
    ),
  );
});
