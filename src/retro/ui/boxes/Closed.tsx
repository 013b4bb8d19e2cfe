import type {ReactNode} from 'react';
import {toMarkdown} from '../../record/to-markdown.ts';
import {useBoard} from '../board-context.ts';
import {Columns} from '../cards/Columns.tsx';
import {CopyButton} from '../CopyButton.tsx';
import {download} from '../download.ts';
import styles from './Boxes.module.css';
import {LastTries} from './LastTries.tsx';

/** The end: the record for a pull request, and below it the board to read. */
export function Closed(): ReactNode {
  const {view, agenda, say} = useBoard();
  const {board} = view;
  return (
    <>
      {agenda !== undefined && (
        <RecordView markdown={toMarkdown(board, {agenda, id: view.id})} name={`${board.meta.date}-${slugOf(agenda.id)}.md`} />
      )}
      <p className={styles.lone}>
        {say.readOnly}{' '}
        <button type="button" className={styles.print} onClick={() => window.print()}>
          {say.print}
        </button>
      </p>
      {board.lastTries.length > 0 && (
        <>
          <h3>{say.lastTries}</h3>
          <LastTries />
        </>
      )}
      <Columns byVotes />
      {board.notes.length > 0 && (
        <section className={styles.closing}>
          <h3>{say.notes}</h3>
          <ul>
            {board.notes.map(({id, text}) => (
              <li key={id} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function RecordView({markdown, name}: {readonly markdown: string; readonly name: string}): ReactNode {
  const {say} = useBoard();
  return (
    <section className={styles.record}>
      <h3>{say.record}</h3>
      <p>
        {say.recordWhy} <code>docs/retrospectives/records/{name}</code>
      </p>
      <p className={styles.choices}>
        <CopyButton text={markdown} label={say.copyRecord} />
        <button type="button" onClick={() => download(name, markdown, 'text/markdown')}>
          {say.download}
        </button>
      </p>
      <p>
        {say.recordImport} <code>npm run retro -- import {name}</code>
      </p>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} aria-label={say.record}>
        {markdown}
      </pre>
    </section>
  );
}

/** `kpt-60` was held as a KPT. */
function slugOf(agenda: string): string {
  return agenda.replace(/-\d+$/, '');
}
