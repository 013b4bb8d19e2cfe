import {applyUpdate, decodeUpdate, Doc, encodeStateAsUpdate} from 'yjs';

/** The most that one board holds. A board of 200 cards has about 43 KB. */
const boardLimits = {bytes: 5 * 1024 * 1024, cards: 2000} as const;

export type Refusal = 'malformed' | 'too-large' | 'too-many-cards';

/** Tries updates on a copy of a board. What fails there never reaches the board or the log. */
export interface Rehearsal {
  /** Why the board cannot take this update; undefined when it can. */
  readonly refuses: (update: Uint8Array) => Refusal | undefined;
  /** Makes a new copy: what was tried last has not come to the board. */
  readonly startOver: () => void;
}

export function createRehearsal(board: Doc, limits: {readonly bytes: number; readonly cards: number} = boardLimits): Rehearsal {
  let copy: Doc | undefined;
  /** Never less than the board has. */
  let bytes = 0;
  const fresh = (): Doc => {
    const state = encodeStateAsUpdate(board);
    bytes = state.byteLength;
    const document = new Doc();
    // With somebody who hears of updates, Yjs also encodes them, as it does on the board.
    document.on('update', () => {});
    applyUpdate(document, state);
    return document;
  };
  const tried = (update: Uint8Array): Refusal | undefined => {
    try {
      decodeUpdate(update);
      copy ??= fresh();
      applyUpdate(copy, update);
    } catch {
      return 'malformed';
    }
    bytes += update.byteLength;
    // The sum grows faster than the board, which keeps nothing twice.
    if (bytes > limits.bytes) bytes = encodeStateAsUpdate(copy).byteLength;
    if (bytes > limits.bytes) return 'too-large';
    return copy.getMap('cards').size > limits.cards ? 'too-many-cards' : undefined;
  };
  return {
    refuses: (update) => {
      const why = tried(update);
      if (why !== undefined) copy = undefined;
      return why;
    },
    startOver: () => (copy = undefined),
  };
}
