import {existsSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {readChanged} from './changed/read-changed.server.ts';
import {withTwins} from './changed/with-twins.ts';
import {listFiles} from './list-files.server.ts';
import {UsageError, type Options} from './options.ts';

/** What is reported on. */
export interface Scope {
  readonly root: string;
  /** Whether that is the whole tree. */
  readonly isWhole: boolean;
  /** The touched files that are there, by their path below `root`. */
  readonly files: readonly string[];
  readonly only: (file: string) => boolean;
  /** The same without translations that did not change: what they are by themselves is as it was. */
  readonly isTouched: (file: string) => boolean;
}

/**
 * `own` is the handbook that is checked when no other is named; paths are relative to the current folder, or to the other handbook.
 * @throws {UsageError} when a path does not exist, or lies outside.
 * @throws {ToolError} when Git cannot say what changed.
 */
export function readScope(own: string, {paths, changed, root: other}: Pick<Options, 'paths' | 'changed' | 'root'>): Scope {
  if (other !== undefined && !existsSync(other)) throw new UsageError(`no such folder: ${other}`);
  const root = resolve(other ?? own);
  const asked = paths.map((path) => {
    const there = other === undefined ? resolve(path) : resolve(root, path);
    if (!existsSync(there)) throw new UsageError(`no such file or folder: ${path}`);
    const below = relative(root, there);
    if (below === '..' || below.startsWith('../')) throw new UsageError(`${path} is not below ${root}`);
    return below;
  });
  const moved = changed ? readChanged(root) : undefined;
  const pairs = moved === undefined ? undefined : withTwins(moved);
  const isAsked = (file: string): boolean =>
    asked.length === 0 || asked.some((path) => path === '' || file === path || file.startsWith(join(path, '/')));
  const only = (file: string): boolean => (pairs === undefined || pairs.has(file)) && isAsked(file);
  const isTouched = (file: string): boolean => (moved === undefined || moved.has(file)) && isAsked(file);
  const files = listFiles(root).filter((file) => isTouched(file));
  return {root, isWhole: moved === undefined && asked.length === 0, files, only, isTouched};
}
