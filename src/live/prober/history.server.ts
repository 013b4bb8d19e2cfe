import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import type {ProbeResult} from '../truth/truth.ts';

/** How long single results are kept. */
const keptMs = 90 * 24 * 3600 * 1000;

/** What the prober has seen, in SQLite: it survives a restart, so that a page can say what was last known. */
export interface History {
  readonly add: (probe: string, result: ProbeResult) => void;
  /** The latest results, newest first. */
  readonly latest: (probe: string, count: number) => ProbeResult[];
  readonly close: () => void;
}

/** Opens `status.sqlite` in a folder, which is made when it is missing. */
export function openHistory(folder: string): History {
  mkdirSync(folder, {recursive: true});
  const database = new DatabaseSync(join(folder, 'status.sqlite'));
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA busy_timeout = 2000;
    CREATE TABLE IF NOT EXISTS probe_result (
      probe TEXT NOT NULL, at INTEGER NOT NULL, ok INTEGER NOT NULL, latency_ms REAL NOT NULL, detail TEXT NOT NULL,
      PRIMARY KEY (probe, at)
    ) STRICT, WITHOUT ROWID;
  `);
  const insert = database.prepare('INSERT OR REPLACE INTO probe_result VALUES (?, ?, ?, ?, ?)');
  const forget = database.prepare('DELETE FROM probe_result WHERE probe = ? AND at < ?');
  const select = database.prepare(
    'SELECT at, ok, latency_ms, detail FROM probe_result WHERE probe = ? AND at <= ? ORDER BY at DESC LIMIT ?',
  );
  return {
    add: (probe, {at, ok, latencyMs, detail}) => {
      insert.run(probe, at, ok ? 1 : 0, latencyMs, detail);
      forget.run(probe, at - keptMs);
    },
    latest: (probe, count) =>
      select.all(probe, Date.now(), count).map((row) => ({
        at: Number(row['at']),
        ok: row['ok'] === 1,
        latencyMs: Number(row['latency_ms']),
        detail: String(row['detail']),
      })),
    close: () => database.close(),
  };
}
