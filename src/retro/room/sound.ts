import {ContentType, Item, type AbstractType, type Doc, type Transaction} from 'yjs';

/** Higher than anybody types, and far below the numbers that can be written and not read again. */
const highestClock = 2 ** 32;
/** A card's text is the second shared type under the first. */
const deepest = 32;

/**
 * Whether what a transaction has brought can be lived with. Yjs takes a clock that no client can read afterwards, and types within types
 * so deep that nobody can delete them: with one of these nobody could open the board any more, or show what was written.
 */
export function isSound({doc, beforeState, afterState}: Transaction): boolean {
  for (const [client, clock] of afterState) {
    if (clock > highestClock) return false;
    const before = beforeState.get(client) ?? 0;
    if (clock > before && !isFlat(doc, client, before)) return false;
  }
  return true;
}

/** Looks at what is new of a client, the last first. */
function isFlat({store}: Doc, client: number, before: number): boolean {
  const structs = store.clients.get(client) ?? [];
  for (let n = structs.length - 1; n >= 0; n--) {
    const struct = structs[n];
    if (struct === undefined || struct.id.clock < before) return true;
    if (struct instanceof Item && struct.content instanceof ContentType && depthOf(struct) > deepest) return false;
  }
  return true;
}

/** Stops counting when it is enough. */
function depthOf({parent}: Item): number {
  let depth = 0;
  for (let at = parent as AbstractType<unknown> | null; at !== null && depth <= deepest; depth++) at = at.parent as typeof at;
  return depth;
}
