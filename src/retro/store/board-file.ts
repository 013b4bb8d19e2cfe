import {applyUpdate, Doc, encodeStateAsUpdate} from 'yjs';
import {readMeta} from '../board/read-board.ts';
import type {Meta} from '../board/shapes.ts';

/** The first bytes of a file of a board: a name, and the version of what follows. */
const head = new TextEncoder().encode('KPTBOARD1\n');
const mostBytes = 5 * 1024 * 1024;

/** The whole of a document without what was deleted from it. */
export function stateOf(document: Doc): Uint8Array<ArrayBuffer> {
  // A document with an undo history keeps what was deleted; a new one does not.
  const copy = new Doc();
  applyUpdate(copy, encodeStateAsUpdate(document));
  return new Uint8Array(encodeStateAsUpdate(copy));
}

export function writeBoardFile(document: Doc): Uint8Array<ArrayBuffer> {
  const state = stateOf(document);
  const file = new Uint8Array(head.length + state.length);
  file.set(head);
  file.set(state, head.length);
  return file;
}

/** @throws {Error} `not-a-board`, `too-large`, where the bytes are something else. */
export function readBoardFile(bytes: Uint8Array): {readonly state: Uint8Array; readonly meta: Meta} {
  if (bytes.length > mostBytes) throw new Error('too-large');
  if (head.some((byte, n) => bytes[n] !== byte)) throw new Error('not-a-board');
  const document = new Doc();
  try {
    applyUpdate(document, bytes.subarray(head.length));
  } catch (error) {
    throw new Error('not-a-board', {cause: error});
  }
  const meta = readMeta(document);
  if (meta.agenda === '') throw new Error('not-a-board');
  return {state: encodeStateAsUpdate(document), meta};
}
