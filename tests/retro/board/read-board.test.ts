import {Doc, Map as YMap} from 'yjs';
import {describe, expect, it} from 'vitest';
import {readBoard, readCards, readOwn} from '../../../src/retro/board/read-board.ts';
import {roots} from '../../../src/retro/board/shapes.ts';
import {boardIn, card, strange} from './documents.ts';

const groups = (document: Doc): Record<string, string | undefined> =>
  Object.fromEntries(readCards(document).map(({id, group}) => [id, group]));

describe('reading a board', () => {
  it('gives the cards in their order, and those of the same order by their ids', () => {
    const document = new Doc();
    strange(document, 'late', {order: 2});
    strange(document, 'b', {order: 1});
    strange(document, 'a', {order: 1});
    strange(document, 'first', {order: -1e300});
    expect(readCards(document).map(({id}) => id)).toEqual(['first', 'a', 'b', 'late']);
  });

  it('leaves out what is no card, and takes nothing else away', () => {
    const document = boardIn('grouping');
    card(document, 'good');
    const cards = document.getMap<unknown>(roots.cards);
    cards.set('text', 'text');
    cards.set('number', 1);
    cards.set('nothing', null);
    cards.set('empty', new YMap());
    strange(document, 'column', {column: 'drop'});
    document.getMap(roots.lastTries).set('x', 1);
    document.getMap(roots.notes).set('x', ['y']);
    expect(readBoard(document)).toMatchObject({cards: [{id: 'good', text: 'good'}], lastTries: [], notes: []});
  });

  it('reads a field of the wrong kind as if it were missing', () => {
    const document = new Doc();
    strange(document, 'a', {order: Number.NaN, createdAt: 'now', text: 7, group: 3, chosen: 'yes', owner: '@sre-lead'});
    expect(readCards(document)).toEqual([
      {id: 'a', column: 'keep', text: '', order: 0, createdAt: 0, group: undefined, commitment: undefined},
    ]);
  });

  it('keeps a card under Keep that has lost its column, as the undo of one of two moves may leave it', () => {
    const document = new Doc();
    strange(document, 'words', {column: undefined});
    expect(readCards(document)).toMatchObject([{column: 'keep', text: 'words'}]);
  });

  it('reads an empty document as a board without a phase', () => {
    expect(readBoard(new Doc())).toEqual({
      meta: {phase: '', endsAt: undefined, agenda: '', lang: 'en', date: '', leader: undefined},
      cards: [],
      lastTries: [],
      notes: [],
    });
  });

  it('tells votes only when they were counted, then of every card', () => {
    const document = boardIn('voting');
    card(document, 'a');
    card(document, 'b');
    document.getMap(roots.votes).set('a', 2);
    expect(readBoard(document).cards.map(({votes}) => votes)).toEqual([undefined, undefined]);
    document.getMap(roots.meta).set('counted', true);
    expect(readBoard(document).cards.map(({votes}) => votes)).toEqual([2, 0]);
  });

  it('takes whole votes above zero alone', () => {
    const own = new Doc();
    for (const [id, count] of Object.entries({a: 1, b: 0, c: -2, d: 1.5, e: '3', f: 1e300})) own.getMap(roots.votes).set(id, count);
    expect([...readOwn(own).votes]).toEqual([['a', 1]]);
  });
});

describe('a group', () => {
  it('is led by a card that is in no group itself, however long the way', () => {
    const document = new Doc();
    strange(document, 'a', {});
    strange(document, 'b', {group: 'a'});
    strange(document, 'c', {group: 'b'});
    expect(groups(document)).toEqual({a: undefined, b: 'a', c: 'a'});
  });

  it('is led by the first by id, when two were put under each other at once', () => {
    const document = new Doc();
    strange(document, 'b', {group: 'a'});
    strange(document, 'a', {group: 'b'});
    expect(groups(document)).toEqual({a: undefined, b: 'a'});
  });

  it('stays one when it runs in a circle and others follow into it', () => {
    const document = new Doc();
    strange(document, 'b', {group: 'c'});
    strange(document, 'c', {group: 'd'});
    strange(document, 'd', {group: 'b'});
    strange(document, 'a', {group: 'd'});
    strange(document, 'self', {group: 'self'});
    expect(groups(document)).toEqual({a: 'b', b: undefined, c: 'b', d: 'b', self: undefined});
  });

  it('ends at a card that is gone', () => {
    const document = new Doc();
    strange(document, 'a', {group: 'gone'});
    strange(document, 'b', {group: 'a'});
    expect(groups(document)).toEqual({a: undefined, b: 'a'});
  });
});
