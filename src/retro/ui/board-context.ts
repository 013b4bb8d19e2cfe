import {createContext, use} from 'react';
import type {Language} from '../../catalog/contract.ts';
import type {BoardAgenda, Box} from '../board/agenda.ts';
import type {BoardFacts} from '../facts/board-facts.ts';
import type {BoardStore, OpenBoard} from '../store/board-store.ts';
import type {Messages} from './messages.ts';

/** What every part of an open board has at hand. */
export interface BoardHere {
  readonly store: BoardStore;
  readonly view: OpenBoard;
  readonly facts: BoardFacts;
  /** Undefined when the handbook has it no more. */
  readonly agenda: BoardAgenda | undefined;
  /** Undefined on a closed board, and where the agenda is unknown. */
  readonly box: Box | undefined;
  readonly isClosed: boolean;
  readonly language: Language;
  readonly say: Messages;
  /** Says aloud what happened, to those who do not see it. */
  readonly announce: (text: string) => void;
  /** The reader's day: `2026-01-31`. */
  readonly today: string;
}

export const BoardContext = createContext<BoardHere | undefined>(undefined);

export function useBoard(): BoardHere {
  const here = use(BoardContext);
  if (here === undefined) throw new Error('A part of the board stands outside of it.');
  return here;
}
