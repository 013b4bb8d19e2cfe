import type {ReactNode} from 'react';
import type {Card} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import styles from './Cards.module.css';
import {votesLeft, type CardActions} from './use-card-actions.ts';

interface Props {
  readonly card: Card;
  readonly vote: CardActions['vote'];
  readonly reach: 0 | -1;
}

/** A person's own votes on a card. Nobody else sees them; the totals come when voting ends. */
export function Votes({card: {id, text}, vote, reach}: Props): ReactNode {
  const {view, box, say} = useBoard();
  const given = view.me.votes.get(id) ?? 0;
  const left = votesLeft(view.me.votes, box?.votes ?? 0);
  return (
    <span className={styles.votes}>
      <button type="button" tabIndex={reach} aria-label={say.voteLess(text)} disabled={given === 0} onClick={() => vote(-1)}>
        −
      </button>
      <span className={styles.mine}>
        <span className={styles.dots} aria-hidden="true">
          {'●'.repeat(given)}
        </span>
        {say.yourVotes(given)}
      </span>
      <button type="button" tabIndex={reach} aria-label={say.voteFor(text)} disabled={left === 0} onClick={() => vote(1)}>
        +
      </button>
    </span>
  );
}
