import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {newBoardId, openBoard, type BoardClient} from '../../support/board-client.ts';
import {startHandbook} from '../../support/handbook.ts';

interface Writer {
  readonly client: BoardClient;
  /** Cards of which the server has said that they are written. */
  readonly acknowledged: Set<string>;
  readonly stop: () => void;
}

/** Between two cards of a writer. */
const everyMs = 25;
const boards = [newBoardId(), newBoardId()];
const writersOfBoard = 2;

/**
 * Kills the server while people write, and closes every tab in the same moment: what comes back can only come from the log. After each kill
 * the boards are read by somebody new.
 */
export async function benchKills(kills: number): Promise<{readonly acknowledged: number; readonly lost: number; readonly kills: number}> {
  const state = mkdtempSync(join(tmpdir(), 'bench-board-'));
  const acknowledged = new Map(boards.map((id) => [id, new Set<string>()]));
  const lost = new Set<string>();
  try {
    for (let round = 0; round <= kills; round++) {
      const handbook = await startHandbook({HANDBOOK_STATE_DIR: state});
      for (const id of boards) for (const card of await missing(handbook.url, id, acknowledged.get(id))) lost.add(card);
      if (round === kills) {
        await handbook.end();
        break;
      }
      const writers = await Promise.all(
        boards.flatMap((id) => Array.from({length: writersOfBoard}, (_, n) => write(handbook.url, id, `${round}-${n}`))),
      );
      await sleep(700 + Math.random() * 1300);
      handbook.server.signal('SIGKILL');
      for (const {client, stop} of writers) {
        stop();
        client.end();
      }
      await handbook.end();
      for (const [n, writer] of writers.entries()) {
        for (const card of writer.acknowledged) acknowledged.get(boards[Math.floor(n / writersOfBoard)] ?? '')?.add(card);
      }
      const so = [...acknowledged.values()].reduce((sum, {size}) => sum + size, 0);
      console.log(`kill ${round + 1}: ${so} cards acknowledged, ${lost.size} lost`);
    }
  } finally {
    rmSync(state, {recursive: true, force: true});
  }
  return {acknowledged: [...acknowledged.values()].reduce((sum, {size}) => sum + size, 0), lost: lost.size, kills};
}

/** Writes cards until it is stopped. */
async function write(url: string, id: string, name: string): Promise<Writer> {
  const client = openBoard(url, id);
  await client.saved();
  const acknowledged = new Set<string>();
  const written: string[] = [];
  // The server answers one update after the other: what is not outstanding is what was written first.
  client.provider.on('unsyncedChanges', ({number}: {number: number}) => {
    for (const card of written.splice(0, written.length - number)) acknowledged.add(card);
  });
  let n = 0;
  const timer = setInterval(() => {
    const card = `${name}-${n++}`;
    written.push(card);
    client.add(card);
  }, everyMs);
  return {client, acknowledged, stop: () => clearInterval(timer)};
}

async function missing(url: string, id: string, acknowledged: ReadonlySet<string> = new Set()): Promise<string[]> {
  const reader = openBoard(url, id);
  await reader.saved();
  const cards = reader.cards();
  reader.end();
  return [...acknowledged].filter((card) => cards[card] !== card);
}

async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
