import * as fc from 'fast-check';
import {expect, it} from 'vitest';
import {applyUpdate, Doc, encodeStateAsUpdate, Map as YMap, Text as YText} from 'yjs';
import {createRehearsal} from '../../../src/retro/room/rehearsal.ts';

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
  expect(createRehearsal(board).refuses(updateOf(board, add(5)))).toBeUndefined();
});

it('refuses one card too many, and takes as many as there may be', () => {
  const board = boardOf(3);
  const rehearsal = createRehearsal(board, {bytes: 1e6, cards: 10});
  expect(rehearsal.refuses(updateOf(board, add(8)))).toBe('too-many-cards');
  expect(rehearsal.refuses(updateOf(board, add(7)))).toBeUndefined();
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
  const rehearsal = createRehearsal(board);
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
