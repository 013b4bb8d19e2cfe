import type {DatabaseSync} from 'node:sqlite';
import type {Append, BoardEntry, Created, LoggedDocument} from './board-log.ts';

/** The log of boards as SQL, one call after the other. Whoever calls it waits for the disk. */
export interface SqliteLog {
  /** All groups in one transaction. Of a group that has a document of a removed board nothing is written: `gone`; else its last number. */
  readonly append: (groups: readonly (readonly Append[])[]) => (number | 'gone')[];
  readonly read: (name: string) => LoggedDocument;
  readonly ownNames: (id: string) => readonly string[];
  readonly compact: (name: string, merged: {readonly state: Uint8Array; readonly upTo: number}) => void;
  readonly setAside: (name: string, update: {readonly seq: number; readonly why: string}) => void;
  readonly find: (id: string) => BoardEntry;
  readonly create: (id: string, first: {readonly keyHash: string; readonly state: Uint8Array}) => Created;
  readonly remove: (id: string) => void;
}

/** All names of what belongs to a board begin with its id and a slash. In the order of bytes, `0` comes after the slash. */
const ownOf = "name > ?1 || '/' AND name < ?1 || '0'";

export function sqliteLog(database: DatabaseSync): SqliteLog {
  const insert = database.prepare('INSERT INTO upd (name, data) VALUES (?, ?)');
  const gone = database.prepare('SELECT 1 FROM gone WHERE name = ?');
  const key = database.prepare('SELECT key_hash FROM board WHERE name = ?');
  const snapshot = database.prepare('SELECT state, up_to FROM doc WHERE name = ?');
  const updates = database.prepare('SELECT seq, data FROM upd WHERE name = ? ORDER BY seq');
  const keep = database.prepare(
    'INSERT INTO doc (name, state, up_to) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET state = ?2, up_to = ?3 WHERE up_to < ?3',
  );
  const forget = database.prepare('DELETE FROM upd WHERE name = ? AND seq <= ?');
  const putAside = database.prepare(
    'INSERT INTO quarantine (seq, name, data, why, at) SELECT seq, name, data, ?, ? FROM upd WHERE name = ? AND seq = ?',
  );
  const takeOut = database.prepare('DELETE FROM upd WHERE name = ? AND seq = ?');
  const hasContents = database.prepare(
    'SELECT EXISTS (SELECT 1 FROM upd WHERE name = ?1) OR EXISTS (SELECT 1 FROM doc WHERE name = ?1) AS found',
  );
  const register = database.prepare('INSERT INTO board (name, key_hash) VALUES (?, ?)');
  const bury = database.prepare('INSERT OR IGNORE INTO gone (name, at) VALUES (?, ?)');
  const own = database.prepare(`SELECT name FROM upd WHERE ${ownOf} UNION SELECT name FROM doc WHERE ${ownOf} ORDER BY name`);
  const traces = ['upd', 'doc', 'board', 'quarantine'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE name = ?1 OR (${ownOf})`),
  );
  const isGone = (name: string): boolean => gone.get(name.split('/', 1)[0] ?? '') !== undefined;
  const hasUpdates = (id: string): boolean => hasContents.get(id)?.['found'] === 1;

  const find = (id: string): BoardEntry => {
    if (isGone(id)) return {kind: 'gone'};
    const keyHash = key.get(id)?.['key_hash'];
    if (typeof keyHash === 'string') return {kind: 'known', keyHash};
    return hasUpdates(id) ? {kind: 'known'} : {kind: 'unknown'};
  };

  return {
    append: (groups) =>
      together(database, () =>
        groups.map((group) => {
          if (group.some(({name}) => isGone(name))) return 'gone';
          return group.reduce((_last, {name, update}) => Number(insert.run(name, update).lastInsertRowid), 0);
        }),
      ),
    read: (name) =>
      together(database, () => {
        const kept = snapshot.get(name);
        const rows = updates.all(name).map(({seq, data}) => ({seq: Number(seq), data: data as Uint8Array}));
        return {
          state: kept === undefined ? undefined : (kept['state'] as Uint8Array),
          updates: rows,
          upTo: rows.at(-1)?.seq ?? Number(kept?.['up_to'] ?? 0),
        };
      }),
    ownNames: (id) => own.all(id).map(({name}) => String(name)),
    compact: (name, {state, upTo}) =>
      together(database, () => {
        // A state that is older than the kept one holds less than it: neither it nor its updates are touched.
        if (!isGone(name) && keep.run(name, state, upTo).changes > 0) forget.run(name, upTo);
      }),
    setAside: (name, {seq, why}) =>
      together(database, () => {
        putAside.run(why, Date.now(), name, seq);
        takeOut.run(name, seq);
      }),
    find,
    create: (id, {keyHash, state}) =>
      together(database, () => {
        const entry = find(id);
        if (entry.kind === 'gone') return 'gone';
        if (entry.kind === 'known') return entry.keyHash === keyHash ? 'exists' : 'taken';
        register.run(id, keyHash);
        insert.run(id, state);
        return 'created';
      }),
    remove: (id) => {
      together(database, () => {
        bury.run(id, Date.now());
        for (const trace of traces) trace.run(id);
      });
      // What was deleted must not stay legible in the file beside.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
}

/** All of it or nothing. */
function together<T>(database: DatabaseSync, act: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
