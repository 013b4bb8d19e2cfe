import {linkSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/** Writes one text under several paths, once on the disk where the file system can do that. What was there is replaced. */
export function layDown(paths: readonly string[], text: string): void {
  const [first, ...others] = paths;
  if (first === undefined) return;
  write(first, text);
  for (const path of others) {
    mkdirSync(dirname(path), {recursive: true});
    rmSync(path, {force: true});
    try {
      linkSync(first, path);
    } catch {
      // No links here; or where letters have no case, this was the first one.
      write(path, text);
    }
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  // Not through the old file: it may be linked to other names.
  rmSync(path, {force: true});
  writeFileSync(path, text);
}
