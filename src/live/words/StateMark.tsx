import clsx from 'clsx';
import type {ReactNode} from 'react';
import {stateShapes} from '../state-shapes.ts';
import type {State} from '../state.ts';
import styles from './StateMark.module.css';

interface Props {
  readonly state: State;
  /** The state has changed while the page was open: the mark moves, once. */
  readonly changed?: boolean;
}

/**
 * The shape of a state, in the colour of the nearest element around it that has one. It says nothing by itself to a screen reader: a word
 * always stands beside it.
 */
export function StateMark({state, changed = false}: Props): ReactNode {
  return (
    <svg
      key={state}
      className={clsx(styles.mark, changed && styles.changed)}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {stateShapes[state].map(({d, drawn}) => (
        <path key={d} d={d} data-drawn={drawn} />
      ))}
    </svg>
  );
}
