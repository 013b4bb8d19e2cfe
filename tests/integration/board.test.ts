import {createHash} from 'node:crypto';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {WebSocket} from 'ws';
import {Doc, encodeStateAsUpdate} from 'yjs';
import {createLog} from '../../src/http/log.server.ts';
import {startBoards, type Boards} from '../../src/retro/room/boards.server.ts';
import {openSqliteLog} from '../../src/retro/log/open-sqlite-log.server.ts';
import {replay} from '../../src/retro/room/replay.ts';
import {newBoardId, openBoard, type BoardClient} from '../support/board-client.ts';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import {until} from '../support/processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'boards-'));
const clients: BoardClient[] = [];
function open(...args: Parameters<typeof openBoard>): BoardClient {
  const client = openBoard(...args);
  clients.push(client);
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const key = 'the-key-of-the-facilitator';
const keyHash = createHash('sha256').update(key).digest('hex');
const create = (url: string, body: unknown): Promise<Response> =>
  fetch(`${url}/_board/v1`, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(body)});
const remove = (url: string, id: string, shown: string): Promise<Response> =>
  fetch(`${url}/_board/v1/${id}`, {method: 'DELETE', headers: {'x-board-key': shown}});

describe('the handbook’s server', () => {
  // A folder that is not there yet.
  const state = join(folder, 'deep', 'state');
  let handbook: Handbook;
  beforeAll(async () => {
    handbook = await startHandbook({HANDBOOK_STATE_DIR: state});
  });
  afterAll(async () => handbook?.end());

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
    expect(performance.now() - began).toBeLessThan(4000);
    before.end();
    expect(existsSync(join(own, 'boards.sqlite-wal'))).toBe(false);
    const log = await openSqliteLog({folder: own});
    const {document} = replay(await log.read(id));
    expect(document.getMap('cards').toJSON()).toEqual(before.document.getMap('cards').toJSON());
    await log.close();
    await other.end();
  });

  it('deletes a board for who has its key, for good, also from an old replica that comes back', async () => {
    const id = newBoardId();
    expect((await create(handbook.url, {id, keyHash})).status).toBe(201);
    expect((await create(handbook.url, {id, keyHash})).status).toBe(200);
    expect((await create(handbook.url, {id, keyHash: '0'.repeat(64)})).status).toBe(409);
    const there = open(handbook.url, id);
    there.add('a');
    await there.saved();
    const replica = new Doc();
    const away = openBoard(handbook.url, id, {document: replica});
    await away.saved();
    away.end();
    expect((await remove(handbook.url, id, 'forged')).status).toBe(403);
    expect(there.cards()).toEqual({a: 'a'});
    expect((await remove(handbook.url, id, key)).status).toBe(204);
    await until('the open tab to hear of it', () => there.refused() === 'gone');
    expect(there.closed).toContain('4410 gone');
    const back = open(handbook.url, id, {document: replica});
    back.add('b');
    await until('the old tab to hear of it', () => back.refused() === 'gone');
    expect(back.provider.unsyncedChanges).toBeGreaterThan(0);
    expect((await remove(handbook.url, id, key)).status).toBe(410);
    expect((await create(handbook.url, {id, keyHash})).status).toBe(410);
    expect((await remove(handbook.url, newBoardId(), key)).status).toBe(404);
  });

  it('refuses a board that is none', async () => {
    for (const body of [{}, {id: 'short', keyHash}, {id: newBoardId(), keyHash: 'x'}, {id: newBoardId(), keyHash, more: 1}, 'text']) {
      expect((await create(handbook.url, body)).status).toBe(400);
    }
    const form = await fetch(`${handbook.url}/_board/v1`, {method: 'POST', body: new URLSearchParams({id: newBoardId(), keyHash})});
    expect(form.status).toBe(400);
    expect((await create(handbook.url, {id: 'x'.repeat(10_000), keyHash})).status).toBe(413);
  });

  it('lives without boards when their file is damaged, and says which', async () => {
    const own = join(folder, 'damaged');
    cpSync(state, own, {recursive: true});
    rmSync(join(own, 'boards.sqlite-wal'), {force: true});
    truncateSync(join(own, 'boards.sqlite'), 5000);
    const other = await startHandbook({HANDBOOK_STATE_DIR: own});
    try {
      expect((await fetch(`${other.url}/healthz`)).status).toBe(200);
      expect((await create(other.url, {id: newBoardId(), keyHash})).status).toBe(503);
      expect(await answerTo(other.url)).toBe(503);
      expect(other.server.output()).toContain('boards.sqlite cannot be read');
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
});

describe('a hostile client', () => {
  const written: string[] = [];
  let server: Server;
  let boards: Boards;
  let url: string;
  beforeAll(async () => {
    boards = startBoards({
      log: openSqliteLog({folder: join(folder, 'hostile')}),
      note: createLog({env: {}, to: {write: (line) => void written.push(line)}}),
    });
    ({server, url} = await serve(boards));
  });
  afterAll(async () => {
    await boards.close();
    server.close();
  });

  /** A board with a card, of which the victim keeps an open tab. */
  async function victim(): Promise<{readonly id: string; readonly tab: BoardClient; readonly intact: () => Promise<void>}> {
    const id = newBoardId();
    const tab = open(url, id);
    tab.add('mine');
    await tab.saved();
    let n = 0;
    return {
      id,
      tab,
      intact: async () => {
        tab.add(`after-${++n}`);
        await tab.saved();
        const fresh = open(url, id);
        await fresh.saved();
        expect(fresh.cards()).toEqual(tab.cards());
        expect(tab.closed).toEqual([]);
      },
    };
  }

  it('is kept out of every room that is not a board', async () => {
    const {intact} = await victim();
    for (const room of ['board/short', 'boards', '', `board/${newBoardId()}/draft`, `board/${newBoardId()}\n`, '../x']) {
      const client = open(url, '', {room});
      await until(`${JSON.stringify(room)} to be refused`, () => client.refused() === 'no-such-room' || client.closed.length > 0);
    }
    await intact();
  });

  it('is cut off with 10,000 cards, with an update that is too large, and with one that is none', async () => {
    const {id, intact} = await victim();
    const many = open(url, id);
    await many.saved();
    many.document.transact(() => {
      for (let n = 0; n < 10_000; n++) many.document.getMap('cards').set(`c${n}`, 'x');
    });
    await until('many cards to be refused', () => many.closed.includes('1009 too-many-cards'));
    many.end();
    const large = open(url, id);
    await large.saved();
    large.document.getText('t').insert(0, 'x'.repeat(2_000_000));
    await until('a large frame to be refused', () => large.closed.some((end) => end.startsWith('1009')));
    large.end();
    const steady = open(url, id);
    await steady.saved();
    for (let n = 0; n < 8 && steady.closed.length === 0; n++) {
      steady.document.getText('t').insert(0, 'x'.repeat(900_000));
      await until('an answer', () => steady.provider.unsyncedChanges === 0 || steady.closed.length > 0);
    }
    expect(steady.closed).toContain('1009 too-large');
    steady.end();
    await intact();
    expect(written.join('')).not.toContain(id);
    expect(written.join('')).toContain('too-many-cards');
  });

  it('is cut off with frames that mean nothing', async () => {
    const {id, intact} = await victim();
    const errors: unknown[] = [];
    const {error} = console;
    console.error = (...words: unknown[]): void => void errors.push(words);
    try {
      const address = Buffer.concat([Buffer.from([28]), Buffer.from(`board/${id}`)]);
      const login = Buffer.concat([address, Buffer.from([2, 0, 0])]);
      const good = encodeStateAsUpdate(new Doc());
      const frames = [
        [Buffer.from([255, 255, 255, 255, 255])],
        [Buffer.alloc(0)],
        [login, Buffer.concat([address, Buffer.from([0, 2, 5, 1, 1, 0, 255, 1])])],
        [login, Buffer.concat([address, Buffer.from([0, 2, 250, 1, 1])])],
        [login, Buffer.concat([address, Buffer.from([0, 9, 1, 1])])],
        [login, Buffer.concat([address, Buffer.from([1, 200, 1])])],
        [login, Buffer.concat([address, Buffer.from([6, 1, 65])])],
        [login, Buffer.concat([address, Buffer.from([0, 0, 9, 9])])],
        [login, Buffer.concat([address, Buffer.from([0, 1, good.length]), good.subarray(1)])],
      ];
      for (const sent of frames) await strike(url, sent);
      await strike(url, ['text']);
      await intact();
    } finally {
      console.error = error;
    }
  });

  it('is cut off when it sends faster than anybody types', async () => {
    const {id, intact} = await victim();
    const client = open(url, id);
    await client.saved();
    for (let n = 0; n < 2000; n++) client.document.getText('t').insert(0, 'x');
    await until('it to be cut off', () => client.closed.includes('1008 too-fast'));
    await intact();
  });

  it('opens only so many rooms', async () => {
    const {intact} = await victim();
    const login = (): Buffer => Buffer.concat([Buffer.from([28]), Buffer.from(`board/${newBoardId()}`), Buffer.from([2, 0, 0])]);
    expect(await strike(url, Array.from({length: 50}, login))).toBeDefined();
    await intact();
  });
});

it('acknowledges nothing while the disk is full, and everything once there is room', async () => {
  const own = join(folder, 'full');
  const note = createLog({env: {}, to: {write: () => {}}});
  const id = newBoardId();
  let boards = startBoards({log: openSqliteLog({folder: own, mostPages: 30}), note});
  let {server, url} = await serve(boards);
  const client = open(url, id);
  client.add('before');
  await client.saved();
  client.add('large', 'x'.repeat(300_000));
  await until('it to be told', () => client.closed.includes('1013 not-saved'));
  expect(client.provider.unsyncedChanges).toBeGreaterThan(0);
  await boards.close();
  const {port} = server.address() as AddressInfo;
  server.close();
  boards = startBoards({log: openSqliteLog({folder: own}), note});
  ({server, url} = await serve(boards, port));
  await client.saved();
  const fresh = open(url, id);
  await fresh.saved();
  expect(fresh.cards()).toEqual(client.cards());
  await boards.close();
  server.close();
});

async function serve(boards: Boards, port = 0): Promise<{server: Server; url: string}> {
  const server = createServer().on('upgrade', boards.upgrade);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`};
}

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

/** Sends frames as they are, and waits until the socket is closed, or a moment; gives the code of the end. */
async function strike(url: string, frames: readonly (Buffer | string)[]): Promise<number | undefined> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/_board`);
  let closed: number | undefined;
  socket.on('close', (code) => (closed = code));
  await new Promise((resolve) => socket.once('open', resolve));
  for (const frame of frames) socket.send(frame);
  await until('an end', () => closed, {within: 500}).catch(() => {});
  socket.terminate();
  return closed;
}
