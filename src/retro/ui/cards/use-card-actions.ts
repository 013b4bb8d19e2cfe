import type {Card, Column} from '../../board/shapes.ts';
import {useBoard, type BoardHere} from '../board-context.ts';
import {stacksOf, stepTo, type Direction} from './stacks.ts';
import {focusBeside, focusCard} from './walk.ts';

/** What a person does with one card. Each says what happened. */
export interface CardActions {
  readonly move: (direction: Direction) => void;
  readonly moveTo: (to: {readonly column: Column; readonly before?: string | undefined}) => void;
  readonly group: (head: string) => void;
  readonly ungroup: () => void;
  readonly remove: () => void;
  readonly vote: (more: 1 | -1) => void;
}

export function useCardActions(card: Card): CardActions {
  return actionsOf(card, useBoard());
}

function actionsOf(card: Card, {store, view, box, say, announce}: BoardHere): CardActions {
  const isDraft = view.me.drafts.some(({id}) => id === card.id);
  const moveTo: CardActions['moveTo'] = (to) => {
    store.moveCard(card.id, to);
    announce(say.card.moved(placeOf(card.id, {store, say})));
    focusCard(card.id);
  };
  return {
    moveTo,
    move: (direction) => {
      const to = stepTo(isDraft ? view.me.drafts : view.board.cards, card.id, direction);
      if (to === undefined) announce(say.card.atEdge);
      else moveTo(to);
    },
    group: (head) => {
      store.groupCard(card.id, head);
      announce(say.card.grouped(view.board.cards.find(({id}) => id === head)?.text ?? ''));
      focusCard(card.id);
    },
    ungroup: () => {
      store.groupCard(card.id, undefined);
      announce(say.card.ungrouped);
      focusCard(card.id);
    },
    remove: () => {
      focusBeside(card.id);
      store.removeCard(card.id);
      announce(say.card.removed);
    },
    vote: (more) => {
      if (box?.kind !== 'voting' || isDraft) return;
      const given = view.me.votes.get(card.id) ?? 0;
      const left = votesLeft(view.me.votes, box.votes ?? 0);
      if (more > 0 && left === 0) announce(say.noVotesLeft);
      else if (given + more >= 0) {
        store.vote(card.id, given + more);
        announce(say.voted(given + more, left - more));
      }
    },
  };
}

export function votesLeft(votes: ReadonlyMap<string, number>, each: number): number {
  return Math.max(0, each - [...votes.values()].reduce((sum, count) => sum + count, 0));
}

function placeOf(id: string, {store, say}: Pick<BoardHere, 'store' | 'say'>): string {
  const view = store.view();
  if (view.kind !== 'open') return '';
  const cards = [view.board.cards, view.me.drafts].find((some) => some.some((card) => card.id === id)) ?? [];
  const column = cards.find((card) => card.id === id)?.column ?? 'keep';
  const stacks = stacksOf(cards, column);
  return say.card.of(say.columns[column], stacks.findIndex(({head}) => head.id === id) + 1, stacks.length);
}
