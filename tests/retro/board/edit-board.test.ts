import {Doc, applyUpdate, encodeStateAsUpdate} from 'yjs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  addCard,
  addNote,
  beginBoard,
  commitTo,
  decideLastTry,
  groupCard,
  moveCard,
  newId,
  removeCard,
  removeNote,
  voteFor,
  writeCard,
} from '../../../src/retro/board/edit-board.ts';
import {readBoard, readCards, readOwn} from '../../../src/retro/board/read-board.ts';
import {longestText, type Column} from '../../../src/retro/board/shapes.ts';
import {boardIn, card, strange} from './documents.ts';

const inColumn = (document: Doc, column: Column): string[] =>
  readCards(document).flatMap((each) => (each.column === column ? [each.id] : []));
const textOf = (document: Doc, id: string): string | undefined => readCards(document).find((each) => each.id === id)?.text;
const groupOf = (document: Doc, id: string): string | undefined => readCards(document).find((each) => each.id === id)?.group;

function withCards(...ids: string[]): Doc {
  const document = boardIn('grouping');
  for (const id of ids) card(document, id);
  return document;
}

function copyOf(document: Doc): Doc {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(document));
  return copy;
}

/** Both have what the other has. */
function meet(a: Doc, b: Doc): void {
  applyUpdate(a, encodeStateAsUpdate(b));
  applyUpdate(b, encodeStateAsUpdate(a));
}

describe('a new board', () => {
  it('begins with what is open', () => {
    const document = new Doc();
    const open = {id: 'try-20261113-1', text: 'Measure', owner: '@sre-primary', check: '2026-11-27', carried: 1};
    beginBoard(document, {agenda: 'kpt-60', phase: 'background', lang: 'ja', date: '2026-11-27', leader: undefined, lastTries: [open]});
    expect(readBoard(document)).toEqual({
      meta: {phase: 'background', endsAt: undefined, agenda: 'kpt-60', lang: 'ja', date: '2026-11-27', leader: undefined},
      cards: [],
      lastTries: [{...open, outcome: undefined, learned: '', nextCheck: ''}],
      notes: [],
    });
  });

  it('gives ids that do not come twice', () => {
    const ids = Array.from({length: 1000}, newId);
    expect(new Set(ids).size).toBe(1000);
    expect(ids[0]).toMatch(/^[0-9a-f]{24}$/);
  });
});

describe('adding a card', () => {
  it('puts it at the end of its column', () => {
    const document = withCards('a', 'b');
    card(document, 'p', 'problem');
    card(document, 'c');
    expect(inColumn(document, 'keep')).toEqual(['a', 'b', 'c']);
    expect(inColumn(document, 'problem')).toEqual(['p']);
  });

  it('finds a place behind a card that has the greatest of all numbers', () => {
    const document = boardIn('grouping');
    strange(document, 'z', {order: Number.MAX_VALUE});
    card(document, 'a');
    expect(inColumn(document, 'keep')).toEqual(['z', 'a']);
  });

  it('cuts a text that is too long, and no character in half', () => {
    const document = boardIn('writing');
    const long = `${'a'.repeat(longestText - 1)}😀`;
    const id = addCard(document, {column: 'keep', text: long, createdAt: 1});
    expect(textOf(document, id)).toHaveLength(longestText);
    expect(textOf(copyOf(document), id)).toBe(textOf(document, id));
  });
});

