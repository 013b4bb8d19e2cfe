import type {ReactNode} from 'react';
import type {Change} from './chain.ts';
import styles from './ChangeMark.module.css';

/** An arrow up for better, down for worse, level for the same; a dashed ring where nothing can be compared. */
const shapes: Readonly<Record<Change, string>> = {
  better: 'M8 14V3M3 8l5-5 5 5',
  worse: 'M8 2v11M3 8l5 5 5-5',
  same: 'M2 5.5h12M2 10.5h12',
  unknown: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z',
};

/** In ink: a change of a figure is no state. It says nothing to a screen reader, because words stand beside it. */
export function ChangeMark({change}: {readonly change: Change}): ReactNode {
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path d={shapes[change]} data-change={change} />
    </svg>
  );
}
