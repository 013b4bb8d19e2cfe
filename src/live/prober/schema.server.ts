import type {DatabaseSync} from 'node:sqlite';
import {missedTurns} from './days.ts';
import {inTransaction} from './in-transaction.server.ts';

/** Counts into the day of a probe; parameters: probe, day, ok, failed, missing. */
export const countIntoDay = `
  INSERT INTO probe_day (probe, day, ok, failed, missing) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET ok = ok + excluded.ok, failed = failed + excluded.failed, missing = missing + excluded.missing`;

/**
 * Brings a file to the tables of today, whichever handbook wrote it: `PRAGMA user_version` counts the steps below that it has seen.
 * @throws when a newer handbook wrote it.
 */
export function bringUpToDate(database: DatabaseSync): void {
  inTransaction(database, () => {
    const [row] = database.prepare('PRAGMA user_version').all();
    const found = Number(row?.['user_version'] ?? 0);
    if (found > steps.length)
      throw new Error(`status.sqlite is of version ${found}, expected at most ${steps.length}: a newer handbook wrote it`);
    for (const step of steps.slice(found)) step(database);
    database.exec(`PRAGMA user_version = ${steps.length}`);
  });
}

/** A step that has been published is never changed, only followed by another. */
const steps: readonly ((database: DatabaseSync) => void)[] = [
  // The first files carry no version, so their table may be there already.
  (database) =>
    database.exec(`
      CREATE TABLE IF NOT EXISTS probe_result (
        probe TEXT NOT NULL, at INTEGER NOT NULL, ok INTEGER NOT NULL, latency_ms REAL NOT NULL, detail TEXT NOT NULL,
        PRIMARY KEY (probe, at)
      ) STRICT, WITHOUT ROWID`),
  (database) => {
    database.exec(`
      ALTER TABLE probe_result ADD COLUMN days_left REAL;
      CREATE TABLE probe_day (
        probe TEXT NOT NULL, day TEXT NOT NULL, ok INTEGER NOT NULL, failed INTEGER NOT NULL, missing INTEGER NOT NULL,
        PRIMARY KEY (probe, day)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO probe_day SELECT probe, date(at / 1000, 'unixepoch'), sum(ok), count(*) - sum(ok), 0 FROM probe_result GROUP BY 1, 2`);
    countOldGaps(database);
  },
];

/** Older files do not say how often a probe was to ask. What it did most of the time is taken for it. */
function countOldGaps(database: DatabaseSync): void {
  const count = database.prepare(countIntoDay);
  const times = new Map<string, number[]>();
  for (const {probe, at} of database.prepare('SELECT probe, at FROM probe_result ORDER BY at').iterate()) {
    const name = String(probe);
    const known = times.get(name) ?? [];
    known.push(Number(at));
    times.set(name, known);
  }
  for (const [probe, known] of times) {
    const gaps = known.slice(1).map((at, n) => at - (known[n] ?? at));
    const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Infinity;
    for (const [n, at] of known.slice(1).entries())
      for (const [day, missed] of missedTurns(known[n] ?? at, at, usual)) count.run(probe, day, 0, 0, missed);
  }
}
