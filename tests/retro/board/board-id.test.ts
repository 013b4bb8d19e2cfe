import {expect, it} from 'vitest';
import {boardOfRoom, shortBoardId} from '../../../src/retro/board/board-id.ts';

const id = 'abcdefghijklmnopqrst-_';

it('finds the id in the name of a room of a board, and in no other', () => {
  expect(boardOfRoom(`board/${id}`)).toBe(id);
  for (const room of [id, `board/${id}x`, `board/${id.slice(1)}`, `board/${id}/draft`, `board/${id}\n`, `Board/${id}`, '']) {
    expect(boardOfRoom(room)).toBeUndefined();
  }
});

it('shortens an id so far that it opens nothing', () => {
  expect(shortBoardId(id)).toBe('abcdef…');
});
