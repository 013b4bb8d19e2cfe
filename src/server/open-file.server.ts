import {parseAccept} from 'hono/utils/accept';
import {getMimeType} from 'hono/utils/mime';
import {constants} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import {join} from 'node:path';

/** A file of the build, open. What a new build does to its name meanwhile, it does to another file. */
export interface OpenFile {
  /** To be closed by whoever asked for it. */
  readonly handle: FileHandle;
  /** Bytes. */
  readonly size: number;
  /** https://www.rfc-editor.org/rfc/rfc9110#name-etag */
  readonly tag: string;
  readonly modified: Date;
  /** Of the text, when the bytes are a packed copy of it. */
  readonly type: string;
  readonly packing: 'br' | 'gzip' | undefined;
}

const packings = [
  {packing: 'br', ending: '.br'},
  {packing: 'gzip', ending: '.gz'},
] as const;

/**
 * Opens what a path means: the file itself, `<path>.html` or `<path>/index.html`, and of that the smallest copy that `acceptEncoding` allows.
 * Undefined when there is no such file, or it is not for readers: dot files, and the packed copies, which are not pages of their own.
 * @throws when a file is there and cannot be opened.
 */
export async function openFile(folder: string, path: string, acceptEncoding = ''): Promise<OpenFile | undefined> {
  const plain = decoded(path)?.replace(/\/$/, '');
  if (plain === undefined || /(^|\/)\.|[\\\0]|\.(br|gz)$/i.test(plain)) return undefined;
  const accepted = new Set(parseAccept(acceptEncoding).flatMap(({type, q}) => (q > 0 ? [type.toLowerCase()] : [])));
  const copies = [...packings.filter(({packing}) => accepted.has(packing)), {packing: undefined, ending: ''}];
  for (const name of namesOf(plain, path.endsWith('/'))) {
    for (const {packing, ending} of copies) {
      const file = await openOne(join(folder, name + ending));
      if (file !== undefined) return {...file, packing, type: getMimeType(name) ?? 'application/octet-stream'};
    }
  }
  return undefined;
}

/** The likeliest first: each of them costs a look at the disk. */
function namesOf(plain: string, isFolder: boolean): string[] {
  const names = [plain, `${plain}.html`, `${plain}/index.html`];
  if (plain === '') return names.slice(2);
  return isFolder ? names.toReversed() : names;
}

async function openOne(path: string): Promise<Pick<OpenFile, 'handle' | 'size' | 'tag' | 'modified'> | undefined> {
  let handle;
  try {
    // Without waiting: opening a pipe that nobody writes to would never end.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (stats.isFile()) return {handle, size: stats.size, tag: `W/"${stats.size}-${stats.mtimeMs}"`, modified: stats.mtime};
  } catch (error) {
    await handle?.close();
    if (isAbsence(error)) return undefined;
    throw error;
  }
  await handle.close();
  return undefined;
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(String(error.code));
}

function decoded(path: string): string | undefined {
  try {
    return decodeURI(path);
  } catch {
    return undefined;
  }
}
