import {existsSync, mkdirSync, renameSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';

/**
 * How many pages of 4 KiB may wait beside the file until they are written into it. While they are, a copy of the folder may have half of both:
 * of 14 copies under load with SQLite's own 1,000 pages, two could not be read. This many are a long retrospective.
 */
const pagesBeside = 16_384;

/** What this code reads and writes. A file of a later one is refused. */
const version = 1;

const tables = `
  CREATE TABLE upd (seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, data BLOB NOT NULL) STRICT;
  CREATE INDEX upd_of ON upd (name, seq);
  CREATE TABLE doc (name TEXT PRIMARY KEY, state BLOB NOT NULL, up_to INTEGER NOT NULL) STRICT;
  CREATE TABLE board (name TEXT PRIMARY KEY, key_hash TEXT NOT NULL) STRICT;
  CREATE TABLE gone (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
  CREATE TABLE quarantine (seq INTEGER PRIMARY KEY, name TEXT NOT NULL, data BLOB NOT NULL, why TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  PRAGMA user_version = ${version};
`;

export interface OpenOptions {
  /** The most pages of 4 KiB that the file may have. Unlimited without it. */
  readonly mostPages?: number | undefined;
}

/**
 * Opens `boards.sqlite` in a folder; both are made when they are missing. A file that is there and damaged is left as it is.
 * @throws {Error} saying which file is damaged and what to do.
 */
export function openBoardFile(folder: string, {mostPages}: OpenOptions = {}): DatabaseSync {
  mkdirSync(folder, {recursive: true});
  const file = join(folder, 'boards.sqlite');
  if (!existsSync(file)) makeFile(file);
  let database: DatabaseSync | undefined;
  try {
    // SQLite takes an empty file for a new database. Ours is never empty: boards have been there.
    if (statSync(file).size === 0) throw new Error('it is empty');
    database = new DatabaseSync(file);
    // FULL: what is committed survives the loss of power too. https://sqlite.org/pragma.html#pragma_synchronous
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000; PRAGMA secure_delete = ON;');
    database.exec(`PRAGMA wal_autocheckpoint = ${pagesBeside}`);
    const found = String(database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
    if (found !== 'ok') throw new Error(found.replaceAll(/\s+/g, ' '));
    const written = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (written !== version) throw new Error(`its format is ${written}, and this handbook reads ${version}`);
  } catch (error) {
    database?.close();
    throw new Error(`${file} cannot be read: ${(error as Error).message}. Put a copy of it in its place, or move it away to begin anew.`, {
      cause: error,
    });
  }
  if (mostPages !== undefined) database.exec(`PRAGMA max_page_count = ${mostPages}`);
  return database;
}

/** The file appears whole or not at all, so that one without tables is always a damaged one. */
function makeFile(file: string): void {
  if (existsSync(`${file}-wal`)) throw new Error(`${file} is missing beside ${file}-wal. Put it back, or move that away to begin anew.`);
  const unfinished = `${file}.new`;
  rmSync(unfinished, {force: true});
  const database = new DatabaseSync(unfinished);
  database.exec(tables);
  database.close();
  renameSync(unfinished, file);
}
