import {applyUpdate, decodeUpdate, Doc, encodeStateAsUpdate, type AbstractType, type Transaction} from 'yjs';
import {openRoots, roots} from '../board/shapes.ts';
import {isSound} from './sound.ts';

export interface Limits {
  readonly bytes: number;
  /** As many of the last Tries, and of the notes. */
  readonly cards: number;
}

/** The most that one board holds. A board of 200 cards has about 43 KB. */
export const boardLimits: Limits = {bytes: 5 * 1024 * 1024, cards: 2000};
/** The most that one person has for themselves. */
export const ownLimits: Limits = {bytes: 256 * 1024, cards: 200};

export type Refusal = 'malformed' | 'too-large' | 'too-many-cards' | 'not-allowed' | 'out-of-step';

/** Tries updates on a copy of a document. What fails there never reaches the document or the log. */
export interface Rehearsal {
  /**
   * Why the document cannot take this update; undefined when it can. `allowed` are the roots that it may change, without it all of them.
   * `out-of-step`: what it builds on is missing, and it would wait for that unseen.
   */
  readonly refuses: (update: Uint8Array, allowed?: readonly string[]) => Refusal | undefined;
  /** Makes a new copy: what was tried last has not come to the document, or something else has. */
  readonly startOver: () => void;
}

export function createRehearsal(document: Doc, limits: Limits): Rehearsal {
  let copy: Doc | undefined;
  /** Never less than the document has. */
  let bytes = 0;
  let allowed: readonly string[] | undefined;
  let isAllowed = true;
  let isGood = true;
  const fresh = (): Doc => {
    const state = encodeStateAsUpdate(document);
    bytes = state.byteLength;
    const made = new Doc();
    // With somebody who hears of updates, Yjs also encodes them, as it does on the document.
    made.on('update', () => {});
    applyUpdate(made, state);
    made.on('afterTransaction', (transaction: Transaction) => {
      isGood &&= isSound(transaction);
      isAllowed &&= allowed === undefined || staysIn(allowed, transaction);
    });
    return made;
  };
  const apply = (made: Doc, update: Uint8Array): Doc => {
    [isAllowed, isGood] = [true, true];
    applyUpdate(made, update);
    return made;
  };
  const tried = (update: Uint8Array): Refusal | undefined => {
    let after: Doc;
    let cardsBefore: number;
    try {
      decodeUpdate(update);
      const before = copy ?? fresh();
      cardsBefore = countMost(before);
      after = apply(before, update);
      // The copy may be older than the document: it was made while an update was on its way to both.
      if (isWaiting(after)) after = apply(fresh(), update);
    } catch {
      return 'malformed';
    }
    if (!isGood) return 'malformed';
    if (isWaiting(after)) return 'out-of-step';
    if (!isAllowed) return 'not-allowed';
    bytes += update.byteLength;
    // The sum grows faster than the document, which keeps nothing twice.
    if (bytes > limits.bytes) bytes = encodeStateAsUpdate(after).byteLength;
    // Who has too much may still take something away.
    if (bytes > limits.bytes && bytes > encodeStateAsUpdate(document).byteLength) return 'too-large';
    const cards = countMost(after);
    if (cards > limits.cards && cards > cardsBefore) return 'too-many-cards';
    copy = after;
    return undefined;
  };
  return {
    refuses: (update, only) => {
      allowed = only;
      const why = tried(update);
      if (why !== undefined) copy = undefined;
      return why;
    },
    startOver: () => (copy = undefined),
  };
}

/** Whether something of what was applied waits for what it builds on. */
export function isWaiting({store}: Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

export function countCards(document: Doc): number {
  return document.getMap(roots.cards).size;
}

/** How many entries the fullest of the types has in which people write: every tab draws each of them. */
export function countMost(document: Doc): number {
  return Math.max(...openRoots.map((name) => document.getMap(name).size));
}

/** Whether all that a transaction has changed, however deep, is in these shared types. */
function staysIn(names: readonly string[], {changed, doc}: Transaction): boolean {
  for (const type of changed.keys()) {
    const root = rootOf(type as AbstractType<unknown>);
    if (!names.some((name) => doc.share.get(name) === root)) return false;
  }
  return true;
}

function rootOf(type: AbstractType<unknown>): AbstractType<unknown> {
  const {parent} = type;
  return parent === null ? type : rootOf(parent as AbstractType<unknown>);
}
