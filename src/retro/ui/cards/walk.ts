import type {KeyboardEvent} from 'react';
import type {Direction} from './stacks.ts';

const directions: Readonly<Record<string, Direction>> = {ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right'};

/**
 * What the arrow keys do on a card: they go to another one, or with `move` they move this one. Home and End go to the ends of the column, N to
 * a new card of it.
 *
 * @returns whether the key was one of these.
 */
export function walk(
  {key, currentTarget}: KeyboardEvent<HTMLElement>,
  {move}: {readonly move?: ((direction: Direction) => void) | undefined},
): boolean {
  const direction = directions[key];
  if (move !== undefined) {
    if (direction === undefined) return false;
    move(direction);
    return true;
  }
  const column = currentTarget.closest<HTMLElement>('[data-column-list]');
  if (column === null) return false;
  const cards = cardsIn(column);
  const at = cards.indexOf(currentTarget);
  if (key === 'n') column.querySelector<HTMLElement>('[data-add]')?.focus();
  else if (key === 'Home') cards[0]?.focus();
  else if (key === 'End') cards.at(-1)?.focus();
  else if (direction === 'up') cards[at - 1]?.focus();
  else if (direction === 'down') cards[at + 1]?.focus();
  else if (direction === 'left' || direction === 'right') goBeside(column, {at, by: direction === 'left' ? -1 : 1});
  else return false;
  return true;
}

/** To the card of the same height in the next column that has one, or to where one is added. */
function goBeside(column: HTMLElement, {at, by}: {readonly at: number; readonly by: 1 | -1}): void {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column-list]')];
  const next = columns[columns.indexOf(column) + by];
  if (next === undefined) return;
  const cards = cardsIn(next);
  focusOn(cards[at] ?? cards.at(-1) ?? next.querySelector<HTMLElement>('[data-add]'));
}

function cardsIn(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-card]')];
}

/** On a phone one column is in sight: the one that the focus goes to. */
function focusOn(element: HTMLElement | null | undefined): void {
  const column = element?.closest<HTMLElement>('[data-column-list]');
  if (column !== null && column !== undefined && column.offsetParent === null)
    document.querySelector<HTMLElement>(`[data-tab="${column.dataset['columnList']}"]`)?.click();
  requestAnimationFrame(() => element?.focus());
}

/** The card may be drawn anew where it has gone to; it keeps the focus. */
export function focusCard(id: string): void {
  requestAnimationFrame(() => focusOn(document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)));
}

/** Before a card goes: the next one has the focus, or the one before, or the button that adds one. */
export function focusBeside(id: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-card]')];
  const at = all.findIndex((element) => element.dataset['card'] === id);
  (all[at + 1] ?? all[at - 1] ?? document.querySelector<HTMLElement>('[data-add]'))?.focus();
}
