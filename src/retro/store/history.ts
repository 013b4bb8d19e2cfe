import {UndoManager, type Doc} from 'yjs';
import {roots} from '../board/shapes.ts';

/** Undo and redo of what one person did to cards: those on the board, and their own drafts. */
export interface History {
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What comes next is a step of its own, however soon it comes. */
  readonly step: () => void;
  /** What was done until now stays done. */
  readonly forget: () => void;
  readonly end: () => void;
}

/** What is typed without a longer pause is undone at once. */
const captureTimeout = 600;

/** `origin` is that of the changes that can be undone. */
export function keepHistory({documents, origin}: {readonly documents: readonly Doc[]; readonly origin: unknown}): History {
  let steps = 0;
  const managers = documents.map((document) => {
    const manager = new UndoManager(document.getMap(roots.cards), {trackedOrigins: new Set([origin]), captureTimeout});
    // Each document counts its steps for itself; here they stand in one row.
    manager.on('stack-item-added', ({stackItem}) => stackItem.meta.set('step', ++steps));
    return manager;
  });
  const latest = (stack: 'undoStack' | 'redoStack'): UndoManager | undefined => {
    const stepOf = (manager: UndoManager): number => Number(manager[stack].at(-1)?.meta.get('step') ?? 0);
    const [found] = managers.toSorted((a, b) => stepOf(b) - stepOf(a));
    return found !== undefined && stepOf(found) > 0 ? found : undefined;
  };
  return {
    canUndo: () => latest('undoStack') !== undefined,
    canRedo: () => latest('redoStack') !== undefined,
    undo: () => void latest('undoStack')?.undo(),
    redo: () => void latest('redoStack')?.redo(),
    step: () => {
      for (const manager of managers) manager.stopCapturing();
    },
    forget: () => {
      for (const manager of managers) manager.clear();
    },
    end: () => {
      for (const manager of managers) manager.destroy();
    },
  };
}
