import type {Column} from '../../board/shapes.ts';

/*
 * What somebody types and has not added yet survives a reload of the tab, and the end of the box in which it was typed. It is kept for this tab
 * alone, like a field that the browser fills in again.
 */

export function heldText(board: string, column: Column): string {
  try {
    return sessionStorage.getItem(keyOf(board, column)) ?? '';
  } catch {
    return '';
  }
}

export function holdText(board: string, column: Column, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(board, column));
    else sessionStorage.setItem(keyOf(board, column), text);
  } catch {
    // The field itself still has it.
  }
}

function keyOf(board: string, column: Column): string {
  return `kpt-typed:${board}:${column}`;
}
