import {expect, test} from 'vitest';
import {Doc} from 'yjs';
import {addCard, writeCard} from '../../../src/retro/board/edit-board.ts';
import {readCards} from '../../../src/retro/board/read-board.ts';
import {keepHistory} from '../../../src/retro/store/history.ts';

const me = Symbol('me');

function open() {
  const [board, own] = [new Doc(), new Doc()];
  const history = keepHistory({documents: [board, own], origin: me});
  const add = (document: Doc, text: string, by: unknown = me): string => {
    history.step();
    return document.transact(() => addCard(document, {column: 'keep', text, createdAt: 0}), by);
  };
  const texts = (): string[] => [board, own].flatMap((document) => readCards(document).map(({text}) => text));
  return {board, own, history, add, texts};
}

test('undoes the latest first, in whichever document it was, and redoes it', () => {
  const {board, own, history, add, texts} = open();
  add(board, 'one');
  add(own, 'two');
  add(board, 'three');
  history.undo();
  expect(texts()).toEqual(['one', 'two']);
  history.undo();
  expect(texts()).toEqual(['one']);
  history.redo();
  expect(texts()).toEqual(['one', 'two']);
  history.redo();
  expect(texts()).toEqual(['one', 'three', 'two']);
  expect(history.canRedo()).toBe(false);
});

test('leaves what others did', () => {
  const {board, history, add, texts} = open();
  add(board, 'mine');
  add(board, 'of another', 'somebody');
  history.undo();
  expect(texts()).toEqual(['of another']);
  expect(history.canUndo()).toBe(false);
});

test('takes what is typed without a longer pause for one step, and forgets when it is told', () => {
  const {board, history, add, texts} = open();
  const id = add(board, 'a');
  history.step();
  for (const text of ['ab', 'abc', 'abcd']) {
    board.transact(() => writeCard(board, id, text), me);
  }
  history.undo();
  expect(texts()).toEqual(['a']);
  history.forget();
  expect([history.canUndo(), history.canRedo()]).toEqual([false, false]);
});
