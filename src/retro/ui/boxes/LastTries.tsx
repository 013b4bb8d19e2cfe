import type {ReactNode} from 'react';
import {outcomes, type LastTry} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import {CardText} from '../cards/CardText.tsx';
import styles from './Boxes.module.css';
import {Field} from './Field.tsx';
import {lacksDay} from './missing.ts';

/** How often a Try may be carried over before it is dropped or escalated. */
const mostCarried = 2;

/** What was agreed on before: each is done, dropped or kept, with what was learned. */
export function LastTries(): ReactNode {
  const {view, say} = useBoard();
  const {lastTries} = view.board;
  if (lastTries.length === 0) return <p className={styles.lone}>{say.noLastTries}</p>;
  return (
    <section className={styles.tries} aria-label={say.lastTries}>
      {lastTries.map((one) => (
        <LastTryView key={one.id} one={one} />
      ))}
    </section>
  );
}

function LastTryView({one}: {readonly one: LastTry}): ReactNode {
  const {store, say, today, isClosed} = useBoard();
  const {id, text, owner, check, carried, outcome, learned, nextCheck} = one;
  return (
    <article className={styles.try} aria-label={text}>
      <CardText text={text} />
      <p className={styles.soft}>
        {say.owner(owner)} · {say.checkOn(check)}
        {carried > 0 && <> · {say.carried(carried)}</>}
        {outcome === undefined && <> · {say.undecided}</>}
      </p>
      {!isClosed && carried >= mostCarried && <p className={styles.warning}>{say.twice}</p>}
      {isClosed ? (
        outcome !== undefined && (
          <p>
            <strong>{say.outcomes[outcome]}</strong> {outcome === 'keep' && nextCheck !== '' && <>{say.checkOn(nextCheck)} </>}
            {learned}
          </p>
        )
      ) : (
        <>
          <div className={styles.choices} role="group" aria-label={text}>
            {outcomes.map((each) => (
              <button key={each} type="button" aria-pressed={each === outcome} onClick={() => store.decideLastTry(id, {outcome: each})}>
                {say.outcomes[each]}
              </button>
            ))}
          </div>
          {outcome !== undefined && (
            <div className={styles.fields}>
              <Field label={say.learned} value={learned} write={(words) => store.decideLastTry(id, {learned: words})} />
              {outcome === 'keep' && (
                <Field
                  type="date"
                  min={today}
                  label={say.nextCheck}
                  value={nextCheck}
                  write={(day) => store.decideLastTry(id, {nextCheck: day})}
                  fault={lacksDay(one, today) ? say.nextCheckMissing : undefined}
                />
              )}
            </div>
          )}
        </>
      )}
    </article>
  );
}
