import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import {WebSocket} from 'ws';
import {Doc, encodeStateAsUpdate, Map as YMap} from 'yjs';
import {addCard} from '../../src/retro/board/edit-board.ts';
import {bring, key, newBoardId, newState, openBoard, openPerson, remove, type BoardClient} from '../support/board-client.ts';
import {serveBoards, type BoardServer} from '../support/board-server.ts';
import {until} from '../support/processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'board-hostile-'));
const clients: Pick<BoardClient, 'end'>[] = [];
let server: BoardServer;
beforeAll(async () => {
  server = await serveBoards(folder);
});
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});
afterAll(async () => {
  await server.end();
  rmSync(folder, {recursive: true, force: true});
});

interface Victim {
  readonly id: string;
  /** That an open tab lives, and that whoever comes new sees the same as it. */
  readonly intact: () => Promise<void>;
}

/** A board with a key and a card, of which somebody keeps an open tab. */
async function victim({isKeyless = false} = {}): Promise<Victim> {
  const id = newBoardId();
  if (!isKeyless) await bring(server.url, id);
  const tab = open(id);
  tab.add('mine');
  await tab.saved();
  let n = 0;
  return {
    id,
    intact: async () => {
      tab.add(`after-${++n}`);
      await tab.saved();
      const fresh = open(id);
      await fresh.saved();
      expect(fresh.board()).toEqual(tab.board());
      expect(fresh.cards()).toMatchObject({mine: 'mine'});
      expect(tab.closed).toEqual([]);
      // Whoever has the id of a board can read it.
      expect(server.written.join('')).not.toContain(id);
    },
  };
}

function open(id: string, options: Parameters<typeof openBoard>[2] = {}): BoardClient {
  const client = openBoard(server.url, id, options);
  clients.push(client);
  return client;
}

/** A client that has synced does something. */
async function attack(id: string, act: (client: BoardClient) => void): Promise<BoardClient> {
  const client = open(id);
  await client.saved();
  act(client);
  return client;
}
const end = async (client: BoardClient, words: string): Promise<void> =>
  void (await until(`${words} (${client.closed.join()})`, () => client.closed.includes(words)));

it('is kept out of every room that is not a board', async () => {
  const {id, intact} = await victim();
  for (const room of [
    'board/short',
    'boards',
    '',
    `board/${id}/draft`,
    `board/${id}/own`,
    `board/${id}/own/short`,
    `board/${id}/own/${'0'.repeat(16)}`,
    `board/${id}/own/${'0'.repeat(16)}/own/${'0'.repeat(16)}`,
    `board/${id}\n`,
    '../x',
  ]) {
    const client = open('', {room});
    await until(`${JSON.stringify(room)} to be refused`, () => client.refused() === 'no-such-room' || client.closed.length > 0);
    client.end();
  }
  await intact();
});

it.each<[what: string, act: (document: Doc) => void]>([
  ['makes itself the facilitator', (document) => document.getMap('meta').set('leader', 'me')],
  ['goes to another box', (document) => document.getMap('meta').set('phase', 'closed')],
  ['takes the board’s box away', (document) => document.getMap('meta').delete('phase')],
  ['gives itself a hundred votes', (document) => document.getMap('votes').set('mine', 100)],
  ['writes where nobody looks', (document) => document.getText('elsewhere').insert(0, 'x')],
  ['hides it behind a card', (document) => (addCard(document, {column: 'keep', text: 'x', createdAt: 1}), document.getMap('meta').clear())],
])('is cut off when it %s', async (_what, act) => {
  const {id, intact} = await victim();
  const forger = await attack(id, ({document}) => document.transact(() => act(document)));
  await end(forger, '4403 not-allowed');
  await intact();
});

it('is cut off when an old replica of it has another past', async () => {
  const {id, intact} = await victim();
  const replica = new Doc();
  replica.getMap('meta').set('leader', 'me');
  const forger = open(id, {document: replica});
  await end(forger, '4403 not-allowed');
  await intact();
});

