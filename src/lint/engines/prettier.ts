import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import * as prettier from 'prettier';
import type {Finding} from '../finding.ts';

const made = new Set(['node_modules', '.git', 'build', '.docusaurus', '.handbook', 'test-results']);

/** Form of everything that Prettier can read. With `fix` it is written in that form instead. */
export async function runPrettier(
  root: string,
  {fix = false, only = () => true}: {fix?: boolean; only?: (file: string) => boolean} = {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const file of await files(root)) {
    const path = join(root, file);
    const {ignored, inferredParser} = await prettier.getFileInfo(path, {ignorePath: join(root, '.prettierignore')});
    if (ignored || inferredParser === null || !only(file)) continue;
    const finding = (line: number, column: number, message: string): Finding => ({
      file,
      line,
      column,
      rule: 'prettier',
      severity: 'error',
      message,
    });
    const text = await readFile(path, 'utf8');
    try {
      const formatted = await prettier.format(text, {...(await prettier.resolveConfig(path)), filepath: path});
      if (formatted === text) continue;
      if (fix) await writeFile(path, formatted);
      else findings.push(finding(firstDifference(text, formatted), 1, 'Unexpected form, expected what npm run format writes'));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      findings.push(finding(1, 1, `Unexpected syntax: ${error.message.split('\n')[0]}`));
    }
  }
  return findings;
}

async function files(root: string, folder = root): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (made.has(entry.name)) continue;
    if (entry.isDirectory()) found.push(...(await files(root, path)));
    else if (entry.isFile()) found.push(relative(root, path));
  }
  return found.toSorted();
}

function firstDifference(text: string, formatted: string): number {
  const expected = formatted.split('\n');
  return text.split('\n').findIndex((line, i) => line !== expected[i]) + 1;
}
