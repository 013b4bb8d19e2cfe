import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {SlipError} from '../catalog/slip.ts';
import {generateRules} from './generate.server.ts';

/** `npm run slo-rules`: writes the burn rate rules of every objective to data/alerts/. Exit 2 when an objective cannot be read. */
const root = resolve(import.meta.dirname, '../..');

try {
  const {files, left} = generateRules(root);
  for (const [file, text] of files) {
    const path = join(root, file);
    const isSame = existsSync(path) && readFileSync(path, 'utf8') === text;
    if (!isSame) writeFileSync(path, text);
    console.log(`${file}: ${isSame ? 'as before' : 'written'}`);
  }
  for (const file of left) {
    rmSync(join(root, file));
    console.log(`${file}: removed, no objective asks for it`);
  }
} catch (error) {
  if (!(error instanceof SlipError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
