import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyUpdate, Doc, encodeStateAsUpdate, Map as YMap, Text as YText} from 'yjs';
import {boardLimits, createRehearsal, ownLimits} from '../../../src/retro/room/rehearsal.ts';

function boardOf(cards: number): Doc {
  const board = new Doc();
  for (let n = 0; n < cards; n++) {
    const card = new YMap<YText>();
    card.set('text', new YText('keep the rota short'));
    board.getMap('cards').set(`card-${n}`, card);
  }
  return board;
}
function updateOf(board: Doc, change: (copy: Doc) => void): Uint8Array {
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(board));
  let update: Uint8Array = new Uint8Array();
  copy.once('update', (made: Uint8Array) => (update = made));
  copy.transact(() => change(copy));
  return update;
}
const add = (count: number) => (copy: Doc) => {
  for (let n = 0; n < count; n++) copy.getMap('cards').set(`more-${n}`, 'x');
};

it('takes what fits', () => {
  const board = boardOf(3);
  expect(createRehearsal(board, boardLimits).refuses(updateOf(board, add(5)))).toBeUndefined();
});

it('refuses one card too many, and takes as many as there may be', () => {
  const board = boardOf(3);
  const rehearsal = createRehearsal(board, {bytes: 1e6, cards: 10});
  expect(rehearsal.refuses(updateOf(board, add(8)))).toBe('too-many-cards');
  expect(rehearsal.refuses(updateOf(board, add(7)))).toBeUndefined();
});

it('refuses as many notes, and as many last Tries, for each is drawn too', () => {
  const board = boardOf(3);
  const rehearsal = createRehearsal(board, {bytes: 1e6, cards: 10});
  for (const root of ['notes', 'lastTries'])
    expect(rehearsal.refuses(updateOf(board, (copy) => Array.from({length: 11}, (_, n) => copy.getMap(root).set(`n-${n}`, 'x'))))).toBe(
      'too-many-cards',
    );
});

it('refuses what Yjs would take and nobody could delete', () => {
  const board = boardOf(3);
  const update = updateOf(board, (copy) => {
    let at = copy.getMap<unknown>('cards');
    for (let n = 0; n < 3000; n++) at = at.set('x', new YMap<unknown>());
  });
  expect(createRehearsal(board, boardLimits).refuses(update, ['cards'])).toBe('malformed');
});

it('lets who has too many cards take some away, and add none', () => {
  const board = boardOf(12);
  const rehearsal = createRehearsal(board, {bytes: 1e6, cards: 10});
  expect(rehearsal.refuses(updateOf(board, (copy) => copy.getMap('cards').delete('card-3')))).toBeUndefined();
  expect(rehearsal.refuses(updateOf(board, add(1)))).toBe('too-many-cards');
});

it('refuses what makes the board too large, and counts no text twice', () => {
  const board = boardOf(3);
  const rehearsal = createRehearsal(board, {bytes: 3000, cards: 10});
  const update = updateOf(board, (copy) => copy.getText('t').insert(0, 'x'.repeat(1000)));
  for (let n = 0; n < 10; n++) expect(rehearsal.refuses(update)).toBeUndefined();
  expect(rehearsal.refuses(updateOf(board, (copy) => copy.getText('u').insert(0, 'x'.repeat(3000))))).toBe('too-large');
});

it('takes no update that the board could not, however it is damaged, and goes on', () => {
  const board = boardOf(10);
  const whole = encodeStateAsUpdate(board);
  const rehearsal = createRehearsal(board, boardLimits);
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {minLength: 1, maxLength: 3});
  fc.assert(
    fc.property(damage, (changes) => {
      const update = whole.slice();
      for (const [at, byte] of changes) update[at] = byte;
      if (rehearsal.refuses(update) !== undefined) return;
      const live = new Doc();
      applyUpdate(live, whole);
      applyUpdate(live, update);
      rehearsal.startOver();
    }),
    {numRuns: 2000},
  );
  expect(rehearsal.refuses(updateOf(board, add(1)))).toBeUndefined();
});

describe('what may be changed', () => {
  const allowed = ['cards'];
  const begun = (): Doc => {
    const board = boardOf(3);
    board.getMap('meta').set('phase', 'writing');
    return board;
  };

  it('takes changes of what is open, however deep', () => {
    const board = begun();
    const rehearsal = createRehearsal(board, ownLimits);
    const deep = updateOf(board, (copy) => {
      const card = copy.getMap<YMap<YText>>('cards').get('card-1');
      card?.get('text')?.insert(0, 'x');
      copy.getMap('cards').delete('card-2');
    });
    expect(rehearsal.refuses(deep, allowed)).toBeUndefined();
    rehearsal.startOver();
    expect(rehearsal.refuses(deep, [])).toBe('not-allowed');
  });

  it.each<[what: string, change: (copy: Doc) => void]>([
    ['a field of another type', (copy) => copy.getMap('meta').set('leader', 'me')],
    ['a deletion there', (copy) => copy.getMap('meta').delete('phase')],
    ['what is set and taken back in one breath', (copy) => (copy.getMap('meta').set('leader', 'me'), copy.getMap('meta').delete('leader'))],
    ['a type that was not there', (copy) => copy.getText('elsewhere').insert(0, 'x')],
    ['a type within another one', (copy) => copy.getMap('meta').set('deep', new YMap([['x', new YText('y')]]))],
    ['something beside what is allowed', (copy) => (add(1)(copy), copy.getMap('votes').set('card-1', 99))],
  ])('refuses %s', (_what, change) => {
    const board = begun();
    const rehearsal = createRehearsal(board, boardLimits);
    expect(rehearsal.refuses(updateOf(board, change), allowed)).toBe('not-allowed');
    expect(rehearsal.refuses(updateOf(board, add(1)), allowed)).toBeUndefined();
  });

  it('takes what is there already, whatever it touches', () => {
    const board = begun();
    expect(createRehearsal(board, boardLimits).refuses(encodeStateAsUpdate(board), allowed)).toBeUndefined();
  });
});

describe('an update whose base is missing', () => {
  it('is out of step, be it text or a deletion', () => {
    const board = boardOf(3);
    const ahead = new Doc();
    applyUpdate(ahead, encodeStateAsUpdate(board));
    ahead.getText('t').insert(0, 'not yet here');
    const rehearsal = createRehearsal(board, boardLimits);
    expect(rehearsal.refuses(updateOf(ahead, (copy) => copy.getText('t').insert(3, 'x')))).toBe('out-of-step');
    expect(rehearsal.refuses(updateOf(ahead, (copy) => copy.getText('t').delete(0, 3)))).toBe('out-of-step');
    expect(rehearsal.refuses(updateOf(board, add(1)))).toBeUndefined();
  });

  it('is not out of step with a board that got the base after the copy was made', () => {
    const board = boardOf(3);
    const rehearsal = createRehearsal(board, boardLimits);
    rehearsal.refuses(updateOf(board, add(1)));
    board.getText('t').insert(0, 'came from elsewhere');
    expect(rehearsal.refuses(updateOf(board, (copy) => copy.getText('t').insert(3, 'x')))).toBeUndefined();
  });
});
