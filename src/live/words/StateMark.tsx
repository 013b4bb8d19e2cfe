import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './StateMark.module.css';
import type {State} from '../state.ts';

const shapes: Readonly<Record<State, ReactNode>> = {
  ok: <circle cx="8" cy="8" r="6.2" />,
  degraded: <path d="M8 1.4 15 14H1Z" />,
  firing: <path d="M8 .6 15.4 8 8 15.4.6 8Z" />,
  down: <rect x="2" y="2" width="12" height="12" />,
  maintenance: (
    <>
      <circle className={styles.hollow} cx="8" cy="8" r="6" />
      <path d="M8 2a6 6 0 0 1 0 12Z" />
    </>
  ),
  unknown: <circle className={styles.dashed} cx="8" cy="8" r="6" />,
};

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
      {shapes[state]}
    </svg>
  );
}
