import type {Doc} from 'yjs';
import {writeCard} from '../board/edit-board.ts';
import {readCards, readOwn} from '../board/read-board.ts';

/** Sees to it that no word is lost of a draft that is shown while somebody is still writing it. */
export interface DraftRescue {
  /** This tab has written in a draft, and the server has not said that it has it. */
  readonly wrote: (draft: string) => void;
  /** The server has everything. */
  readonly sent: () => void;
  readonly end: () => void;
}

/**
 * What was typed in the instant of the reveal, or on a train, is not in the card that all see. Words of this tab go to the card. Of others it
 * cannot be said which are the newer ones, and `leave` gets them.
 */
export function rescueDrafts({
  board,
  own,
  origin,
  leave,
}: {
  readonly board: Doc;
  readonly own: Doc;
  /** That of changes of this tab. */
  readonly origin: unknown;
  readonly leave: (text: string) => void;
}): DraftRescue {
  const textsOf = (document: Doc): Map<string, string> => new Map(readOwn(document).drafts.map(({id, text}) => [id, text]));
  let drafts = textsOf(own);
  const unsent = new Set<string>();
  const leaving = new Map<string, string>();

  const settle = (): void => {
    if (leaving.size === 0) return;
    for (const {id, text: shown} of readCards(board)) {
      const text = leaving.get(id);
      leaving.delete(id);
      if (text === undefined || text === shown || text.trim() === '') continue;
      if (unsent.has(id)) board.transact(() => writeCard(board, id, text), origin);
      else leave(text);
    }
  };
  const look = (_update: Uint8Array, by: unknown): void => {
    const now = textsOf(own);
    for (const [id, text] of drafts) if (!now.has(id) && by !== origin) leaving.set(id, text);
    for (const id of now.keys()) leaving.delete(id);
    drafts = now;
    settle();
  };
  own.on('update', look);
  board.on('update', settle);
  return {
    wrote: (draft) => unsent.add(draft),
    sent: () => unsent.clear(),
    end: () => {
      own.off('update', look);
      board.off('update', settle);
    },
  };
}
