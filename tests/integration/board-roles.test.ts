import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';

import {addCard, voteFor} from '../../src/retro/board/edit-board.ts';
import {bring, key, newBoardId, newState, newToken, openPerson, type Person} from '../support/board-client.ts';
import {serveBoards, type BoardServer} from '../support/board-server.ts';
import {until} from '../support/processes.ts';
import {patience} from '../support/patience.ts';

const folder = mkdtempSync(join(tmpdir(), 'board-roles-'));
const people: Person[] = [];
let server: BoardServer;
beforeAll(async () => {
  server = await serveBoards(folder);
});
afterEach(() => {
  for (const person of people.splice(0)) person.end();
});
afterAll(async () => {
  await server.end();
  rmSync(folder, {recursive: true, force: true});
});

async function enter(id: string, token = newToken()): Promise<Person> {
  const person = await openPerson(server.url, id, {token});
  people.push(person);
  return person;
}

/** A board with a key, led by the first of two people. */
async function led(options: Parameters<typeof newState>[1] & {fill?: Parameters<typeof newState>[0]} = {}) {
  const id = newBoardId();
  await bring(server.url, id, {state: newState(options.fill, options)});
  const [leader, other] = [await enter(id), await enter(id)];
  expect(await leader.ask({kind: 'lead', key})).toBe('done');
  await until('both to know who leads', () => [leader, other].every((each) => each.board().meta.leader === leader.member));
  return {id, leader, other};
}

describe('who leads', () => {
  it('takes the role with the key, sets the box and its time, and passes the role on', async () => {
    const {leader, other} = await led();
    const before = Date.now();
    expect(await leader.ask({kind: 'phase', phase: 'grouping', minutes: 10})).toBe('done');
    await until('the other to see it', () => other.board().meta.phase === 'grouping');
    expect(Math.abs((other.board().meta.endsAt ?? 0) - before - 600_000)).toBeLessThan(patience(5000));
    expect(await leader.ask({kind: 'timer', minutes: 1.5})).toBe('done');
    expect(await leader.ask({kind: 'timer'})).toBe('done');
    await until('no time to run', () => other.board().meta.endsAt === undefined);
    expect(await leader.ask({kind: 'pass', to: 'fedcba9876543210'})).toBe('no-such-member');
    expect(await leader.ask({kind: 'pass', to: other.member})).toBe('done');
    await until('the role to pass', () => other.board().meta.leader === other.member);
    expect(await leader.ask({kind: 'phase', phase: 'voting'})).toBe('not-leader');
    expect(await other.ask({kind: 'phase', phase: 'voting'})).toBe('done');
    expect(await other.ask({kind: 'time'})).toBe('done');
  });

  it('goes to no box that the agenda has not', async () => {
    const {leader} = await led();
    for (const phase of ['closed', 'nowhere', '__proto__', '']) expect(await leader.ask({kind: 'phase', phase})).toBe('no-such-box');
  });

  it('is one person in all of their tabs, and another one on another board', async () => {
    const {id} = await led();
    const token = newToken();
    const [tab, again] = [await enter(id, token), await enter(id, token)];
    expect(again.member).toBe(tab.member);
    tab.own.add('draft', 'seen in both of my tabs');
    await until('the draft to come', () => again.own.cards()['draft'] === 'seen in both of my tabs');
    const elsewhere = newBoardId();
    await bring(server.url, elsewhere);
    expect((await enter(elsewhere, token)).member).not.toBe(tab.member);
  });
});

it('believes the gate where it knows its readers, and not what a browser says of itself', async () => {
  const known = await serveBoards(join(folder, 'known'), {subject: 'a reader that the gate has verified'});
  try {
    const id = newBoardId();
    const [one, other] = [await openPerson(known.url, id), await openPerson(known.url, id)];
    people.push(one, other);
    expect(one.member).toBe(other.member);
  } finally {
    await known.end();
  }
});