describe('writing a card', () => {
  it('leaves any text that was wished for, the same on every screen', () => {
    const units = fc.string({unit: fc.constantFrom('a', 'b', '😀', '😁', '👍🏽', '日', '\ud83d', '\ude00', '\n'), maxLength: 8});
    fc.assert(
      fc.property(units, units, (before, after) => {
        const document = boardIn('writing');
        const id = addCard(document, {column: 'keep', text: before, createdAt: 1});
        const other = copyOf(document);
        writeCard(document, id, after);
        expect(textOf(document, id)).toBe(after.toWellFormed());
        applyUpdate(other, encodeStateAsUpdate(document));
        expect(textOf(other, id)).toBe(after.toWellFormed());
      }),
    );
  });

  it('sends no half of a character when one takes the place of its neighbour', () => {
    const document = withCards('a');
    writeCard(document, 'a', 'x😀y');
    const other = copyOf(document);
    writeCard(document, 'a', 'x😁y');
    writeCard(other, 'a', 'x😀yz');
    meet(document, other);
    expect(textOf(document, 'a')).toBe('x😁yz');
    expect(textOf(other, 'a')).toBe('x😁yz');
  });

  it('keeps what two people write into it at once', () => {
    const document = withCards('middle');
    const other = copyOf(document);
    writeCard(document, 'middle', 'start middle');
    writeCard(other, 'middle', 'middle end');
    meet(document, other);
    expect(textOf(document, 'middle')).toBe('start middle end');
  });

  it('changes nothing when nothing changed', () => {
    const document = withCards('a');
    let updates = 0;
    document.on('update', () => updates++);
    writeCard(document, 'a', 'a');
    expect(updates).toBe(0);
  });

  it('does nothing to a card that is gone, and mends one that has no text', () => {
    const document = withCards('a');
    writeCard(document, 'gone', 'words');
    strange(document, 'strange', {text: 7});
    writeCard(document, 'strange', 'words');
    expect(readCards(document).map(({text}) => text)).toEqual(['words', 'a']);
  });
});

describe('moving a card', () => {
  it('puts it before another one, at the end, or into another column', () => {
    const document = withCards('a', 'b', 'c');
    moveCard(document, 'c', {column: 'keep', before: 'a'});
    expect(inColumn(document, 'keep')).toEqual(['c', 'a', 'b']);
    moveCard(document, 'c', {column: 'keep', before: 'b'});
    expect(inColumn(document, 'keep')).toEqual(['a', 'c', 'b']);
    moveCard(document, 'a', {column: 'keep'});
    expect(inColumn(document, 'keep')).toEqual(['c', 'b', 'a']);
    moveCard(document, 'b', {column: 'try', before: 'gone'});
    expect(inColumn(document, 'try')).toEqual(['b']);
    moveCard(document, 'gone', {column: 'try'});
    expect(readCards(document)).toHaveLength(3);
  });

  it('goes on when no number is left between two', () => {
    const document = withCards('a', 'b', 'c');
    for (let n = 0; n < 300; n++) {
      const moved = n % 2 === 0 ? 'c' : 'b';
      moveCard(document, moved, {column: 'keep', before: n % 2 === 0 ? 'b' : 'c'});
      expect(inColumn(document, 'keep')).toEqual(['a', ...(n % 2 === 0 ? ['c', 'b'] : ['b', 'c'])]);
    }
  });

  it.each([0, 2 ** 53, Number.MAX_VALUE, -Number.MAX_VALUE])('finds a place among cards that all have the number %d', (order) => {
    const document = boardIn('grouping');
    for (const id of ['a', 'b', 'c']) strange(document, id, {order});
    card(document, 'x', 'problem');
    moveCard(document, 'x', {column: 'keep', before: 'b'});
    expect(inColumn(document, 'keep')).toEqual(['a', 'x', 'b', 'c']);
    moveCard(document, 'x', {column: 'keep'});
    expect(inColumn(document, 'keep')).toEqual(['a', 'b', 'c', 'x']);
  });

  it('takes those that follow it along, and leaves its own group', () => {
    const document = withCards('a', 'b', 'c');
    groupCard(document, 'b', 'a');
    groupCard(document, 'c', 'a');
    moveCard(document, 'a', {column: 'problem'});
    expect(inColumn(document, 'problem')).toEqual(['a', 'b', 'c']);
    moveCard(document, 'b', {column: 'problem', before: 'a'});
    expect([groupOf(document, 'b'), groupOf(document, 'c')]).toEqual([undefined, 'a']);
  });
});

