import {expect, test} from 'vitest';
import {Doc} from 'yjs';
import {addCard, beginBoard} from '../../../src/retro/board/edit-board.ts';
import {readBoard, readMeta, readOwn} from '../../../src/retro/board/read-board.ts';
import {leadAlone} from '../../../src/retro/store/leading.ts';

const text = {en: '', ja: ''};
const agenda = {
  id: 'short',
  title: text,
  minutes: 10,
  group_size: {from: 1, to: 5},
  boxes: [
    {id: 'writing', title: text, kind: 'writing' as const, minutes: 5, text},
    {id: 'talk', title: text, kind: 'talk' as const, minutes: 5, text},
  ],
};

function open() {
  const [board, own] = [new Doc(), new Doc()];
  beginBoard(board, {agenda: 'short', phase: 'writing', lang: 'en', date: '2026-11-27', lastTries: []});
  addCard(own, {column: 'keep', text: 'a draft', createdAt: 1});
  return {board, own, agenda, now: 1_000_000};
}

test('shows the drafts when a box of writing ends, and begins the minutes of the next', () => {
  const on = open();
  expect(leadAlone({kind: 'phase', phase: 'talk', minutes: 5}, on)).toBe(undefined);
  expect(readBoard(on.board).cards.map((card) => card.text)).toEqual(['a draft']);
  expect(readOwn(on.own).drafts).toEqual([]);
  expect(readMeta(on.board)).toMatchObject({phase: 'talk', endsAt: 1_300_000});
  expect(leadAlone({kind: 'timer'}, on)).toBe(undefined);
  expect(readMeta(on.board).endsAt).toBe(undefined);
});

test('refuses what the server would refuse', () => {
  const on = open();
  expect(leadAlone({kind: 'phase', phase: 'lunch'}, on)).toBe('no-such-box');
  expect(leadAlone({kind: 'pass', to: 'somebody'}, on)).toBe('no-such-member');
  expect(leadAlone({kind: 'close', key: ''}, on)).toBe(undefined);
  expect(readMeta(on.board).phase).toBe('closed');
  expect(leadAlone({kind: 'phase', phase: 'talk'}, on)).toBe('closed');
});
