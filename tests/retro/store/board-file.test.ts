import {expect, test} from 'vitest';
import {applyUpdate, Doc} from 'yjs';
import {addCard, beginBoard, removeCard} from '../../../src/retro/board/edit-board.ts';
import {readBoard} from '../../../src/retro/board/read-board.ts';
import {readBoardFile, stateOf, writeBoardFile} from '../../../src/retro/store/board-file.ts';
import {keepHistory} from '../../../src/retro/store/history.ts';

function sample(): Doc {
  const document = new Doc();
  beginBoard(document, {agenda: 'kpt-30', phase: 'writing', lang: 'ja', date: '2026-11-27', lastTries: []});
  addCard(document, {column: 'keep', text: '朝の点検', createdAt: 1});
  return document;
}

test('gives a board back as it was', () => {
  const document = sample();
  const {meta, state} = readBoardFile(writeBoardFile(document));
  const copy = new Doc();
  applyUpdate(copy, state);
  expect(readBoard(copy)).toEqual(readBoard(document));
  expect(meta).toMatchObject({agenda: 'kpt-30', lang: 'ja', date: '2026-11-27', phase: 'writing'});
});

test('does not give away what was deleted, even while it can be undone', () => {
  const document = sample();
  keepHistory({documents: [document], origin: 'me'});
  document.transact(() => {
    removeCard(document, addCard(document, {column: 'keep', text: 'not for anybody', createdAt: 2}));
  }, 'me');
  expect(new TextDecoder().decode(stateOf(document))).not.toContain('not for anybody');
});

test('refuses what is not a board', () => {
  const file = writeBoardFile(sample());
  expect(() => readBoardFile(new TextEncoder().encode('hello'))).toThrow('not-a-board');
  expect(() => readBoardFile(file.slice(0, -5))).toThrow('not-a-board');
  expect(() => readBoardFile(writeBoardFile(new Doc()))).toThrow('not-a-board');
  expect(() => readBoardFile(new Uint8Array(6 * 1024 * 1024))).toThrow('too-large');
});
