import clsx from 'clsx';
import {useState, type KeyboardEvent, type ReactNode} from 'react';
import type {Card} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import {nameOf} from '../head/People.tsx';
import {CardEditor} from './CardEditor.tsx';
import {CardMenu} from './CardMenu.tsx';
import {CardText} from './CardText.tsx';
import styles from './Cards.module.css';
import {Chosen} from './Chosen.tsx';
import {isTyping} from './is-typing.ts';
import {useCardActions} from './use-card-actions.ts';
import {useCardDrop} from './use-drop.ts';
import {Votes} from './Votes.tsx';
import {focusCard, walk} from './walk.ts';

interface Props {
  readonly card: Card;
  /** Nobody else has it. */
  readonly isDraft?: boolean;
  /** In a group, under the card that leads it. */
  readonly isFollower?: boolean;
  /** The one card of its column that the Tab key reaches; the arrow keys reach the others. */
  readonly isCurrent: boolean;
  /** Where it stands, in words. */
  readonly place: string;
  /** Undefined until they were counted. */
  readonly votes?: number | undefined;
  /** What follows it. */
  readonly children?: ReactNode;
}

/** One card, with every key and gesture that it understands. */
export function CardView({card, isDraft = false, isFollower = false, isCurrent, place, votes, children}: Props): ReactNode {
  const {view, box, isClosed, say} = useBoard();
  const actions = useCardActions(card);
  const [open, setOpen] = useState<'editor' | 'actions' | 'group'>();
  const drop = useCardDrop(card, {isOff: isClosed || open !== undefined, isDraft});
  const writer = view.people.find((person) => person.card === card.id && person.member !== view.me.member);
  const reach = isCurrent ? 0 : -1;
  const close = (): void => {
    setOpen(undefined);
    focusCard(card.id);
  };
  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    const {target, currentTarget, key} = event;
    // Its buttons and fields have keys of their own, and so has a card within its group.
    if (isTyping(target) || event.ctrlKey || event.metaKey) return;
    if (target !== currentTarget && (['Enter', ' '].includes(key) || (target as HTMLElement).closest('[data-card]') !== currentTarget))
      return;
    if (isClosed || event.altKey) {
      if (!walk(event, {move: event.altKey && !isClosed ? actions.move : undefined})) return;
    } else if (key === 'e' || key === 'Enter') setOpen('editor');
    else if (key === 'm') setOpen('actions');
    else if (key === 'g' && !isDraft) setOpen('group');
    else if (key === 'Delete' || key === 'Backspace') actions.remove();
    else if (key === 'v' || key === 'V') actions.vote(event.shiftKey ? -1 : 1);
    else if (!walk(event, {})) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // A card is a thing that keys act upon; no role of a widget may hold links and buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      {...drop.props}
      className={clsx(styles.card, isFollower && styles.follower)}
      data-card={card.id}
      data-draft={isDraft || undefined}
      aria-label={place}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys go from card to card
      tabIndex={reach}
      onKeyDown={pressed}
    >
      {open === 'editor' ? <CardEditor id={card.id} text={card.text} isShown={!isDraft} done={close} /> : <CardText text={card.text} />}
      {writer !== undefined && <p className={styles.writer}>{say.writes(nameOf(writer, say))}</p>}
      {isClosed && card.commitment !== undefined && <Chosen commitment={card.commitment} />}
      <div className={styles.foot}>
        {votes !== undefined && votes > 0 && <span className={styles.total}>{say.votes(votes)}</span>}
        {box?.kind === 'voting' && !isDraft && !isFollower && <Votes card={card} vote={actions.vote} reach={reach} />}
        {!isClosed && open === undefined && (
          <>
            <button type="button" tabIndex={reach} aria-label={`${say.card.edit}: ${card.text}`} onClick={() => setOpen('editor')}>
              {say.card.edit}
            </button>
            <button type="button" tabIndex={reach} aria-label={say.card.actionsOf(card.text)} onClick={() => setOpen('actions')}>
              {say.card.actions}
            </button>
          </>
        )}
      </div>
      {(open === 'actions' || open === 'group') && (
        <CardMenu card={card} actions={actions} begin={open} edit={() => setOpen('editor')} close={close} />
      )}
      {children}
    </article>
  );
}