describe('grouping', () => {
  it('puts a card with its followers under the one that leads the other group', () => {
    const document = withCards('a', 'b', 'c', 'd');
    groupCard(document, 'b', 'a');
    groupCard(document, 'd', 'c');
    groupCard(document, 'c', 'b');
    expect(readCards(document).map(({group}) => group)).toEqual([undefined, 'a', 'a', 'a']);
  });

  it('does nothing under a follower, under itself or under a card that is gone', () => {
    const document = withCards('a', 'b');
    groupCard(document, 'b', 'a');
    groupCard(document, 'a', 'b');
    groupCard(document, 'a', 'a');
    groupCard(document, 'b', 'gone');
    expect(readCards(document).map(({group}) => group)).toEqual([undefined, 'a']);
  });

  it('takes one card out, and none that only stands behind it', () => {
    const document = withCards('a', 'b', 'c');
    const other = copyOf(document);
    groupCard(document, 'b', 'a');
    groupCard(other, 'c', 'b');
    meet(document, other);
    expect(groupOf(document, 'c')).toBe('a');
    groupCard(document, 'b', undefined);
    expect([groupOf(document, 'b'), groupOf(document, 'c')]).toEqual([undefined, 'a']);
  });

  it('takes one out of a group that was made from both sides at once', () => {
    const document = withCards('a', 'b', 'c');
    groupCard(document, 'c', 'b');
    const other = copyOf(document);
    groupCard(document, 'a', 'b');
    groupCard(other, 'b', 'a');
    meet(document, other);
    expect([groupOf(document, 'b'), groupOf(document, 'c')]).toEqual(['a', 'a']);
    moveCard(document, 'b', {column: 'problem'});
    expect(inColumn(document, 'problem')).toEqual(['b']);
    expect([groupOf(document, 'a'), groupOf(document, 'b'), groupOf(document, 'c')]).toEqual([undefined, undefined, 'a']);
  });

  it('leaves the others for themselves when the card that leads is removed', () => {
    const document = withCards('a', 'b', 'c');
    groupCard(document, 'b', 'a');
    groupCard(document, 'c', 'a');
    removeCard(document, 'a');
    expect(readCards(document).map(({id, group}) => [id, group])).toEqual([
      ['b', undefined],
      ['c', undefined],
    ]);
  });
});

describe('choosing and noting', () => {
  it('keeps what was said of a Try when the choice is taken back and made again', () => {
    const document = withCards('a');
    commitTo(document, 'a', {owner: '@sre-lead'});
    commitTo(document, 'a', {check: '2026-12-11'});
    expect(readCards(document)[0]?.commitment).toEqual({owner: '@sre-lead', firstStep: '', check: '2026-12-11'});
    commitTo(document, 'a', undefined);
    expect(readCards(document)[0]?.commitment).toBeUndefined();
    commitTo(document, 'a', {});
    expect(readCards(document)[0]?.commitment?.owner).toBe('@sre-lead');
    commitTo(document, 'gone', {});
  });

  it('decides on a Try of last time, and on none that is not there', () => {
    const document = new Doc();
    const open = {id: 't', text: 'Measure', owner: '@sre-primary', check: '2026-11-27', carried: 0};
    beginBoard(document, {agenda: 'a', phase: 'b', lang: 'en', date: '2026-11-27', lastTries: [open]});
    decideLastTry(document, 't', {outcome: 'keep', nextCheck: '2026-12-11'});
    decideLastTry(document, 't', {learned: 'The batch waits 40 s.'});
    decideLastTry(document, 'gone', {outcome: 'done'});
    expect(readBoard(document).lastTries).toEqual([{...open, outcome: 'keep', nextCheck: '2026-12-11', learned: 'The batch waits 40 s.'}]);
  });

  it('keeps notes in the order in which they were written, and removes them', () => {
    const document = boardIn('closing');
    addNote(document, 'second', 2);
    const first = addNote(document, 'first', 1);
    expect(readBoard(document).notes.map(({text}) => text)).toEqual(['first', 'second']);
    removeNote(document, first);
    expect(readBoard(document).notes.map(({text}) => text)).toEqual(['second']);
  });

  it('holds a vote until it is taken back', () => {
    const own = new Doc();
    voteFor(own, 'a', 2);
    voteFor(own, 'b', 1);
    voteFor(own, 'a', 0);
    expect([...readOwn(own).votes]).toEqual([['b', 1]]);
  });
});
