import type {ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import {CopyButton} from '../CopyButton.tsx';
import styles from './Boxes.module.css';

/** Words that the board does not have: drafts that came when their box was over, and what a closed or full board did not take. */
export function Late(): ReactNode {
  const {view, store, box, isClosed, say} = useBoard();
  const drafts = box?.kind === 'writing' ? [] : view.me.drafts;
  return (
    <>
      {drafts.length > 0 && (
        <section className={styles.late}>
          <h3>{say.late}</h3>
          <p>{say.lateWhy}</p>
          <ul>
            {drafts.map(({id, column, text}) => (
              <li key={id}>
                <span dir="auto">
                  <small>{say.columns[column]}</small> {text}
                </span>
                {!isClosed && (
                  <button type="button" aria-label={`${say.handIn}: ${text}`} onClick={() => store.handIn([id])}>
                    {say.handIn}
                  </button>
                )}
                <button type="button" aria-label={`${say.throwAway}: ${text}`} onClick={() => store.removeCard(id)}>
                  {say.throwAway}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.leftOver.length > 0 && (
        <section className={styles.late} role="alert">
          <h3>{say.leftOver}</h3>
          <p>{say.leftOverWhy}</p>
          <ul>
            {view.leftOver.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
          <CopyButton text={view.leftOver.join('\n')} label={say.copy} />
        </section>
      )}
    </>
  );
}
