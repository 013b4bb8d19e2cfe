import type {ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import {votesLeft} from '../cards/use-card-actions.ts';
import styles from './Boxes.module.css';

/** How many votes are left. Only totals are ever shown to anybody. */
export function Voting(): ReactNode {
  const {view, box, say} = useBoard();
  const each = box?.votes ?? 0;
  return (
    <div className={styles.bar}>
      <p>
        <strong>{say.votesLeft(votesLeft(view.me.votes, each), each)}</strong>
      </p>
      <p className={styles.soft}>{view.life === 'alone' ? say.votesAlone : say.privacyVotes}</p>
    </div>
  );
}
