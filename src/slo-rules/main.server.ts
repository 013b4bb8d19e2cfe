import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {readWords, runCommand} from '../command/run-command.server.ts';
import {generateRules} from './generate.server.ts';

const root = resolve(import.meta.dirname, '../..');
const usage = 'npm run slo-rules';

/** `npm run slo-rules`: writes the burn rate rules of every objective to data/alerts/. */
await runCommand({usage, failed: 'nothing was written'}, (args) => {
  readWords(args, {options: {}});
  const {files, left} = generateRules(root);
  for (const [file, text] of files) {
    const path = join(root, file);
    const isSame = existsSync(path) && readFileSync(path, 'utf8') === text;
    if (!isSame) {
      mkdirSync(dirname(path), {recursive: true});
      writeFileSync(path, text);
    }
    console.log(`${file}: ${isSame ? 'as before' : 'written'}`);
  }
  for (const file of left) {
    rmSync(join(root, file));
    console.log(`${file}: removed, no objective asks for it`);
  }
});
