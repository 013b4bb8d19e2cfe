import {useId, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {RegisterFacts, RegisterRow} from '../register-facts.ts';
import {standingOf, type Standing} from '../standing.ts';
import {textOf, type Narrowed, type Order} from './arrange.ts';
import {messages} from './messages.ts';
import styles from './Register.module.css';

interface Props {
  readonly facts: RegisterFacts;
  readonly today: string | undefined;
  readonly narrowed: Narrowed;
  readonly onNarrow: (narrowed: Narrowed) => void;
  /** What the table can be sorted by. */
  readonly heads: readonly {readonly id: string; readonly title: string}[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  /** How many rows are left. */
  readonly count: number;
}

/** What narrows a register: words, a state, and a value of each column that has few; and where its heads are not drawn, its order. */
export function Controls({facts: {columns, rows}, today, narrowed, onNarrow, heads, order, onOrder, count}: Props): ReactNode {
  const say = messages[useLanguage()];
  const id = useId();
  const known = standingsOf(rows, today);
  return (
    <div className={styles.controls}>
      <label htmlFor={`${id}words`}>{say.filter}</label>
      <input id={`${id}words`} type="search" value={narrowed.words} onChange={({target}) => onNarrow({...narrowed, words: target.value})} />
      {known.length > 0 && (
        <select
          aria-label={say.statusColumn}
          value={narrowed.standing ?? ''}
          onChange={({target}) => onNarrow({...narrowed, standing: known.find((one) => one === target.value)})}
        >
          <option value="">{say.all}</option>
          {known.map((one) => (
            <option key={one} value={one}>
              {say.status[one]}
            </option>
          ))}
        </select>
      )}
      {columns
        .filter(({isChoice}) => isChoice === true)
        .map((column) => (
          <select
            key={column.id}
            aria-label={column.title}
            value={narrowed.chosen[column.id] ?? ''}
            onChange={({target}) => onNarrow({...narrowed, chosen: {...narrowed.chosen, [column.id]: target.value}})}
          >
            <option value="">{say.any(column.title)}</option>
            {[...new Set(rows.map(({cells}) => textOf(cells[column.id])))]
              .filter(Boolean)
              .toSorted()
              .map((text) => (
                <option key={text}>{text}</option>
              ))}
          </select>
        ))}
      <span className={styles.order}>
        <select
          aria-label={say.order}
          value={order.by ?? ''}
          onChange={({target}) => onOrder({by: target.value === '' ? undefined : target.value, isDown: false})}
        >
          <option value="">{say.ownOrder}</option>
          {heads.map(({id: by, title}) => (
            <option key={by} value={by}>
              {say.sortBy(title)}
            </option>
          ))}
        </select>
        {order.by !== undefined && (
          <button type="button" aria-pressed={order.isDown} onClick={() => onOrder({...order, isDown: !order.isDown})}>
            {say.descending}
          </button>
        )}
      </span>
      <span role="status">{say.shown(count, rows.length)}</span>
    </div>
  );
}

export function standingsOf(rows: readonly RegisterRow[], today: string | undefined): readonly Standing[] {
  return [...new Set(rows.flatMap((row) => standingOf(row, today) ?? []))];
}
