import type {ReactNode} from 'react';
import {StateMark} from '../../live/words/StateMark.tsx';
import type {FindingState} from '../model.ts';
import styles from './FindingMark.module.css';

interface Props {
  readonly state: FindingState;
  /** What it says to a screen reader; without it a word stands beside it. */
  readonly label?: string;
}

/** The shape of a finding, in ink: a figure of this morning's build vouches for no colour. */
export function FindingMark({state, label}: Props): ReactNode {
  const shape = state === 'none' ? <Dash /> : <StateMark state={state} />;
  return (
    <span
      className={styles.mark}
      data-finding={state}
      title={label}
      {...(label === undefined ? {'aria-hidden': true} : {role: 'img', 'aria-label': label})}
    >
      {shape}
    </span>
  );
}

/** Nothing to look at: no shape of a state. */
function Dash(): ReactNode {
  return (
    <svg className={styles.none} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d="M4 8h8" />
    </svg>
  );
}