describe('who does not lead', () => {
  it('is refused, and the log says it', async () => {
    const {leader, other} = await led();
    expect(await other.ask({kind: 'phase', phase: 'grouping'})).toBe('not-leader');
    expect(await other.ask({kind: 'timer', minutes: 5})).toBe('not-leader');
    expect(await other.ask({kind: 'pass', to: other.member})).toBe('not-leader');
    expect(await other.ask({kind: 'lead'})).toBe('wrong-key');
    expect(await other.ask({kind: 'lead', key: 'a-forged-key-of-somebody'})).toBe('wrong-key');
    expect(await other.ask({kind: 'close', key: 'a-forged-key-of-somebody'})).toBe('wrong-key');
    expect(server.written.join('')).toMatch(/"ask":"close","why":"wrong-key"/);
    expect(server.written.join('')).not.toContain('a-forged-key-of-somebody');
    expect(await other.ask({kind: 'timer', minutes: -1})).toBe('malformed');
    expect(leader.board().meta).toMatchObject({phase: 'writing', leader: leader.member});
  });

  it('leads where nobody has a key', async () => {
    const id = newBoardId();
    const person = await enter(id);
    person.document.getMap('meta').set('agenda', 'kpt-60');
    await person.saved();
    expect(await person.ask({kind: 'lead'})).toBe('done');
    expect(await person.ask({kind: 'phase', phase: 'writing'})).toBe('done');
    expect(await person.ask({kind: 'close', key})).toBe('wrong-key');
  });
});

describe('votes', () => {
  it('are counted of each person no more than they have, and only totals are shown', async () => {
    const fill = (document: Parameters<typeof addCard>[0]): void => {
      for (const id of ['a', 'b', 'c']) addCard(document, {id, column: 'problem', text: id, createdAt: 1});
    };
    const {leader, other} = await led({fill, phase: 'voting'});
    voteFor(leader.own.document, 'b', 1);
    voteFor(other.own.document, 'a', 50);
    voteFor(other.own.document, 'b', 50);
    voteFor(other.own.document, 'no-card', 1);
    await Promise.all([leader.own.saved(), other.own.saved()]);
    expect(leader.board().cards.map(({votes}) => votes)).toEqual([undefined, undefined, undefined]);
    expect(await leader.ask({kind: 'phase', phase: 'discussion'})).toBe('done');
    await until('the votes to be counted', () => other.board().cards[0]?.votes !== undefined);
    // Two votes each in this agenda.
    expect(Object.fromEntries(other.board().cards.map(({id, votes}) => [id, votes]))).toEqual({a: 2, b: 1, c: 0});
    expect(leader.document.getMap('votes').toJSON()).toEqual({a: 2, b: 1});
  });
});

describe('a closed board', () => {
  it('has shown every draft, and takes no change any more', async () => {
    const {id, leader, other} = await led();
    other.own.add('late', 'not yet shown');
    await other.own.saved();
    expect(await other.ask({kind: 'close', key})).toBe('done');
    await until('all to see it closed', () => [leader, other].every((each) => each.board().meta.phase === 'closed'));
    expect(leader.cards()).toEqual({late: 'not yet shown'});
    expect(await leader.ask({kind: 'phase', phase: 'grouping'})).toBe('closed');
    expect(await leader.ask({kind: 'lead', key})).toBe('closed');
    leader.add('after', 'x');
    await until('a card to be refused', () => leader.closed.includes('4409 closed'));
    other.own.add('after', 'x');
    await until('a draft to be refused', () => other.own.closed.includes('4409 closed'));
    // Whoever comes again reads it, in a new room too.
    const reader = await enter(id);
    expect(reader.cards()).toEqual({late: 'not yet shown'});
    reader.own.add('after', 'x');
    await until('a draft to be refused', () => reader.own.closed.includes('4409 closed'));
    expect(reader.closed).toEqual([]);
  });
});
