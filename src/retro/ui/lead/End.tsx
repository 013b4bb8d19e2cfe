import {useId, useState, type ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import {lackingIn} from '../boxes/missing.ts';
import {nameOf} from '../head/People.tsx';
import styles from './Lead.module.css';

/** Handing the role on, closing and deleting. */
export const End = {Pass, Close, Remove};

function Pass(): ReactNode {
  const {view, store, say} = useBoard();
  const id = useId();
  const others = view.people.filter(({member}) => member !== view.me.member);
  const [chosen, setChosen] = useState('');
  const to = others.find(({member}) => member === chosen) ?? others[0];
  if (view.life === 'alone') return null;
  if (to === undefined) return <p>{say.lead.passNobody}</p>;
  return (
    <p>
      <label htmlFor={id}>{say.lead.pass}</label>{' '}
      <select id={id} value={to.member} onChange={({target: {value}}) => setChosen(value)}>
        {others.map((person) => (
          <option key={person.member} value={person.member}>
            {nameOf(person, say)}
          </option>
        ))}
      </select>{' '}
      <button type="button" onClick={() => store.passOn(to.member)}>
        {say.lead.passGo}
      </button>
    </p>
  );
}

function Close({isMain = false}: {readonly isMain?: boolean}): ReactNode {
  const {view, store, say, today, facts} = useBoard();
  const lacking = lackingIn(view.board, {today, owners: facts.owners});
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <button type="button" className={isMain ? styles.next : undefined} onClick={() => setAsking(true)}>
        {say.lead.close}
      </button>
    );
  return (
    <div className={styles.sure} role="group" aria-label={say.lead.close}>
      <p>{say.lead.closeSure}</p>
      {lacking > 0 && <p className={styles.lacking}>{say.lead.closeLacks(lacking)}</p>}
      {/* The question stands where the button was that has just been pressed. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <button type="button" autoFocus onClick={() => setAsking(false)}>
        {say.lead.cancel}
      </button>{' '}
      <button type="button" className={styles.next} onClick={store.close}>
        {say.lead.closeYes}
      </button>
    </div>
  );
}

function Remove(): ReactNode {
  const {view, store, say} = useBoard();
  const [typed, setTyped] = useState<string>();
  const [isFailed, setFailed] = useState(false);
  const id = useId();
  const word = say.lead.removeWord;
  if (view.life === 'shared' && !view.me.hasKey) return null;
  if (typed === undefined)
    return (
      <button type="button" onClick={() => setTyped('')}>
        {say.lead.remove}
      </button>
    );
  return (
    <form
      className={styles.sure}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === word) store.remove().catch(() => setFailed(true));
      }}
    >
      <p>{say.lead.removeSure}</p>
      <label htmlFor={id}>{say.lead.removeType(word)}</label>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked for this field */}
      <input id={id} autoFocus autoComplete="off" value={typed} onChange={({target: {value}}) => setTyped(value)} />
      <button type="button" onClick={() => setTyped(undefined)}>
        {say.lead.cancel}
      </button>{' '}
      <button type="submit" disabled={typed.trim() !== word}>
        {say.lead.removeYes}
      </button>
      {isFailed && <p role="alert">{say.lead.removeFailed}</p>}
    </form>
  );
}
