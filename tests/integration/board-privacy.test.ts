import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest';
import {decodeUpdate, encodeStateAsUpdate, Item} from 'yjs';
import {voteFor, writeCard} from '../../src/retro/board/edit-board.ts';
import {ownRoom} from '../../src/retro/board/wire.ts';
import {bring, key, newBoardId, newToken, openBoard, openPerson, type BoardClient, type Person} from '../support/board-client.ts';
import {serveBoards, type BoardServer} from '../support/board-server.ts';
import {until} from '../support/processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'board-privacy-'));
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

async function enter(id: string, token = newToken()): Promise<Person> {
  const person = await openPerson(server.url, id, {token});
  clients.push(person);
  return person;
}

/** Whether any of these bytes came to a client, on the board's socket or on their own. */
function hasHeard({frames, own}: Person, bytes: string | Buffer): boolean {
  return [...frames, ...own.frames].some((frame) => frame.includes(bytes));
}

/** As Yjs writes the id of a client. https://github.com/dmonad/lib0/blob/main/encoding.js */
function asVarUint(number: number): Buffer {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}

/** The clients that have written what is in a board. */
function writersOf(board: BoardClient): Set<number> {
  const {structs} = decodeUpdate(encodeStateAsUpdate(board.document));
  return new Set(structs.flatMap((struct) => (struct instanceof Item ? [struct.id.client] : [])));
}

it('sends nobody a byte of another person’s draft before it is shown, nor who wrote it afterwards', async () => {
  const id = newBoardId();
  await bring(server.url, id);
  const [leader, author, reader] = [await enter(id), await enter(id), await enter(id)];
  await leader.ask({kind: 'lead', key});
  author.own.add('card-of-the-author', '下書きの秘密');
  writeCard(author.own.document, 'card-of-the-author', '下書きの秘密、まだ途中');
  voteFor(author.own.document, 'card-of-the-author', 1);
  await author.own.saved();
  // Time in which something could still come.
  await reader.ask({kind: 'time'});
  await new Promise((resolve) => setTimeout(resolve, 300));
  const [words, card, pen] = ['下書きの秘密', 'card-of-the-author', asVarUint(author.own.document.clientID)] as const;
  // The author's own frames have it all: what is looked for would be found.
  expect([words, card, pen].map((bytes) => hasHeard(author, bytes))).toEqual([true, true, true]);
  for (const other of [reader, leader])
    expect([words, card, pen, author.own.provider.configuration.name].map((bytes) => hasHeard(other, bytes))).toEqual(Array(4).fill(false));
  expect(await (await fetch(`${server.url}/_board/v1/${id}.md`)).text()).not.toContain(words);

  expect(await leader.ask({kind: 'phase', phase: 'grouping'})).toBe('done');
  await until('the draft to be shown', () => reader.cards()[card] === '下書きの秘密、まだ途中');
  expect(hasHeard(reader, pen)).toBe(false);
  expect(hasHeard(reader, author.member)).toBe(false);
  const writers = writersOf(reader);
  for (const {document, own} of [leader, author, reader]) {
    expect(writers).not.toContain(document.clientID);
    expect(writers).not.toContain(own.document.clientID);
  }
  expect(reader.board().cards[0]?.createdAt).toBe(0);
  await until('the author’s own document to be empty', () => Object.keys(author.own.cards()).length === 0);
});

it('shows drafts in an order that says nothing of whose they are, and all of them', async () => {
  const id = newBoardId();
  await bring(server.url, id);
  const people = [await enter(id), await enter(id)];
  await people[0]?.ask({kind: 'lead', key});
  for (const [n, {own}] of people.entries()) {
    for (let card = 0; card < 20; card++) own.add(`${n}-${card}`);
    await own.saved();
  }
  // Somebody who wrote and left.
  const left = await enter(id);
  left.own.add('left');
  await left.own.saved();
  left.end();
  await people[0]?.ask({kind: 'phase', phase: 'grouping'});
  const order = await until('all to be shown', () => {
    const ids = people[1]?.board().cards.map((card) => card.id) ?? [];
    return ids.length === 41 && ids;
  });
  const authors = order.filter((card) => card !== 'left').map((card) => card[0]);
  // With 40 cards of two people, fewer than six changes of hand have a chance of one in 100 million.
  expect(authors.filter((author, n) => n > 0 && author !== authors[n - 1]).length).toBeGreaterThan(5);
});