it('writes a script into a card, and it stays text', async () => {
  const {id, intact} = await victim();
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1))';
  const writer = await attack(id, (client) => client.add('script', script));
  await writer.saved();
  await intact();
  const reader = open(id);
  await reader.saved();
  expect(reader.cards()['script']).toBe(script);
});

it('is cut off with 10,000 cards, with an update that is too large, and with one that is none', async () => {
  const {id, intact} = await victim({isKeyless: true});
  const many = await attack(id, ({document}) =>
    document.transact(() => {
      for (let n = 0; n < 10_000; n++) document.getMap('cards').set(`c${n}`, 'x');
    }),
  );
  await end(many, '1009 too-many-cards');
  many.end();
  const large = await attack(id, ({document}) => document.getText('t').insert(0, 'x'.repeat(1_500_000)));
  await until('a large frame to be refused', () => large.closed.some((words) => words.startsWith('1009')));
  large.end();
  const steady = open(id);
  await steady.saved();
  for (let n = 0; n < 8 && steady.closed.length === 0; n++) {
    steady.document.getText('t').insert(0, 'x'.repeat(900_000));
    await until('an answer', () => steady.provider.unsyncedChanges === 0 || steady.closed.length > 0);
  }
  expect(steady.closed).toContain('1009 too-large');
  steady.end();
  await intact();
  expect(server.written.join('')).toContain('too-many-cards');
});

it('has only so much room for itself, and harms no board with it', async () => {
  const {id, intact} = await victim();
  const many = await openPerson(server.url, id);
  clients.push(many);
  many.own.document.transact(() => {
    for (let n = 0; n < 201; n++) many.own.add(`draft-${n}`);
  });
  await end(many.own, '1009 too-many-cards');
  const large = await openPerson(server.url, id);
  clients.push(large);
  for (let n = 0; n < 150; n++) large.own.add(`draft-${n}`, '長'.repeat(1900));
  await end(large.own, '1009 too-large');
  const forger = await openPerson(server.url, id);
  clients.push(forger);
  forger.own.document.getMap('meta').set('phase', 'closed');
  await end(forger.own, '4403 not-allowed');
  await intact();
});

it('cannot hinder the others from seeing what they wrote with a draft that nobody can delete', async () => {
  const {id, intact} = await victim();
  const [leader, digger] = [await openPerson(server.url, id), await openPerson(server.url, id)];
  clients.push(leader, leader.own, digger, digger.own);
  await leader.ask({kind: 'lead', key});
  leader.own.add('draft');
  await leader.own.saved();
  digger.own.document.transact(() => {
    let at = digger.own.document.getMap<unknown>('cards');
    for (let n = 0; n < 3000; n++) at = at.set('x', new YMap<unknown>());
  });
  await end(digger.own, '1007 malformed');
  expect(await leader.ask({kind: 'phase', phase: 'grouping'})).toBe('done');
  await until('the draft to be shown', () => leader.cards()['draft'] === 'draft');
  await intact();
});

it('cannot make a board unreadable with a clock that nobody can read', async () => {
  const {id, intact} = await victim();
  const address = login(id).subarray(0, -3);
  // Of client 7, from clock 0 on, 2^49 characters that are deleted.
  const update = Buffer.from([1, 1, 7, 0, 0, 128, 128, 128, 128, 128, 128, 128, 1, 0]);
  expect(await strike([login(id), Buffer.concat([address, Buffer.from([0, 2, update.length]), update])])).toBe(1007);
  await intact();
});

it('is told to come again when its update hangs in the air', async () => {
  const {id, intact} = await victim();
  const ahead = new Doc();
  ahead.getMap('cards').set('a', 'x');
  let update = Buffer.alloc(0);
  ahead.on('update', (made: Uint8Array) => (update = Buffer.from(made)));
  ahead.getMap('cards').set('a', 'y');
  const address = login(id).subarray(0, -3);
  expect(await strike([login(id), Buffer.concat([address, Buffer.from([0, 2, update.length]), update])])).toBe(1012);
  await intact();
});

