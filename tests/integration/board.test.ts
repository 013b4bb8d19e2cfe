import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {WebSocket} from 'ws';
import {Doc} from 'yjs';
import {addCard} from '../../src/retro/board/edit-board.ts';
import {openSqliteLog} from '../../src/retro/log/open-sqlite-log.server.ts';
import {replay} from '../../src/retro/room/replay.ts';
import {bring, newBoardId, newState, openBoard, remove, type BoardClient} from '../support/board-client.ts';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import {until} from '../support/processes.ts';
import {patience} from '../support/patience.ts';

const folder = mkdtempSync(join(tmpdir(), 'boards-'));
const clients: BoardClient[] = [];
function open(...args: Parameters<typeof openBoard>): BoardClient {
  const client = openBoard(...args);
  clients.push(client);
  return client;
}
// A folder that is not there yet.
const state = join(folder, 'deep', 'state');
let handbook: Handbook;
beforeAll(async () => {
  handbook = await startHandbook({HANDBOOK_STATE_DIR: state});
});
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});
afterAll(async () => {
  await handbook?.end();
  rmSync(folder, {recursive: true, force: true});
});

it('brings together what two people write at once', async () => {
  const id = newBoardId();
  const [one, two] = [open(handbook.url, id), open(handbook.url, id)];
  for (let n = 0; n < 20; n++) {
    one.add(`one-${n}`);
    two.add(`two-${n}`);
  }
  await Promise.all([one.saved(), two.saved()]);
  await until('both to have all', () => [one, two].every((client) => Object.keys(client.cards()).length === 40));
  expect(one.cards()).toEqual(two.cards());
});

it('acknowledges what was written before the socket was open only when it is in the log', async () => {
  const id = newBoardId();
  const early = open(handbook.url, id);
  for (let n = 0; n < 50; n++) early.add(`early-${n}`);
  await early.saved();
  const other = open(handbook.url, id);
  await other.saved();
  expect(Object.keys(other.cards())).toHaveLength(50);
});

it('has what it acknowledged after SIGKILL, with every tab closed, and in a copy of its folder', async () => {
  const id = newBoardId();
  const before = open(handbook.url, id);
  for (let n = 0; n < 100; n++) before.add(`card-${n}`);
  await before.saved();
  await handbook.server.end();
  before.end();
  const copy = join(folder, 'copy');
  cpSync(state, copy, {recursive: true});
  handbook = await startHandbook({HANDBOOK_STATE_DIR: state});
  const restored = await startHandbook({HANDBOOK_STATE_DIR: copy});
  try {
    for (const {url} of [handbook, restored]) {
      const after = open(url, id);
      await after.saved();
      expect(after.cards()).toEqual(before.cards());
    }
  } finally {
    await restored.end();
  }
});

it('ends by itself on SIGTERM, with everything acknowledged in one file', async () => {
  const own = join(folder, 'own');
  const other = await startHandbook({HANDBOOK_STATE_DIR: own});
  const id = newBoardId();
  const before = open(other.url, id);
  // More than are worth compacting.
  for (let n = 0; n < 100; n++) before.add(`card-${n}`);
  await before.saved();
  const began = performance.now();
  other.server.signal('SIGTERM');
  expect(await until('the server to end', () => other.server.process.exitCode ?? undefined)).toBe(0);
  expect(performance.now() - began).toBeLessThan(patience(4000));
  before.end();
  expect(existsSync(join(own, 'boards.sqlite-wal'))).toBe(false);
  const log = await openSqliteLog({folder: own});
  const {document} = replay(await log.read(id));
  expect(document.getMap('cards').toJSON()).toEqual(before.document.getMap('cards').toJSON());
  await log.close();
  await other.end();
});

