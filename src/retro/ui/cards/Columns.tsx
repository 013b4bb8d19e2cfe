import {useState, type ReactNode} from 'react';
import {columns, type Column} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import styles from './Cards.module.css';
import {ColumnView} from './ColumnView.tsx';
import {stacksOf} from './stacks.ts';

interface Props {
  /** The columns in which one writes now; undefined is all of them. */
  readonly writing?: readonly Column[] | undefined;
  /** The column whose field stands open. */
  readonly open?: Column | undefined;
  readonly byVotes?: boolean;
}

/** Keep over Problem on the left, Try on the right at full height; on a phone one of them at a time. */
export function Columns({writing, open, byVotes = false}: Props): ReactNode {
  const {view, say} = useBoard();
  const [shown, setShown] = useState<Column>(open ?? writing?.[0] ?? 'keep');
  // As many as the column itself says: a card of a group counts with the one that leads it.
  const counts = (column: Column): number =>
    stacksOf(view.board.cards, column).length +
    (writing?.includes(column) === true ? view.me.drafts.filter((card) => card.column === column).length : 0);
  return (
    <div className={styles.area}>
      <div className={styles.tabs} role="group" aria-label={columns.map((column) => say.columns[column]).join(', ')}>
        {columns.map((column) => (
          <button key={column} type="button" data-tab={column} aria-pressed={column === shown} onClick={() => setShown(column)}>
            {say.columns[column]} <small>{counts(column)}</small>
          </button>
        ))}
      </div>
      <div className={styles.columns}>
        {columns.map((column) => (
          <ColumnView
            key={column}
            column={column}
            isShown={column === shown}
            isWriting={writing?.includes(column) ?? false}
            canAdd={writing === undefined}
            isOpen={column === open}
            byVotes={byVotes}
          />
        ))}
      </div>
    </div>
  );
}
