import {mkdtempSync, rmSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, expect, it, vi} from 'vitest';
import {Doc} from 'yjs';
import {addCard} from '../../src/retro/board/edit-board.ts';
import {bring, key, newBoardId, newState, newToken, openBoard, openPerson, type BoardClient} from '../support/board-client.ts';
import {serveBoards, type BoardServer} from '../support/board-server.ts';
import {until} from '../support/processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'board-faults-'));
const clients: Pick<BoardClient, 'end'>[] = [];
const servers: BoardServer[] = [];
function kept<T extends Pick<BoardClient, 'end'>>(client: T): T {
  clients.push(client);
  return client;
}
async function serve(...args: Parameters<typeof serveBoards>): Promise<BoardServer> {
  const server = await serveBoards(...args);
  servers.push(server);
  return server;
}
afterEach(async () => {
  vi.useRealTimers();
  for (const client of clients.splice(0)) client.end();
  for (const server of servers.splice(0)) await server.end();
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

it('acknowledges nothing and does nothing while the disk is full, and everything once there is room', async () => {
  const own = join(folder, 'full');
  const id = newBoardId();
  const full = await serve(own, {mostPages: 60});
  await bring(full.url, id);
  const token = newToken();
  const person = kept(await openPerson(full.url, id, {token}));
  expect(await person.ask({kind: 'lead', key})).toBe('done');
  person.add('before');
  for (let n = 0; n < 40; n++) person.own.add(`draft-${n}`, '下書き'.padEnd(1900, '.'));
  await Promise.all([person.saved(), person.own.saved()]);
  person.document.transact(() => {
    for (let n = 0; n < 100; n++) person.add(`large-${n}`, 'x'.repeat(1990));
  });
  await until('the tab to be told', () => person.closed.includes('1013 not-saved'));
  expect(person.provider.unsyncedChanges).toBeGreaterThan(0);
  // Fills what is left.
  const filler = kept(openBoard(full.url, newBoardId()));
  await filler.saved();
  for (let n = 0; filler.closed.length === 0; n++) {
    filler.add(`filler-${n}`, 'x'.repeat(500));
    await until('an answer', () => filler.provider.unsyncedChanges === 0 || filler.closed.length > 0, {every: 5});
  }
  const large = newState((document) => {
    for (let n = 0; n < 30; n++) addCard(document, {column: 'keep', text: 'x'.repeat(1900), createdAt: 1});
  });
  expect((await bring(full.url, newBoardId(), {state: large})).status).toBe(503);
  const asking = kept(openBoard(full.url, id, {token}));
  await asking.saved();
  const before = asking.board();
  expect(await asking.ask({kind: 'phase', phase: 'grouping'})).toBe('not-saved');
  expect(asking.board()).toEqual(before);
  expect(await (await fetch(`${full.url}/_board/v1/${id}.md`)).text()).not.toContain('下書き');
  const metrics = await full.boards.metrics.text();
  expect(metrics).toMatch(/handbook_board_append_failures_total\{fault="full"\} [1-9]/);

  await full.end();
  const {url} = await serve(own, {port: Number(new URL(full.url).port)});
  await person.saved();
  expect(await asking.ask({kind: 'phase', phase: 'grouping'})).toBe('done');
  const fresh = kept(openBoard(url, id));
  await fresh.saved();
  await until('both to have all', () => Object.keys(person.cards()).length === 141);
  expect(fresh.cards()).toEqual(person.cards());
  expect(Object.values(fresh.cards()).filter((text) => text.startsWith('下書き'))).toHaveLength(40);
});

it('keeps a damaged board closed, says so once to whoever asks, and lets the others live', async () => {
  const own = join(folder, 'one-damaged');
  const [bad, good] = [newBoardId(), newBoardId()];
  const first = await serve(own);
  for (const id of [bad, good]) {
    await bring(first.url, id);
    const client = openBoard(first.url, id);
    await client.saved();
    // As many as are compacted when everybody has left.
    for (let n = 0; n < 80; n++) client.add(`card-${n}`);
    await client.saved();
    client.end();
  }
  await first.end();
  const file = new DatabaseSync(join(own, 'boards.sqlite'));
  expect(file.prepare('UPDATE doc SET state = ? WHERE name = ?').run(new Uint8Array([9, 9, 9]), bad).changes).toBe(1);
  file.close();
  const {url, written} = await serve(own);
  const refused = kept(openBoard(url, bad));
  await until('the room to be refused', () => refused.refused() === 'damaged');
  expect((await fetch(`${url}/_board/v1/${bad}.md`)).status).toBe(503);
  expect(written.join('')).toContain('a board is damaged and stays closed');
  const other = kept(openBoard(url, good));
  await other.saved();
  expect(Object.keys(other.cards())).toHaveLength(80);
});

it('shows what everybody wrote but the one whose own document is damaged', async () => {
  const own = join(folder, 'own-damaged');
  const id = newBoardId();
  const first = await serve(own);
  await bring(first.url, id);
  const people = [await openPerson(first.url, id), await openPerson(first.url, id)];
  for (const {own: drafts, member} of people) {
    for (let n = 0; n < 80; n++) drafts.add(`${member}-${n}`);
    await drafts.saved();
  }
  for (const person of people) person.end();
  await first.end();
  const [lost, found] = people.map(({member}) => member);
  const file = new DatabaseSync(join(own, 'boards.sqlite'));
  expect(file.prepare('UPDATE doc SET state = ? WHERE name = ?').run(new Uint8Array([9, 9, 9]), `${id}/own/${lost}`).changes).toBe(1);
  file.close();
  const {url} = await serve(own);
  const leader = kept(await openPerson(url, id));
  await leader.ask({kind: 'lead', key});
  expect(await leader.ask({kind: 'phase', phase: 'grouping'})).toBe('done');
  await until('the drafts to be shown', () => Object.keys(leader.cards()).length === 80);
  expect(Object.keys(leader.cards()).every((card) => card.startsWith(found ?? '?'))).toBe(true);
});

it('loses nothing, and keeps its timer right, when the server’s clock jumps back and forward', async () => {
  const {url} = await serve(join(folder, 'clock'));
  const id = newBoardId();
  await bring(url, id);
  const person = kept(await openPerson(url, id));
  await person.ask({kind: 'lead', key});
  const real = Date.now();
  vi.useFakeTimers({toFake: ['Date']});
  for (const [n, jump] of [0, 3_600_000, -3_600_000, 0].entries()) {
    vi.setSystemTime(real + jump);
    person.add(`card-${n}`);
    person.own.add(`draft-${n}`);
    await Promise.all([person.saved(), person.own.saved()]);
    expect(await person.ask({kind: 'timer', minutes: 5})).toBe('done');
    await until('the time to run', () => person.board().meta.endsAt === Date.now() + 300_000);
    // Whoever comes now learns the server's time beside the end.
    const other = kept(openBoard(url, id));
    expect((await other.you()).now).toBe(Date.now());
    await other.saved();
    expect(Object.keys(other.cards())).toHaveLength(n + 1);
  }
  expect(await person.ask({kind: 'phase', phase: 'grouping'})).toBe('done');
  await until('all to be there', () => Object.keys(person.cards()).length === 8);
  expect(person.closed).toEqual([]);
});

it('takes back a tab that slept for a day, while the others wrote, left, and the log was compacted', async () => {
  const own = join(folder, 'asleep');
  const first = await serve(own);
  const id = newBoardId();
  await bring(first.url, id);
  const [document, ownDocument, token] = [new Doc(), new Doc(), newToken()];
  const sleeper = openBoard(first.url, id, {document, token});
  sleeper.add('before');
  sleeper.add('taken-away');
  await sleeper.saved();
  const room = `board/${id}/own/${(await sleeper.you()).member}`;
  const drafts = openBoard(first.url, id, {document: ownDocument, token, room});
  drafts.add('draft');
  await drafts.saved();
  sleeper.end();
  drafts.end();
  // What was written as the lid was shut.
  sleeper.add('shut-in');
  drafts.add('shut-in-draft');

  const other = openBoard(first.url, id);
  await other.saved();
  other.document.getMap('cards').delete('taken-away');
  for (let n = 0; n < 100; n++) other.add(`other-${n}`);
  await other.saved();
  other.end();
  await first.end();
  const file = new DatabaseSync(join(own, 'boards.sqlite'), {readOnly: true});
  expect(file.prepare('SELECT count(*) AS n FROM upd WHERE name = ?').get(id)).toEqual({n: 0});
  file.close();

  const {url} = await serve(own);
  const back = kept(openBoard(url, id, {document, token}));
  const backDrafts = kept(openBoard(url, id, {document: ownDocument, token, room}));
  await Promise.all([back.saved(), backDrafts.saved()]);
  const fresh = kept(openBoard(url, id));
  await fresh.saved();
  expect(back.cards()).toEqual(fresh.cards());
  expect(Object.keys(fresh.cards())).toHaveLength(102);
  expect(fresh.cards()).toMatchObject({before: 'before', 'shut-in': 'shut-in'});
  expect(fresh.cards()).not.toHaveProperty('taken-away');
  expect(backDrafts.cards()).toEqual({draft: 'draft', 'shut-in-draft': 'shut-in-draft'});
});