it('is cut off with frames that mean nothing', async () => {
  const {id, intact} = await victim();
  const errors: unknown[] = [];
  const {error, warn} = console;
  console.error = console.warn = (...words: unknown[]): void => void errors.push(words);
  try {
    const address = login(id).subarray(0, -3);
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const deepPresence = Buffer.concat([Buffer.from([1, 166, 141, 6, 1, 7, 1, 160, 141, 6]), Buffer.from(deep)]);
    const good = encodeStateAsUpdate(new Doc());
    const meaningless = [
      [Buffer.from([255, 255, 255, 255, 255])],
      [Buffer.alloc(0)],
      [login(id), Buffer.concat([address, Buffer.from([0, 2, 5, 1, 1, 0, 255, 1])])],
      [login(id), Buffer.concat([address, Buffer.from([0, 2, 250, 1, 1])])],
      [login(id), Buffer.concat([address, Buffer.from([0, 9, 1, 1])])],
      [login(id), Buffer.concat([address, Buffer.from([1, 200, 1])])],
      [login(id), Buffer.concat([address, Buffer.from([1, 4, 1, 1, 1, 123])])],
      [login(id), Buffer.concat([address, Buffer.from([6, 1, 65])])],
      [login(id), Buffer.concat([address, Buffer.from([0, 0, 9, 9])])],
      [login(id), Buffer.concat([address, Buffer.from([5, 4, 110, 117, 108, 108])])],
      [login(id), Buffer.concat([address, Buffer.from([0, 1, good.length]), good.subarray(1)])],
      [login(id), Buffer.concat([address, deepPresence])],
      // More than any page says before its room is open: in many frames, in large ones.
      Array.from({length: 401}, () => Buffer.concat([address, Buffer.from([3])])),
      Array.from({length: 3}, () => Buffer.concat([address, Buffer.from([5, 192, 132, 61]), Buffer.alloc(1_000_000, 'x')])),
      ['text'],
    ];
    for (const sent of meaningless) expect(await strike(sent)).toBeDefined();
    await intact();
    expect(JSON.stringify(errors)).not.toContain(id);
  } finally {
    console.error = error;
    console.warn = warn;
  }
});

it('is cut off when it sends or asks faster than anybody types or clicks', async () => {
  const {id, intact} = await victim();
  const typing = await attack(id, (client) => {
    for (let n = 0; n < 2000; n++) client.add('x', `x${n}`);
  });
  await end(typing, '1008 too-fast');
  typing.end();
  const asking = await attack(id, ({provider}) => {
    for (let n = 0; n < 30; n++) provider.sendStateless(JSON.stringify({number: n, kind: 'time'}));
  });
  await end(asking, '1008 too-fast');
  const address = login(id).subarray(0, -3);
  // Each asks for the whole of the board.
  const syncing = Array.from({length: 40}, () => Buffer.concat([address, Buffer.from([0, 0, 1, 0])]));
  expect(await strike([login(id), ...syncing])).toBe(1008);
  await intact();
});

it('opens only so many rooms', async () => {
  const {intact} = await victim();
  expect(await strike(Array.from({length: 50}, () => login(newBoardId())))).toBe(1008);
  await intact();
});

it('brings only so many boards, and the same one again as often as it likes', async () => {
  const other = await serveBoards(join(folder, 'many'));
  try {
    const same = newBoardId();
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) statuses.push((await bring(other.url, n === 0 ? same : newBoardId())).status);
    expect(statuses).toEqual([...Array<number>(20).fill(201), 429]);
    expect((await bring(other.url, same, {state: newState()})).status).toBe(200);
    expect((await remove(other.url, same)).status).toBe(204);
  } finally {
    await other.end();
  }
});

function login(id: string): Buffer {
  const address = Buffer.from(`board/${id}`);
  return Buffer.concat([Buffer.from([address.length]), address, Buffer.from([2, 0, 0])]);
}

/** Sends frames as they are, and waits until the socket is closed, or a moment; gives the code of the end. */
async function strike(frames: readonly (Buffer | string)[]): Promise<number | undefined> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/_board`);
  let closed: number | undefined;
  socket.on('close', (code) => (closed = code));
  await new Promise((resolve) => socket.once('open', resolve));
  for (const frame of frames) socket.send(frame);
  await until('an end', () => closed, {within: 500}).catch(() => {});
  socket.terminate();
  return closed;
}
