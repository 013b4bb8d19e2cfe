import {columns, type Card, type Column} from '../../board/shapes.ts';

/** A card with those that follow it. */
export interface Stack {
  readonly head: Card;
  readonly rest: readonly Card[];
}

/** The stacks of a column, in their order or by votes. */
export function stacksOf(cards: readonly Card[], column: Column, {byVotes = false} = {}): readonly Stack[] {
  const stacks = cards.flatMap((head) =>
    head.group === undefined && head.column === column ? [{head, rest: cards.filter(({group}) => group === head.id)}] : [],
  );
  return byVotes ? stacks.toSorted((a, b) => votesOf(b) - votesOf(a)) : stacks;
}

/** A group counts what was given to any of its cards. */
export function votesOf({head, rest}: Stack): number {
  return [head, ...rest].reduce((sum, {votes = 0}) => sum + votes, 0);
}

/** The cards of a column as they are passed by the arrow keys: a group's cards behind the one that leads it. */
export function inReach(stacks: readonly Stack[]): readonly Card[] {
  return stacks.flatMap(({head, rest}) => [head, ...rest]);
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The column beside another one; undefined at the edge. */
function beside(column: Column, direction: 'left' | 'right'): Column | undefined {
  return columns[columns.indexOf(column) + (direction === 'left' ? -1 : 1)];
}

/** Where a card goes by one step; undefined when it is at the edge. A card of a group steps out of it. */
export function stepTo(
  cards: readonly Card[],
  id: string,
  direction: Direction,
): {readonly column: Column; readonly before?: string | undefined} | undefined {
  const card = cards.find((each) => each.id === id);
  if (card === undefined) return undefined;
  const head = cards.find((each) => each.id === card.group) ?? card;
  const stacks = stacksOf(cards, head.column);
  const at = stacks.findIndex((stack) => stack.head.id === head.id);
  if (direction === 'left' || direction === 'right') {
    const column = beside(head.column, direction);
    return column === undefined ? undefined : {column, before: stacksOf(cards, column)[at]?.head.id};
  }
  if (card !== head) return {column: head.column, before: direction === 'up' ? head.id : stacks[at + 1]?.head.id};
  if (direction === 'up') return at <= 0 ? undefined : {column: head.column, before: stacks[at - 1]?.head.id};
  return at >= stacks.length - 1 ? undefined : {column: head.column, before: stacks[at + 2]?.head.id};
}
