import {lazy, Suspense, type ReactNode} from 'react';
import {columnsOf} from '../../board/agenda.ts';
import {useBoard} from '../board-context.ts';
import styles from './Boxes.module.css';

/** Lines of the evening meetings, where some wait in this browser. The board can do without them. */
const WaitingLines = lazy(() =>
  import(/* webpackChunkName: "board-evening" */ '../../evening/WaitingLines.tsx').then(
    ({WaitingLines: Lines}) => ({default: Lines}),
    () => ({default: () => null}),
  ),
);

/** Everyone writes for themselves. What the others do is a number. */
export function Writing(): ReactNode {
  const {view, store, box, say} = useBoard();
  const columns = box === undefined ? [] : columnsOf(box);
  const {people, me, life, connection} = view;
  const isDone = people.find(({member}) => member === me.member)?.isDone ?? false;
  return (
    <>
      <div className={styles.bar}>
        {/* Alone there is nobody to tell; without the server nobody knows of the others. */}
        {life === 'shared' && connection.isThere && <p>{say.doneOf(people.filter((person) => person.isDone).length, people.length)}</p>}
        {life === 'shared' && (
          <button type="button" aria-pressed={isDone} onClick={() => store.setDone(!isDone)}>
            {isDone ? say.notDone : say.haveDone}
          </button>
        )}
        <p className={styles.soft}>{say.privacy}</p>
      </div>
      {(columns.includes('keep') || columns.includes('problem')) && (
        <Suspense fallback={null}>
          <WaitingLines add={store.addCard} />
        </Suspense>
      )}
    </>
  );
}
