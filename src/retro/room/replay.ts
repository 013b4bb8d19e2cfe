import {applyUpdate, Doc} from 'yjs';
import type {LoggedDocument} from '../log/board-log.ts';

/** An update that cannot be applied. */
export interface BadUpdate {
  readonly seq: number;
  readonly why: string;
}

/** A board's state, its whole past in one, is damaged: what would be shown without it is not the board. */
export class DamagedBoardError extends Error {
  override readonly name = 'DamagedBoardError';
}

/**
 * Makes the document of what the log holds. Updates that cannot be applied are left out and named.
 * @throws {DamagedBoardError} when the state under the updates cannot be applied.
 */
export function replay({state, updates}: LoggedDocument): {readonly document: Doc; readonly bad: readonly BadUpdate[]} {
  const bad = new Map<number, BadUpdate>();
  for (;;) {
    const document = new Doc();
    if (state !== undefined) applyState(document, state);
    const found = firstBad(
      document,
      updates.filter(({seq}) => !bad.has(seq)),
    );
    if (found === undefined) return {document, bad: [...bad.values()]};
    // An update that fails half way may have left something behind: once more without it.
    bad.set(found.seq, found);
  }
}

function applyState(document: Doc, state: Uint8Array): void {
  try {
    applyUpdate(document, state);
  } catch (error) {
    throw new DamagedBoardError((error as Error).message, {cause: error});
  }
}

function firstBad(document: Doc, updates: LoggedDocument['updates']): BadUpdate | undefined {
  for (const {seq, data} of updates) {
    try {
      applyUpdate(document, data);
    } catch (error) {
      return {seq, why: (error as Error).message};
    }
  }
  return undefined;
}
