import {useEffect, useId, useRef, useState, type ReactNode} from 'react';
import {columns, type Card} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import type {CardActions} from './use-card-actions.ts';
import styles from './Cards.module.css';

interface Props {
  readonly card: Card;
  readonly actions: CardActions;
  /** Where the focus begins: at the group, when somebody asked for it. */
  readonly begin: 'actions' | 'group';
  readonly edit: () => void;
  readonly close: () => void;
}

/** Everything that can be done with a card, for those who neither drag nor know the keys. */
export function CardMenu({card, actions, begin, edit, close}: Props): ReactNode {
  const {view, say} = useBoard();
  const select = useId();
  const menu = useRef<HTMLDivElement>(null);
  const isDraft = view.me.drafts.some(({id}) => id === card.id);
  const others = view.board.cards.filter((other) => other.id !== card.id && other.group === undefined && other.id !== card.group);
  const [head, setHead] = useState(() => (others.find(({column}) => column === card.column) ?? others[0])?.id);
  useEffect(() => {
    const first = (name: string): HTMLElement | null | undefined => menu.current?.querySelector<HTMLElement>(name);
    ((begin === 'group' ? first('select') : undefined) ?? first('button'))?.focus();
  }, [begin]);
  const act = (work: () => void) => () => {
    close();
    work();
  };
  return (
    // Escape leaves it from any of its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={menu}
      className={styles.menu}
      role="group"
      aria-label={say.card.actionsOf(card.text)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
      }}
    >
      <button type="button" onClick={act(edit)}>
        {say.card.edit}
      </button>
      <button type="button" onClick={act(() => actions.move('up'))}>
        {say.card.up}
      </button>
      <button type="button" onClick={act(() => actions.move('down'))}>
        {say.card.down}
      </button>
      {columns
        .filter((column) => column !== card.column)
        .map((column) => (
          <button key={column} type="button" onClick={act(() => actions.moveTo({column}))}>
            {say.card.to(say.columns[column])}
          </button>
        ))}
      {card.group !== undefined && (
        <button type="button" onClick={act(actions.ungroup)}>
          {say.card.ungroup}
        </button>
      )}
      <button type="button" onClick={act(actions.remove)}>
        {say.card.remove}
      </button>
      {!isDraft && head !== undefined && (
        <span className={styles.grouping}>
          <label htmlFor={select}>{say.card.groupWith}</label>
          <select id={select} value={head} onChange={({target: {value}}) => setHead(value)}>
            {others.map(({id, text, column}) => (
              <option key={id} value={id}>
                {say.columns[column]}: {text.slice(0, 60)}
              </option>
            ))}
          </select>
          <button type="button" onClick={act(() => actions.group(head))}>
            {say.card.groupGo}
          </button>
        </span>
      )}
      <button type="button" onClick={close}>
        {say.close}
      </button>
    </div>
  );
}
