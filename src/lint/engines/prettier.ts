import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {readText} from '../../catalog/read-text.server.ts';
import type {Finding} from '../finding.ts';

/** Form of those of these files that Prettier can read. With `fix` it is written in that form instead. */
export async function runPrettier(
  root: string,
  files: readonly string[],
  {fix = false}: {readonly fix?: boolean} = {},
): Promise<Finding[]> {
  if (files.length === 0) return [];
  const prettier = await import('prettier');
  const findings: Finding[] = [];
  for (const file of files) {
    const path = join(root, file);
    const {ignored, inferredParser} = await prettier.getFileInfo(path, {ignorePath: join(root, '.prettierignore')});
    if (ignored || inferredParser === null) continue;
    const finding = (line: number, column: number, message: string): Finding => ({
      file,
      line,
      column,
      rule: 'prettier',
      severity: 'error',
      message,
    });
    const text = readText(root, file, []);
    // What is no text is a finding of whoever reads it.
    if (text === undefined) continue;
    try {
      const formatted = await prettier.format(text, {...(await prettier.resolveConfig(path)), filepath: path});
      if (formatted === text) continue;
      if (fix) await writeFile(path, formatted);
      else findings.push(finding(firstDifference(text, formatted), 1, 'Unexpected form, expected what npm run lint -- --fix writes'));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      findings.push(finding(1, 1, `Unexpected syntax: ${error.message.split('\n')[0]}`));
    }
  }
  return findings;
}

function firstDifference(text: string, formatted: string): number {
  const expected = formatted.split('\n');
  return text.split('\n').findIndex((line, i) => line !== expected[i]) + 1;
}
