import {fork} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {loadavg} from 'node:os';
import type {Map as YMap, Text as YText} from 'yjs';
import {newBoardId, openBoard} from '../../support/board-client.ts';
import {startHandbook} from '../../support/handbook.ts';
import {exactNow, fingerprint, type Order, type Report} from './fingerprint.ts';

interface Options {
  readonly people: number;
  readonly seconds: number;
  readonly perSecond: number;
}

/** Many people type on one board, each on a card of their own; one more looks on. */
export async function benchCrowd({people, seconds, perSecond}: Options): Promise<Readonly<Record<string, number>>> {
  // As `npm run serve` starts it.
  const handbook = await startHandbook({MALLOC_ARENA_MAX: '1'});
  // It gives back what starting took.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const id = newBoardId();
  const observer = openBoard(handbook.url, id);
  const rss = (): number =>
    Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${handbook.server.process.pid}/status`, 'utf8'))?.[1]) / 1024;
  let rssMax = 0;
  const watch = setInterval(() => (rssMax = Math.max(rssMax, rss())), 250);
  try {
    await observer.saved();
    const rssIdle = rss();
    const seen = watchKeys(observer.document.getMap<YMap<YText>>('cards'));
    const names = Array.from({length: people}, (_, n) => `person-${n}`);
    const half = Math.ceil(people / 2);
    const cpuBefore = cpuSeconds(handbook.server.process.pid);
    const order = {url: handbook.url, id, seconds, perSecond, cards: people};
    const reports = await Promise.all([names.slice(0, half), names.slice(half)].map((part) => typing({...order, names: part})));
    const pressed = reports.flatMap((report) => Object.entries(report.pressed));
    const delays = pressed.flatMap(([card, times]) => times.map((time, n) => (seen.get(card)?.[n] ?? Infinity) - time));
    const boards = new Set([...reports.flatMap((report) => report.boards), fingerprint(observer.cards())]);
    const sorted = delays.toSorted((a, b) => a - b);
    const at = (share: number): number => round(sorted[Math.floor(sorted.length * share)] ?? NaN);
    return {
      people,
      keys: delays.length,
      keysNotSeen: delays.filter((delay) => delay === Infinity).length,
      unsaved: reports.reduce((sum, {unsaved}) => sum + unsaved, 0),
      differentBoards: boards.size,
      serverCpuSeconds: round(cpuSeconds(handbook.server.process.pid) - cpuBefore),
      rssIdleMb: round(rssIdle),
      rssMaxMb: round(rssMax),
      keyToScreenP50Ms: at(0.5),
      keyToScreenP95Ms: at(0.95),
      keyToScreenP99Ms: at(0.99),
      loadAverage: round(loadavg()[0] ?? NaN),
    };
  } finally {
    clearInterval(watch);
    observer.end();
    await handbook.end();
  }
}

/** What a process has used of one core. */
function cpuSeconds(pid: number | undefined): number {
  const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  return (Number(user) + Number(system)) / 100;
}

/** When each key was seen on each card: the n-th key makes the text n long. */
function watchKeys(cards: YMap<YMap<YText>>): ReadonlyMap<string, number[]> {
  const seen = new Map<string, number[]>();
  cards.observeDeep((events) => {
    const now = exactNow();
    for (const card of new Set(events.map(({path}) => String(path[0] ?? '')))) {
      const times = seen.get(card) ?? [];
      const length = cards.get(card)?.get('text')?.length ?? 0;
      while (times.length < length) times.push(now);
      seen.set(card, times);
    }
  });
  return seen;
}

async function typing(order: Order): Promise<Report> {
  const child = fork(new URL('writers.ts', import.meta.url));
  const {promise, resolve, reject} = Promise.withResolvers<Report>();
  child.once('message', (report) => resolve(report as Report));
  child.once('exit', (code) => reject(new Error(`the people who type left with ${code}`)));
  child.send(order);
  return promise;
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
