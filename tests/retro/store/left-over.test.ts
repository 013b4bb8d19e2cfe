import {expect, test} from 'vitest';
import {Doc} from 'yjs';
import {addCard, addNote} from '../../../src/retro/board/edit-board.ts';
import {wordsMissing} from '../../../src/retro/store/left-over.ts';

test('names the words that only one side has, once, and no empty ones', () => {
  const written = {board: new Doc(), own: new Doc()};
  const held = {board: new Doc(), own: new Doc()};
  for (const {board} of [written, held]) addCard(board, {column: 'keep', text: 'on both', createdAt: 0});
  addCard(written.board, {column: 'try', text: 'a card', createdAt: 0});
  addCard(written.board, {column: 'try', text: ' ', createdAt: 0});
  addNote(written.board, 'a note', 0);
  addCard(written.own, {column: 'keep', text: 'a draft', createdAt: 0});
  addCard(written.own, {column: 'keep', text: 'a card', createdAt: 0});
  expect(wordsMissing(written, held)).toEqual(['a card', 'a note', 'a draft']);
  expect(wordsMissing(held, written)).toEqual([]);
});