describe('a board that is brought to the server', () => {
  it('is there with all of it, once, and for who has its key', async () => {
    const id = newBoardId();
    const begun = newState((document) => void addCard(document, {id: 'a', column: 'keep', text: 'begun alone', createdAt: 1}));
    expect((await bring(handbook.url, id, {state: begun})).status).toBe(201);
    expect((await bring(handbook.url, id, {state: newState()})).status).toBe(200);
    expect((await bring(handbook.url, id, {shown: 'another-key-altogether'})).status).toBe(409);
    const there = open(handbook.url, id);
    await there.saved();
    expect(there.cards()).toEqual({a: 'begun alone'});
    expect(there.board().meta).toMatchObject({agenda: 'kpt-60', phase: 'writing'});
    expect(await there.you()).toMatchObject({hasKey: true});
    // Whoever has written to a board that nobody brought has made it theirs.
    const keyless = newBoardId();
    const early = open(handbook.url, keyless);
    early.add('x');
    await early.saved();
    expect((await bring(handbook.url, keyless)).status).toBe(409);
  });

  it('comes to whoever was there before it', async () => {
    const id = newBoardId();
    const early = open(handbook.url, id);
    await early.saved();
    expect(await early.you()).toMatchObject({hasKey: false});
    const begun = newState((document) => void addCard(document, {id: 'a', column: 'keep', text: 'begun alone', createdAt: 1}));
    expect((await bring(handbook.url, id, {state: begun})).status).toBe(201);
    await until('the board to come', () => early.cards()['a'] === 'begun alone');
    await until('the tab to hear of the key', async () => (await early.you()).hasKey);
    early.document.getMap('meta').set('leader', 'me');
    await until('it to be cut off', () => early.closed.includes('4403 not-allowed'));
  });

  it('is refused when it is none, with a sentence that says why', async () => {
    const id = newBoardId();
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    const foreign = newState((document) => document.getText('elsewhere').insert(0, 'x'));
    const many = newState((document) => {
      for (let n = 0; n < 2001; n++) document.getMap('cards').set(`c${n}`, 'x');
    });
    for (const [status, words, given] of [
      [400, 'cannot be applied', {state: new Uint8Array([1, 2, 3])}],
      [400, 'cannot be applied', {state: new Uint8Array()}],
      [400, 'meta.phase', {state: new Uint8Array([0, 0])}],
      [400, '\\"elsewhere\\"', {state: foreign}],
      [400, 'x-board-key', {shown: 'short'}],
      [400, 'octet-stream', {headers: {'content-type': 'text/plain'}}],
      [413, '2000', {state: many}],
      [413, '5 MiB', {state: large}],
    ] as const) {
      const answer = await bring(handbook.url, id, given);
      expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(words)]);
    }
    expect((await bring(handbook.url, 'short')).status).toBe(400);
    expect((await remove(handbook.url, id)).status).toBe(404);
  });

  it('is deleted by who has its key, for good, also from an old replica that comes back', async () => {
    const id = newBoardId();
    await bring(handbook.url, id);
    const there = open(handbook.url, id);
    await there.saved();
    there.add('a');
    await there.saved();
    const replica = new Doc();
    const asleep = openBoard(handbook.url, id, {document: replica});
    await asleep.saved();
    asleep.end();
    expect((await remove(handbook.url, id, 'a-forged-key-of-somebody')).status).toBe(403);
    expect((await remove(handbook.url, id)).status).toBe(204);
    await until('the open tab to hear of it', () => there.refused() === 'gone');
    expect(there.closed).toContain('4410 gone');
    const back = open(handbook.url, id, {document: replica});
    back.add('b');
    await until('the old tab to hear of it', () => back.refused() === 'gone');
    expect(back.provider.unsyncedChanges).toBeGreaterThan(0);
    expect((await remove(handbook.url, id)).status).toBe(410);
    expect((await bring(handbook.url, id)).status).toBe(410);
    expect((await fetch(`${handbook.url}/_board/v1/${id}.md`)).status).toBe(410);
  });

  it('is read as Markdown, and nothing is kept of it on the way', async () => {
    const id = newBoardId();
    await bring(handbook.url, id, {
      state: newState((document) => void addCard(document, {column: 'keep', text: '<script>alert(1)</script>', createdAt: 1})),
    });
    const answer = await fetch(`${handbook.url}/_board/v1/${id}.md`);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(text).toContain('agenda: kpt-60');
    expect(text).not.toContain('<script>');
    expect(text).not.toContain(id);
    expect((await fetch(`${handbook.url}/_board/v1/${newBoardId()}.md`)).status).toBe(404);
    expect((await fetch(`${handbook.url}/_board/v1/short.md`)).status).toBe(400);
  });
});

it('says how its boards are', async () => {
  const client = open(handbook.url, newBoardId());
  client.add('a');
  await client.saved();
  const metrics = await (await fetch(`${handbook.url}/metrics`)).text();
  expect(metrics).toMatch(/^handbook_board_open [1-9]/m);
  expect(metrics).toMatch(/^handbook_board_people [1-9]/m);
  expect(metrics).toMatch(/^handbook_board_append_duration_seconds_count [1-9]/m);
  expect(metrics).toMatch(/^handbook_board_cut_offs_total\{reason="not-allowed"\} 1/m);
  expect(metrics).toMatch(/^handbook_open_streams /m);
});

it('lives without boards when their file is damaged, and says which', async () => {
  const own = join(folder, 'damaged');
  cpSync(state, own, {recursive: true});
  rmSync(join(own, 'boards.sqlite-wal'), {force: true});
  truncateSync(join(own, 'boards.sqlite'), 5000);
  const other = await startHandbook({HANDBOOK_STATE_DIR: own});
  try {
    expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${other.url}/metrics`)).status).toBe(200);
    expect((await bring(other.url, newBoardId())).status).toBe(503);
    expect((await fetch(`${other.url}/_board/v1/${newBoardId()}.md`)).status).toBe(503);
    expect(await answerTo(other.url)).toBe(503);
    const refusals = other.server
      .output()
      .split('\n')
      .filter((line) => line.includes('boards.sqlite cannot be read'));
    expect(refusals).toHaveLength(1);
    expect(readFileSync(join(own, 'boards.sqlite')).byteLength).toBe(5000);
  } finally {
    await other.end();
  }
});

it('lets no other site’s page speak for its reader', async () => {
  expect(await answerTo(handbook.url, {origin: 'https://elsewhere.example'})).toBe(403);
  expect(await answerTo(handbook.url, {origin: 'null'})).toBe(403);
  expect(await answerTo(handbook.url, {origin: handbook.url})).toBe(101);
  expect(await answerTo(handbook.url, {}, '/_elsewhere')).toBe(404);
});

/** The status with which a websocket is answered. */
async function answerTo(url: string, headers: Record<string, string> = {}, path = '/_board'): Promise<number> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, {headers});
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, {statusCode}) => resolve(statusCode ?? 0));
    socket.on('error', () => {});
    socket.on('open', () => {
      resolve(101);
      socket.close();
    });
  });
}
