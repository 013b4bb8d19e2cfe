import {useEffect, useRef, type ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import styles from './Head.module.css';

/** What each key does on the board. */
export function Keys({close}: {readonly close: () => void}): ReactNode {
  const {say} = useBoard();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles.keys} onClose={close} aria-label={say.keys}>
      <h2>{say.keys}</h2>
      <dl>
        {say.keyList.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>
        {say.close}
      </button>
    </dialog>
  );
}