it('loses no word that is written while drafts are being shown', async () => {
  const id = newBoardId();
  await bring(server.url, id);
  const [leader, author] = [await enter(id), await enter(id)];
  await leader.ask({kind: 'lead', key});
  let n = 0;
  const typing = setInterval(() => author.own.add(`draft-${n++}`), 2);
  await until('some drafts', () => n > 20, {every: 5});
  await leader.ask({kind: 'phase', phase: 'grouping'});
  await until('some more drafts', () => n > 60, {every: 5});
  clearInterval(typing);
  await author.own.saved();
  await author.saved();
  await until('all to be somewhere', () => Object.keys({...author.cards(), ...author.own.cards()}).length === n);
  expect(Object.keys(author.cards()).length).toBeGreaterThan(0);
});

it('lets nobody into another person’s room', async () => {
  const id = newBoardId();
  await bring(server.url, id);
  const author = await enter(id);
  author.own.add('draft');
  await author.own.saved();
  const thief = openBoard(server.url, id, {room: ownRoom(id, author.member), token: newToken()});
  clients.push(thief);
  await until('the thief to be refused', () => thief.refused() === 'no-such-room');
  const guest = openBoard(server.url, id, {room: ownRoom(id, author.member)});
  clients.push(guest);
  await until('a guest without a token to be refused', () => guest.refused() === 'no-such-room');
  expect(thief.cards()).toEqual({});
});

it('passes on of a person what the others may see, and cuts off who claims to be somebody else', async () => {
  const id = newBoardId();
  await bring(server.url, id);
  const [one, other, forger] = [await enter(id), await enter(id), await enter(id)];
  one.add('shown');
  one.own.add('draft');
  await one.saved();
  const show = ({provider}: BoardClient, state: Record<string, unknown>): void => provider.awareness?.setLocalState(state);
  const seen = (): unknown => other.provider.awareness?.getStates().get(one.document.clientID);
  show(one, {member: one.member, name: 'x'.repeat(100), isDone: true, card: 'shown', ip: '192.0.2.1', draft: 'secret'});
  await until('it to be seen', () => (seen() as {isDone?: boolean} | undefined)?.isDone === true);
  expect(seen()).toEqual({member: one.member, name: 'x'.repeat(40), isDone: true, card: 'shown'});
  show(one, {member: one.member, name: '', isDone: false, card: 'draft'});
  await until('it to be seen', () => (seen() as {isDone?: boolean} | undefined)?.isDone === false);
  expect(seen()).toEqual({member: one.member, name: '', isDone: false});
  // In the place of another one's tab.
  forger.provider.awareness?.states.set(one.document.clientID, {member: forger.member, name: 'forged', isDone: true});
  forger.provider.awareness?.meta.set(one.document.clientID, {clock: 1000, lastUpdated: 0});
  forger.provider.awareness?.emit('update', [{added: [], updated: [one.document.clientID], removed: []}, 'local']);
  await forger.ask({kind: 'time'});
  expect(seen()).toEqual({member: one.member, name: '', isDone: false});
  show(forger, {member: one.member, name: 'forged', isDone: true});
  await until('the forger to be cut off', () => forger.closed.includes('4403 forged'));
  expect(seen()).toEqual({member: one.member, name: '', isDone: false});
  // Tabs of one person hear nothing of each other in their own room.
  show(one.own, {member: one.member, name: 'own', isDone: true});
  await one.own.saved();
  expect(one.closed).toEqual([]);
  expect(one.own.closed).toEqual([]);
});
