import {useLocation} from '@docusaurus/router';
import type {ReactNode} from 'react';
import type {BoardFacts} from '../facts/board-facts.ts';
import {BoardPage} from './BoardPage.tsx';
import {Door} from './door/Door.tsx';

/** The door, or the board that the address names. */
export function BoardRoom({facts}: {readonly facts: BoardFacts}): ReactNode {
  const id = new URLSearchParams(useLocation().search).get('id');
  return id === null ? <Door facts={facts} /> : <BoardPage key={id} id={id} facts={facts} />;
}
