import {useState, type DragEvent, type HTMLAttributes} from 'react';
import type {Card, Column} from '../../board/shapes.ts';
import {useBoard} from '../board-context.ts';
import {stacksOf} from './stacks.ts';

type Place = 'before' | 'group' | 'after';

/** How far from its top and bottom a card takes another one beside itself; between them it takes it into its group. */
const edge = 0.25;
const dragged = 'application/x-kpt-card';

interface Dropping {
  readonly props: HTMLAttributes<HTMLElement> & {readonly 'data-over'?: Place | undefined};
}

/** A card that is dragged, and takes others that are dropped on it. Who cannot drag has the keys and the menu. */
export function useCardDrop(card: Card, {isOff, isDraft}: {readonly isOff: boolean; readonly isDraft: boolean}): Dropping {
  const {store, view} = useBoard();
  const [over, setOver] = useState<Place>();
  const head = view.board.cards.find(({id}) => id === card.group) ?? card;
  const take = (id: string, place: Place): void => {
    if (id === card.id || id === head.id) return;
    if (place === 'group') return store.groupCard(id, head.id);
    const heads = stacksOf(view.board.cards, head.column).map((stack) => stack.head.id);
    const before = place === 'before' ? head.id : heads[heads.indexOf(head.id) + 1];
    return store.moveCard(id, {column: head.column, before});
  };
  return {
    props: {
      'data-over': over,
      draggable: !isOff,
      onDragStart: (event) => {
        event.stopPropagation();
        event.dataTransfer.setData(dragged, card.id);
        event.dataTransfer.effectAllowed = 'move';
      },
      onDragOver: (event) => {
        if (isOff || isDraft || !accept(event)) return;
        setOver(placeOf(event));
      },
      onDragLeave: () => setOver(undefined),
      onDrop: (event) => {
        setOver(undefined);
        if (!isOff && !isDraft && accept(event)) take(event.dataTransfer.getData(dragged), placeOf(event));
      },
    },
  };
}

/** A column that takes cards at its end. */
export function useColumnDrop(column: Column, isOff: boolean): HTMLAttributes<HTMLElement> {
  const {store} = useBoard();
  return {
    onDragOver: (event) => void (!isOff && accept(event)),
    onDrop: (event) => {
      if (!isOff && accept(event)) store.moveCard(event.dataTransfer.getData(dragged), {column});
    },
  };
}

function accept(event: DragEvent): boolean {
  if (!event.dataTransfer.types.includes(dragged)) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function placeOf({clientY, currentTarget}: DragEvent): Place {
  const {top, height} = currentTarget.getBoundingClientRect();
  const at = (clientY - top) / height;
  return at < edge ? 'before' : at > 1 - edge ? 'after' : 'group';
}
