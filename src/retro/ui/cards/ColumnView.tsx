import {useId, useState, type ReactNode} from 'react';
import type {Card, Column} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import {PromptView} from '../boxes/PromptView.tsx';
import styles from './Cards.module.css';
import {CardView} from './CardView.tsx';
import {NewCard} from './NewCard.tsx';
import {heldText} from './held-text.ts';
import {inReach, stacksOf, votesOf} from './stacks.ts';
import {useColumnDrop} from './use-drop.ts';

interface Props {
  readonly column: Column;
  /** On a phone. */
  readonly isShown: boolean;
  /** Drafts are written here now. */
  readonly isWriting: boolean;
  /** Cards for all may be added here now. */
  readonly canAdd: boolean;
  readonly isOpen: boolean;
  readonly byVotes: boolean;
}

export function ColumnView({column, isShown, isWriting, canAdd, isOpen, byVotes}: Props): ReactNode {
  const {view, isClosed, say} = useBoard();
  const id = useId();
  const stacks = stacksOf(view.board.cards, column, {byVotes});
  const drafts = isWriting ? view.me.drafts.filter((draft) => draft.column === column) : [];
  const [focused, setFocused] = useState<string>();
  const all = [...inReach(stacks), ...drafts];
  const current = all.some((card) => card.id === focused) ? focused : all[0]?.id;
  // What was typed and not added before this box began must stay in sight.
  const [isAdding, setAdding] = useState(() => isOpen || heldText(view.id, column) !== '');
  const name = say.columns[column];
  const one = (card: Card, {at, of}: {at: number; of: number}) => ({
    card,
    isCurrent: card.id === current,
    place: say.card.of(name, at, of),
  });
  return (
    // Cards may be dropped here; every one of them has keys and a menu that do the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      {...useColumnDrop(column, isClosed)}
      className={styles.column}
      data-column-list={column}
      data-shown={isShown || undefined}
      aria-labelledby={id}
      onFocus={({target}) => setFocused(target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? focused)}
    >
      <h3 id={id}>
        {name} <small>{stacks.length + drafts.length}</small>
      </h3>
      {isWriting && <PromptView column={column} />}
      {stacks.length === 0 && !isWriting && <p className={styles.none}>{canAdd ? say.noCards : say.laterHere}</p>}
      {stacks.map((stack, n) => (
        <CardView
          key={stack.head.id}
          {...one(stack.head, {at: n + 1, of: stacks.length})}
          votes={stack.head.votes === undefined ? undefined : votesOf(stack)}
        >
          {stack.rest.map((card) => (
            <CardView key={card.id} {...one(card, {at: n + 1, of: stacks.length})} isFollower />
          ))}
        </CardView>
      ))}
      {drafts.length > 0 && (
        <p className={styles.mine}>
          {say.drafts(drafts.length)} <small>{say.draftsWhy}</small>
        </p>
      )}
      {drafts.map((card, n) => (
        <CardView key={card.id} {...one(card, {at: n + 1, of: drafts.length})} isDraft />
      ))}
      {!isClosed && (isWriting || isAdding) && <NewCard column={column} isOwn={isWriting} />}
      {!isClosed && canAdd && !isAdding && (
        <button type="button" className={styles.adder} data-add="" aria-label={say.addCard(name)} onClick={() => setAdding(true)}>
          + {say.add}
        </button>
      )}
    </section>
  );
}
