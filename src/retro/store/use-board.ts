import {useSyncExternalStore} from 'react';
import type {BoardStore, BoardView} from './board-store.ts';

/** The board as it is now, in a component that is drawn again when it changes. */
export function useBoard({subscribe, view}: Pick<BoardStore, 'subscribe' | 'view'>): BoardView {
  return useSyncExternalStore(subscribe, view, view);
}
