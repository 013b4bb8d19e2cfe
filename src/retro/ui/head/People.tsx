import {useId, useState, type ReactNode} from 'react';
import {longestName, type Presence} from '../../board/wire.ts';
import {useBoard} from '../board-context.ts';
import type {Messages} from '../messages.ts';
import styles from './Head.module.css';

export function nameOf({name, member}: Pick<Presence, 'name' | 'member'>, say: Messages): string {
  return name.trim() || say.someone(member);
}

/** How many people are on the board, and behind that who they are. */
export function People(): ReactNode {
  const {view, store, say} = useBoard();
  const {people, me, board} = view;
  const [name, setName] = useState(me.name);
  const id = useId();
  return (
    <details className={styles.people}>
      <summary>{say.people(people.length)}</summary>
      <div className={styles.why}>
        <ul>
          {people.map((person) => (
            <li key={person.member}>
              {person.member === me.member ? person.name || say.you : nameOf(person, say)}
              {[
                ...(person.member === me.member && person.name !== '' ? [say.you] : []),
                ...(person.member === board.meta.leader ? [say.leads] : []),
                ...(person.isDone ? [say.done] : []),
              ].map((word) => (
                <small key={word}>{word}</small>
              ))}
            </li>
          ))}
        </ul>
        <label htmlFor={id}>{say.yourName}</label>
        <input
          id={id}
          autoComplete="off"
          maxLength={longestName}
          value={name}
          onChange={({target: {value}}) => {
            setName(value);
            store.setName(value);
          }}
        />
        <p>{say.yourNameWhy}</p>
        <p>{say.privacyVotes}</p>
      </div>
    </details>
  );
}
