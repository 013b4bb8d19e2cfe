import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, it, onTestFinished} from 'vitest';
import {openHistory, type History} from '../../../src/live/prober/history.server.ts';
import type {ProbeResult} from '../../../src/live/prober/result.ts';

const day = 24 * 3600 * 1000;
const minute = 60_000;
const midnight = Date.parse('2026-01-31T00:00:00Z');
const result = (at: number, ok = true): ProbeResult => ({at, ok, latencyMs: 1.5, detail: ok ? 'HTTP 200' : 'HTTP 500'});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'handbook-history-'));
  onTestFinished(() => rmSync(path, {recursive: true}));
  return path;
}
function open(path = folder()): History {
  const history = openHistory(path);
  onTestFinished(() => history.close());
  return history;
}

describe('latest', () => {
  it('keeps results across a restart, newest first, and forgets what is older than a week', () => {
    const path = folder();
    const first = openHistory(path);
    for (const at of [midnight, midnight + 2 * day, midnight + 8.5 * day]) first.add('p', result(at), day);
    first.add('q', {...result(midnight), daysLeft: 12.5}, day);
    first.close();
    const second = open(path);
    expect(second.latest('p', 5).map(({at}) => (at - midnight) / day)).toEqual([8.5, 2]);
    expect(second.latest('q', 5)).toEqual([{...result(midnight), daysLeft: 12.5}]);
  });

  it('does not know of a result from the future', () => {
    const history = open();
    history.add('p', result(Date.now() + day), minute);
    expect(history.latest('p', 5)).toEqual([]);
  });
});

describe('days', () => {
  it('counts what was good, what was bad and what never came, by UTC', () => {
    const history = open();
    const at = (turn: number): number => midnight - 3 * minute + turn * minute;
    for (const turn of [0, 1, 2, 3, 4, 7]) history.add('p', result(at(turn), turn !== 1), minute);
    expect(history.days('p', {now: at(7), everyMs: minute})).toEqual([
      {day: '2026-01-30', ok: 2, failed: 1, missing: 0},
      {day: '2026-01-31', ok: 3, failed: 0, missing: 2},
    ]);
  });

  it('gives a day that was slept through, with all of its turns missing', () => {
    const history = open();
    history.add('p', result(midnight - minute), minute);
    history.add('p', result(midnight + day), minute);
    expect(history.days('p', {now: midnight + day, everyMs: minute})).toEqual([
      {day: '2026-01-30', ok: 1, failed: 0, missing: 0},
      {day: '2026-01-31', ok: 0, failed: 0, missing: 1440},
      {day: '2026-02-01', ok: 1, failed: 0, missing: 0},
    ]);
  });

  it('counts the silence since the last result as well', () => {
    const history = open();
    history.add('p', result(midnight), minute);
    expect(history.days('p', {now: midnight + 1.4 * minute, everyMs: minute})).toEqual([{day: '2026-01-31', ok: 1, failed: 0, missing: 0}]);
    expect(history.days('p', {now: midnight + 2 * day, everyMs: minute})).toEqual([
      {day: '2026-01-31', ok: 1, failed: 0, missing: 1439},
      {day: '2026-02-01', ok: 0, failed: 0, missing: 1440},
    ]);
  });

  it('keeps what was expected by the interval of its time', () => {
    const history = open();
    for (const turn of [0, 1, 2]) history.add('p', result(midnight + turn * 10 * minute), 10 * minute);
    expect(history.days('p', {now: midnight + 20 * minute, everyMs: minute})).toEqual([{day: '2026-01-31', ok: 3, failed: 0, missing: 0}]);
  });

  it('shows 90 days of the 400 that it keeps, though single results are gone after seven', () => {
    const history = open();
    for (let n = 0; n <= 450; n++) history.add('p', result(midnight + n * day, n % 10 !== 0), day);
    const days = history.days('p', {now: midnight + 450 * day, everyMs: day});
    expect(days).toHaveLength(90);
    expect([days[0], days.at(-1)]).toMatchObject([{ok: 1}, {day: new Date(midnight + 450 * day).toISOString().slice(0, 10), failed: 1}]);
    expect(history.days('p', {now: midnight + 100 * day, everyMs: day})).toHaveLength(51);
  });

  it('has none for a probe that nobody has asked', () => {
    expect(open().days('p', {now: midnight, everyMs: minute})).toEqual([]);
  });

  it('counts a result once, though a clock that was set back brings its time again', () => {
    const history = open();
    for (const turn of [0, 1, 2, 1, 2, 3]) history.add('p', result(midnight + turn * minute), minute);
    expect(history.days('p', {now: midnight + 3 * minute, everyMs: minute})).toEqual([{day: '2026-01-31', ok: 4, failed: 0, missing: 0}]);
  });
});

describe('openHistory', () => {
  it('takes up a file of the first kind', () => {
    const path = folder();
    const old = new DatabaseSync(join(path, 'status.sqlite'));
    old.exec(`
      PRAGMA journal_mode = WAL;
      CREATE TABLE probe_result (
        probe TEXT NOT NULL, at INTEGER NOT NULL, ok INTEGER NOT NULL, latency_ms REAL NOT NULL, detail TEXT NOT NULL,
        PRIMARY KEY (probe, at)
      ) STRICT, WITHOUT ROWID`);
    const insert = old.prepare('INSERT INTO probe_result VALUES (?, ?, ?, ?, ?)');
    for (const turn of [0, 1, 2, 3, 6, 7]) insert.run('p', midnight - 2 * minute + turn * minute, turn === 1 ? 0 : 1, 1.5, 'HTTP 200');
    insert.run('q', midnight, 1, 1.5, 'HTTP 200');
    old.close();
    openHistory(path).close();
    const history = open(path);
    expect(history.days('p', {now: midnight + 5 * minute, everyMs: minute})).toEqual([
      {day: '2026-01-30', ok: 1, failed: 1, missing: 0},
      {day: '2026-01-31', ok: 4, failed: 0, missing: 2},
    ]);
    history.add('p', result(midnight + 6 * minute), minute);
    expect(history.latest('p', 9)).toHaveLength(7);
    expect(history.days('q', {now: midnight, everyMs: minute})).toEqual([{day: '2026-01-31', ok: 1, failed: 0, missing: 0}]);
  });

  it('does not touch a file of a newer handbook', () => {
    const path = folder();
    const newer = new DatabaseSync(join(path, 'status.sqlite'));
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openHistory(path)).toThrow('status.sqlite is of version 99');
  });

  it('has every result in its day, though the process is killed while it writes', () => {
    const path = folder();
    const source = new URL('../../../src/live/prober/history.server.ts', import.meta.url).href;
    const script = `
      const {openHistory} = await import(${JSON.stringify(source)});
      const history = openHistory(${JSON.stringify(path)});
      for (let n = 0; ; n++) {
        history.add('p', {at: ${midnight} + n * 1000, ok: n % 3 !== 0, latencyMs: 1, detail: ''}, 1000);
        if (n > 20 && Math.random() < 0.01) process.kill(process.pid, 'SIGKILL');
      }`;
    for (let round = 0; round < 3; round++) {
      const {signal} = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
      expect(signal).toBe('SIGKILL');
      const database = new DatabaseSync(join(path, 'status.sqlite'));
      const [results] = database.prepare('SELECT count(*) AS n, sum(ok) AS ok FROM probe_result').all();
      const [days] = database.prepare('SELECT sum(ok + failed) AS n, sum(ok) AS ok FROM probe_day').all();
      database.close();
      expect(results?.['n']).toBeGreaterThan(20);
      expect(days).toEqual(results);
    }
  });
});
