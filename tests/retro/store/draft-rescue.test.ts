import {expect, test} from 'vitest';
import {applyUpdate, Doc, encodeStateAsUpdate} from 'yjs';
import {addCard, writeCard} from '../../../src/retro/board/edit-board.ts';
import {readCards} from '../../../src/retro/board/read-board.ts';
import {roots} from '../../../src/retro/board/shapes.ts';
import {rescueDrafts} from '../../../src/retro/store/draft-rescue.ts';

const me = Symbol('me');

/** A draft that the server has as `sent` shows, and that this tab has as `written` says. */
function reveal({sent, written, isMine}: {readonly sent: string; readonly written: string; readonly isMine: boolean}) {
  const [board, own, server] = [new Doc(), new Doc(), new Doc()];
  addCard(own, {id: 'draft', column: 'keep', text: sent, createdAt: 0});
  applyUpdate(server, encodeStateAsUpdate(own));
  const left: string[] = [];
  const rescue = rescueDrafts({board, own, origin: me, leave: (text) => left.push(text)});
  own.transact(() => writeCard(own, 'draft', written), isMine ? me : 'another tab');
  if (isMine) rescue.wrote('draft');
  server.getMap(roots.cards).clear();
  applyUpdate(own, encodeStateAsUpdate(server), 'server');
  addCard(board, {id: 'draft', column: 'keep', text: sent, createdAt: 0});
  return {left, shown: readCards(board).map(({text}) => text)};
}

test('brings words that the server did not have to the card that all see', () => {
  expect(reveal({sent: 'half a', written: 'half a sentence', isMine: true})).toEqual({left: [], shown: ['half a sentence']});
});

test('leaves over what may be older than what is shown', () => {
  expect(reveal({sent: 'new', written: 'newer, or older', isMine: false})).toEqual({left: ['newer, or older'], shown: ['new']});
});

test('does nothing when the card is as it was written', () => {
  expect(reveal({sent: 'same', written: 'same', isMine: true})).toEqual({left: [], shown: ['same']});
});
