import type {ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import styles from './Head.module.css';
import {SaveState} from './SaveState.tsx';
import {Timer} from './Timer.tsx';

/** What is always in sight: which box it is, how long it lasts, the one rule that matters now, and where the words are kept. */
export function Head(): ReactNode {
  const {view, agenda, box, isClosed, language, say} = useBoard();
  const boxes = agenda?.boxes ?? [];
  const at = box === undefined ? -1 : boxes.indexOf(box);
  return (
    <header className={styles.head}>
      <div className={styles.now}>
        <h2>
          {box?.title[language] ?? (isClosed ? say.closedBox : view.board.meta.phase)}
          {isClosed && agenda !== undefined && (
            <small>
              {agenda.title[language]} · <time>{view.board.meta.date}</time>
            </small>
          )}
          {at !== -1 && <small>{say.boxNow(at + 1, boxes.length)}</small>}
        </h2>
        {!isClosed && <Timer />}
        <SaveState />
      </div>
      {agenda === undefined && <p className={styles.rule}>{say.noAgenda(view.board.meta.agenda)}</p>}
      {box !== undefined && <p className={styles.rule}>{box.text[language]}</p>}
      <ol className={styles.steps} aria-label={say.boxes}>
        {boxes.map(({id, title, minutes}, n) => (
          <li key={id} aria-current={n === at ? 'step' : undefined} data-past={isClosed || n < at || undefined}>
            <span>
              {title[language]} <small>{minutes}</small>
            </span>
          </li>
        ))}
      </ol>
    </header>
  );
}
