import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import type {HistoryDay} from '../contract.ts';
import {dayMs, dayOf, missedTurns} from './days.ts';
import {inTransaction} from './in-transaction.server.ts';
import type {ProbeResult} from './result.ts';
import {bringUpToDate, countIntoDay} from './schema.server.ts';

/** How long single results are kept, and how long the sums of days. */
const [keptMs, daysKeptMs] = [7 * dayMs, 400 * dayMs];
/** How many days a reader sees, today among them. */
const shownDays = 90;

/** What the prober has seen, in SQLite. It survives a restart, so that a page can say what was last known. All times are of the machine's clock. */
export interface History {
  /**
   * Keeps a result and counts it into its day, both or neither.
   * @param everyMs after how long the next result is due: what lies further apart than that is counted as missing.
   */
  readonly add: (probe: string, result: ProbeResult, everyMs: number) => void;
  /** The latest results, newest first. */
  readonly latest: (probe: string, count: number) => ProbeResult[];
  /** The days of the last 90 from the first result on, oldest first, by UTC. The time from the last result until now counts too. */
  readonly days: (probe: string, options: {readonly now: number; readonly everyMs: number}) => HistoryDay[];
  readonly close: () => void;
}

/** Opens `status.sqlite` in a folder, which is made when it is missing. */
export function openHistory(folder: string): History {
  mkdirSync(folder, {recursive: true});
  const database = new DatabaseSync(join(folder, 'status.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 2000;');
  bringUpToDate(database);
  const before = database.prepare('SELECT max(at) AS at FROM probe_result WHERE probe = ? AND at <= ?');
  const insert = database.prepare('INSERT INTO probe_result (probe, at, ok, latency_ms, detail, days_left) VALUES (?, ?, ?, ?, ?, ?)');
  const count = database.prepare(countIntoDay);
  const forget = database.prepare('DELETE FROM probe_result WHERE probe = ? AND at < ?');
  const forgetDays = database.prepare('DELETE FROM probe_day WHERE probe = ? AND day < ?');
  const select = database.prepare(
    'SELECT at, ok, latency_ms, detail, days_left FROM probe_result WHERE probe = ? AND at <= ? ORDER BY at DESC LIMIT ?',
  );
  const selectDays = database.prepare(
    'SELECT day, ok, failed, missing FROM probe_day WHERE probe = ? AND day BETWEEN ? AND ? ORDER BY day',
  );

  const lastAt = (probe: string, until: number): number | undefined => {
    const at = before.get(probe, until)?.['at'];
    return typeof at === 'number' ? at : undefined;
  };
  const keep = (probe: string, {at: time, ok, latencyMs, detail, daysLeft}: ProbeResult, everyMs: number): void => {
    const at = Math.round(time);
    const last = lastAt(probe, at);
    // Twice in the same millisecond, as after a clock that was set back, is once.
    if (last === at) return;
    insert.run(probe, at, ok ? 1 : 0, latencyMs, detail, daysLeft ?? null);
    count.run(probe, dayOf(at), ok ? 1 : 0, ok ? 0 : 1, 0);
    if (last !== undefined) for (const [day, missed] of missedTurns(last, at, everyMs)) count.run(probe, day, 0, 0, missed);
    forget.run(probe, at - keptMs);
    forgetDays.run(probe, dayOf(at - daysKeptMs));
  };

  return {
    add: (probe, result, everyMs) => inTransaction(database, () => keep(probe, result, everyMs)),
    latest: (probe, most) =>
      select.all(probe, Date.now(), most).map((row) => ({
        at: Number(row['at']),
        ok: row['ok'] === 1,
        latencyMs: Number(row['latency_ms']),
        detail: String(row['detail']),
        ...(typeof row['days_left'] === 'number' && {daysLeft: row['days_left']}),
      })),
    days: (probe, {now, everyMs}) => {
      const first = dayOf(now - (shownDays - 1) * dayMs);
      const rows = selectDays.all(probe, first, dayOf(now)).map((row) => ({
        day: String(row['day']),
        ok: Number(row['ok']),
        failed: Number(row['failed']),
        missing: Number(row['missing']),
      }));
      const days = new Map(rows.map((row) => [row.day, row]));
      const last = lastAt(probe, now);
      for (const [day, missed] of last === undefined ? [] : missedTurns(last, now, everyMs)) {
        const held = days.get(day) ?? {day, ok: 0, failed: 0, missing: 0};
        if (day >= first) days.set(day, {...held, missing: held.missing + missed});
      }
      return [...days.values()];
    },
    close: () => database.close(),
  };
}
