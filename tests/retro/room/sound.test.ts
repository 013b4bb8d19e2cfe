import {expect, it} from 'vitest';
import {applyUpdate, decodeUpdate, Doc, encodeStateAsUpdate, Map as YMap, type Transaction} from 'yjs';
import {isSound} from '../../../src/retro/room/sound.ts';

/** What is thought of an update that comes to a new document. */
function takes(update: Uint8Array): boolean {
  const document = new Doc();
  let sound = true;
  document.on('afterTransaction', (transaction: Transaction) => (sound &&= isSound(transaction)));
  applyUpdate(document, update);
  return sound;
}

function nested(depth: number): Uint8Array {
  const document = new Doc();
  document.transact(() => {
    let at = document.getMap('cards');
    for (let n = 0; n < depth; n++) at = at.set('x', new YMap());
  });
  return encodeStateAsUpdate(document);
}

/** A client that has deleted as much: one struct without any contents. */
function deleted(clock: number): Uint8Array {
  const digits: number[] = [];
  for (let rest = clock; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return new Uint8Array([1, 1, 7, 0, 0, ...digits, rest, 0]);
    digits.push((rest % 128) | 128);
  }
}

it('takes types within types as deep as a card needs, and a good deal deeper', () => {
  expect([1, 2, 32].map((depth) => takes(nested(depth)))).toEqual([true, true, true]);
});

it('does not take what is so deep that nobody can delete it', () => {
  expect([33, 3000].map((depth) => takes(nested(depth)))).toEqual([false, false]);
});

it('does not take a clock that nobody can read', () => {
  expect(decodeUpdate(deleted(2 ** 40)).structs[0]?.length).toBe(2 ** 40);
  expect([1000, 2 ** 32, 2 ** 40, 2 ** 53 - 1].map((clock) => takes(deleted(clock)))).toEqual([true, true, false, false]);
});
