import {describe, expect, it} from 'vitest';
import {Doc} from 'yjs';
import {addCard, beginBoard, commitTo, decideLastTry} from '../../../src/retro/board/edit-board.ts';
import {readBoard} from '../../../src/retro/board/read-board.ts';
import type {Board} from '../../../src/retro/board/shapes.ts';
import {stillOpen} from '../../../src/retro/board/still-open.ts';

const open = (id: string) => ({id, text: id, owner: '@sre-lead', check: '2026-01-16', carried: 0, lang: 'en'}) as const;
const registered = [open('try-20260102-1'), open('try-20260102-2'), open('try-20260102-3')];

function held(date: string, act: (board: Doc) => void, lastTries = registered): Board {
  const document = new Doc();
  beginBoard(document, {agenda: 'kpt-30', phase: 'closed', lang: 'ja', date, lastTries});
  act(document);
  return readBoard(document);
}

function choose(board: Doc, text: string): void {
  const id = addCard(board, {column: 'try', text, createdAt: 0});
  commitTo(board, id, {owner: '@sre-primary', firstStep: 'Look', check: '2026-02-13'});
}

describe('what is open after boards that are not in the register yet', () => {
  it('is what the register says where there are none', () => {
    expect(stillOpen(registered, [])).toEqual(registered);
  });

  it('loses what is done or dropped, gets a new day for what is kept, and leaves what nobody decided', () => {
    const board = held('2026-01-16', (document) => {
      decideLastTry(document, 'try-20260102-1', {outcome: 'done'});
      decideLastTry(document, 'try-20260102-2', {outcome: 'keep', nextCheck: '2026-01-30'});
    });
    expect(stillOpen(registered, [board])).toEqual([{...registered[1], check: '2026-01-30', carried: 1}, registered[2]]);
  });

  it('gains what was chosen, under the ids of the day, and not what was only said', () => {
    const board = held('2026-01-16', (document) => {
      choose(document, '待ち時間を測る');
      addCard(document, {column: 'try', text: 'only an idea', createdAt: 0});
      choose(document, 'second');
    });
    expect(stillOpen([], [board])).toEqual([
      {id: 'try-20260116-1', text: '待ち時間を測る', owner: '@sre-primary', check: '2026-02-13', carried: 0, lang: 'ja'},
      {id: 'try-20260116-2', text: 'second', owner: '@sre-primary', check: '2026-02-13', carried: 0, lang: 'ja'},
    ]);
  });

  it('follows boards in the order of their days', () => {
    const first = held('2026-01-16', (document) => choose(document, 'measure'));
    const second = held('2026-01-30', (document) => decideLastTry(document, 'try-20260116-1', {outcome: 'done'}), [open('try-20260116-1')]);
    expect(stillOpen([], [second, first])).toEqual([]);
  });
});
