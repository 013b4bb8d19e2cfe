import {closeSync, mkdtempSync, openSync, rmSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {readExamples} from '../../src/access-log/examples.server.ts';
import {openWarehouse} from '../../src/access-log/warehouse.server.ts';
import {makeLines, unreadable} from '../support/access-log.ts';
import type {Figures} from './main.ts';

/** Of so many lines one cannot be read. */
const everyRefused = 1000;

/** What reading a log of `--lines` (1,000,000) and asking it the five queries costs, with DuckDB on 2 threads. The log is made with a seed. */
export async function benchAccessLog(args: readonly string[]): Promise<Figures> {
  const {values} = parseArgs({args: [...args], options: {lines: {type: 'string', default: '1000000'}}});
  const count = Number(values.lines);
  const folder = mkdtempSync(join(tmpdir(), 'handbook-access-log-'));
  try {
    const file = join(folder, 'access.jsonl');
    writeLog(file, count);
    const warehouse = await openWarehouse();
    let started = performance.now();
    const {lines, refused} = await warehouse.load(file, () => undefined);
    const load_s = since(started);
    const figures: Record<string, number> = {lines, refused, load_s, lines_per_s: Math.round((lines + refused) / load_s)};
    started = performance.now();
    for (const {query, sql} of readExamples('.')) {
      const began = performance.now();
      await warehouse.ask(sql);
      figures[`${query.id}_s`] = since(began);
    }
    const queries_s = since(started);
    warehouse.close();
    console.log('bars: five queries on 1,000,000 lines, 2 cores, 1024 MB');
    return {...figures, queries_s, rss_mb: Math.round(process.resourceUsage().maxRSS / 1024)};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function writeLog(file: string, count: number): void {
  const handle = openSync(file, 'w');
  let piece = '';
  let number = 0;
  for (const line of makeLines({seed: 1, count})) {
    piece += `${number % everyRefused === 0 ? (unreadable[(number / everyRefused) % unreadable.length]?.[1] ?? line) : line}\n`;
    number++;
    if (piece.length < 1_000_000) continue;
    writeSync(handle, piece);
    piece = '';
  }
  writeSync(handle, piece);
  closeSync(handle);
}

function since(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}
