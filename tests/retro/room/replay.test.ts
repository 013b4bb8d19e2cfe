import {expect, it} from 'vitest';
import {Doc, encodeStateAsUpdate} from 'yjs';
import {DamagedBoardError, replay} from '../../../src/retro/room/replay.ts';

/** A log of a text that is written letter by letter. */
function logged(text: string): {readonly seq: number; readonly data: Uint8Array}[] {
  const document = new Doc();
  const updates: {seq: number; data: Uint8Array}[] = [];
  document.on('update', (data: Uint8Array) => updates.push({seq: updates.length + 1, data}));
  for (const [at, letter] of text.split('').entries()) document.getText('t').insert(at, letter);
  return updates;
}
const read = (board: Parameters<typeof replay>[0]): string => replay(board).document.getText('t').toJSON();

it('makes the board of its updates, and of a state and what came after it', () => {
  const updates = logged('keep');
  expect(read({state: undefined, updates, upTo: 4})).toBe('keep');
  const state = encodeStateAsUpdate(replay({state: undefined, updates: updates.slice(0, 2), upTo: 2}).document);
  expect(read({state, updates: updates.slice(2), upTo: 4})).toBe('keep');
  // A compaction and its deletion may be read half way by another database.
  expect(read({state, updates, upTo: 4})).toBe('keep');
});

it('leaves out and names what cannot be applied', () => {
  const updates = [...logged('keep'), {seq: 9, data: new Uint8Array([1, 1, 250, 3])}];
  const {document, bad} = replay({state: undefined, updates, upTo: 9});
  expect(document.getText('t').toJSON()).toBe('keep');
  expect(bad).toEqual([{seq: 9, why: expect.any(String)}]);
});

it('does not show the rest as if it were the board when the state is damaged', () => {
  expect(() => replay({state: new Uint8Array([9, 9, 9]), updates: logged('keep'), upTo: 4})).toThrow(DamagedBoardError);
});
