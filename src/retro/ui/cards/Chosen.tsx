import type {ReactNode} from 'react';
import type {Commitment} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import styles from './Cards.module.css';

/** What was promised with a Try, to read on a closed board and on its print. */
export function Chosen({commitment: {owner, firstStep, check}}: {readonly commitment: Commitment}): ReactNode {
  const {say} = useBoard();
  return (
    <p className={styles.chosen}>
      <strong>{say.chosenTry}</strong> · {say.owner(owner)} · {say.firstStepIs(firstStep)} · {say.checkOn(check)}
    </p>
  );
}
