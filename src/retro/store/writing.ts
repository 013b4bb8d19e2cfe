import type {Doc} from 'yjs';
import type {BoardAgenda, Box} from '../board/agenda.ts';
import {
  addCard,
  addNote,
  commitTo,
  copyOf,
  decideLastTry,
  groupCard,
  moveCard,
  newId,
  removeCard,
  removeNote,
  voteFor,
  writeCard,
} from '../board/edit-board.ts';
import {boxOf} from '../board/phases.ts';
import {readMeta, readOwn} from '../board/read-board.ts';
import {closed, roots} from '../board/shapes.ts';
import type {BoardStore} from './board-store.ts';
import {mine, type Desk} from './desk.ts';

type Writing = Pick<
  BoardStore,
  | 'addCard'
  | 'writeCard'
  | 'removeCard'
  | 'moveCard'
  | 'groupCard'
  | 'handIn'
  | 'vote'
  | 'commitTo'
  | 'decideLastTry'
  | 'addNote'
  | 'removeNote'
>;

interface Options {
  /** Undefined while the board is not open: then nothing is written. */
  readonly desk: () => Pick<Desk, 'board' | 'own' | 'rescue' | 'history'> | undefined;
  readonly agendas: readonly BoardAgenda[];
  /** By the clock of whoever holds the board. */
  readonly now: () => number;
}

/** Puts what a person writes into the document where it belongs. Nothing is written on a board that is closed. */
export function createWriting({desk, agendas, now}: Options): Writing {
  /** `isTyping`: undone together with what was typed just before. */
  const write = (work: (on: {readonly board: Doc; readonly own: Doc; readonly box: Box | undefined}) => void, isTyping = false): void => {
    const on = desk();
    if (on === undefined) return;
    const {board, own} = on;
    const {agenda, phase} = readMeta(board);
    if (phase === closed) return;
    const box = boxOf(
      agendas.find(({id}) => id === agenda),
      phase,
    );
    if (!isTyping) on.history.step();
    board.transact(() => own.transact(() => work({board, own, box}), mine), mine);
  };
  /** A card is on the board once it is shown, even while its author still writes in it. */
  const onCard = (id: string, work: (document: Doc) => void, isTyping = false): void =>
    write(({board, own}) => {
      const isDraft = !board.getMap(roots.cards).has(id) && own.getMap(roots.cards).has(id);
      if (isDraft) desk()?.rescue.wrote(id);
      work(isDraft ? own : board);
    }, isTyping);
  return {
    addCard: (column, text) => {
      const id = newId();
      write(({board, own, box}) => {
        const isDraft = box?.kind === 'writing';
        if (isDraft) desk()?.rescue.wrote(id);
        addCard(isDraft ? own : board, {id, column, text, createdAt: now()});
      });
      return id;
    },
    writeCard: (id, text) => onCard(id, (document) => writeCard(document, id, text), true),
    removeCard: (id) => onCard(id, (document) => removeCard(document, id)),
    moveCard: (id, to) => onCard(id, (document) => moveCard(document, id, to)),
    groupCard: (id, head) => onCard(id, (document) => groupCard(document, id, head)),
    handIn: (ids) =>
      write(({board, own}) => {
        for (const draft of readOwn(own).drafts.filter(({id}) => ids.includes(id))) {
          addCard(board, {...copyOf(draft), id: board.getMap(roots.cards).has(draft.id) ? newId() : draft.id});
          removeCard(own, draft.id);
        }
      }),
    vote: (card, count) =>
      write(({own, box}) => {
        if (box?.kind !== 'voting') return;
        const elsewhere = [...readOwn(own).votes].reduce((sum, [id, given]) => (id === card ? sum : sum + given), 0);
        voteFor(own, card, Math.min(count, (box.votes ?? 0) - elsewhere));
      }),
    commitTo: (card, commitment) => write(({board}) => commitTo(board, card, commitment)),
    decideLastTry: (id, fields) => write(({board}) => decideLastTry(board, id, fields)),
    addNote: (text) => write(({board}) => addNote(board, text, now())),
    removeNote: (id) => write(({board}) => removeNote(board, id)),
  };
}
