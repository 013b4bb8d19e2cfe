import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {readRepository} from '../../../src/lint/repository.ts';
import type {Tree} from './fault.ts';

/** An empty folder that is gone when `act` is over. */
export async function inFolder<T>(act: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'handbook-bench-'));
  try {
    return await act(root);
  } finally {
    rmSync(root, {recursive: true, force: true});
  }
}

/** Pages and data of this handbook. */
export function copyHandbook(root: string): void {
  for (const part of ['docs', 'i18n', 'data', 'lint-baseline.yaml'])
    if (existsSync(part)) cpSync(part, join(root, part), {recursive: true});
}

/** What a folder holds, as the planters see it. */
export function readTree(root: string): Tree {
  const files = readdirSync(join(root, 'data'), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return {
    root,
    pages: readRepository(root).repository.pages,
    data: new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')])),
  };
}
