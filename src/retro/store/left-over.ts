import type {Doc} from 'yjs';
import {readBoard, readOwn} from '../board/read-board.ts';

interface Documents {
  readonly board: Doc;
  readonly own: Doc;
}

/** The words that were written in one pair of documents and are not in the other. */
export function wordsMissing(written: Documents, held: Documents): readonly string[] {
  const known = new Set(wordsOf(held));
  return [...new Set(wordsOf(written))].filter((text) => text.trim() !== '' && !known.has(text));
}

function wordsOf({board, own}: Documents): string[] {
  const {cards, notes, lastTries} = readBoard(board);
  return [
    ...[...cards, ...notes, ...readOwn(own).drafts].map(({text}) => text),
    ...cards.flatMap(({commitment}) => (commitment === undefined ? [] : [commitment.firstStep])),
    ...lastTries.map(({learned}) => learned),
  ];
}
