import {useState, type ReactNode} from 'react';
import {mostChosen, type Card} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import {CardText} from '../cards/CardText.tsx';
import styles from './Boxes.module.css';
import {Field} from './Field.tsx';
import {missingOf} from './missing.ts';

/** At most three Tries, each with what makes it more than a wish. */
export function Choosing(): ReactNode {
  const {view, say} = useBoard();
  const [isFull, setFull] = useState(false);
  const tries = view.board.cards.filter(({column}) => column === 'try');
  const chosen = tries.filter(({commitment}) => commitment !== undefined);
  return (
    <section className={styles.tries} aria-label={say.columns.try}>
      <p className={styles.bar}>
        <strong>{say.chosen(chosen.length)}</strong>
      </p>
      {isFull && (
        <p className={styles.warning} role="alert">
          {say.threeAlready}
        </p>
      )}
      {tries.map((card) => (
        <TryView key={card.id} card={card} canChoose={chosen.length < mostChosen} refuse={setFull} />
      ))}
    </section>
  );
}

interface TryProps {
  readonly card: Card;
  readonly canChoose: boolean;
  readonly refuse: (isFull: boolean) => void;
}

function TryView({card: {id, text, commitment}, canChoose, refuse}: TryProps): ReactNode {
  const {store, say, today, facts} = useBoard();
  const missing = commitment === undefined ? [] : missingOf(commitment, {today, owners: facts.owners});
  const toggle = (): void => {
    const isRefused = commitment === undefined && !canChoose;
    refuse(isRefused);
    if (!isRefused) store.commitTo(id, commitment === undefined ? {} : undefined);
  };
  return (
    <article className={styles.try} data-chosen={commitment !== undefined || undefined} aria-label={text}>
      <CardText text={text} />
      <button type="button" aria-pressed={commitment !== undefined} onClick={toggle}>
        {commitment === undefined ? say.choose : say.unchoose}
      </button>
      {commitment !== undefined && (
        <div className={styles.fields}>
          <Field
            label={say.ownerRole}
            value={commitment.owner}
            choices={facts.owners}
            write={(owner) => store.commitTo(id, {owner: owner.trim()})}
          />
          <Field label={say.firstStep} value={commitment.firstStep} write={(firstStep) => store.commitTo(id, {firstStep})} />
          <Field type="date" min={today} label={say.checkDate} value={commitment.check} write={(check) => store.commitTo(id, {check})} />
          <p className={missing.length === 0 ? styles.soft : styles.fault} role="status">
            {missing.length === 0 ? say.complete : missing.map((what) => say.missing[what]).join(' ')}
          </p>
        </div>
      )}
    </article>
  );
}
