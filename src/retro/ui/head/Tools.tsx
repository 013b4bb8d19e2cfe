import type {ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import styles from './Head.module.css';
import {People} from './People.tsx';

/** Who is here, and what one needs now and then. */
export function Tools({help}: {readonly help: () => void}): ReactNode {
  const {view, store, isClosed, say, announce} = useBoard();
  const undo = (): void => {
    store.undo();
    announce(say.undone);
  };
  const redo = (): void => {
    store.redo();
    announce(say.redone);
  };
  return (
    <div className={styles.tools}>
      <People />
      {!isClosed && (
        <>
          <button type="button" disabled={!view.canUndo} onClick={undo}>
            {say.undo}
          </button>
          <button type="button" disabled={!view.canRedo} onClick={redo}>
            {say.redo}
          </button>
          <button type="button" onClick={help}>
            {say.keys}
          </button>
        </>
      )}
    </div>
  );
}
