import {cpSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

const parts = [
  'data',
  'docs',
  'examples',
  'i18n',
  'src',
  'static',
  '.browserslistrc',
  'docusaurus.config.ts',
  'sidebars.ts',
  'package.json',
  'tsconfig.json',
];

/** A copy of this repository that a test may break, with the same packages. */
export function copyRepository(): {readonly root: string; readonly remove: () => void} {
  const root = mkdtempSync(join(tmpdir(), 'handbook-copy-'));
  for (const part of parts) cpSync(part, join(root, part), {recursive: true});
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  return {root, remove: () => rmSync(root, {recursive: true, force: true})};
}
