import {Doc} from 'yjs';
import {beginBoard, type NewBoard} from '../board/edit-board.ts';
import {readBoardFile, stateOf} from './board-file.ts';
import type {Device, KeptBoard, Whole} from './device.ts';
import {openDevice} from './open-device.ts';
import {randomId} from './random-id.ts';
import {joinTabs, type TabNews} from './tabs.ts';

/** A board with all its documents, in the memory of this tab. */
export interface Unkept {
  readonly board: KeptBoard;
  readonly wholes: readonly Whole[];
}

/** Boards that this browser would not keep. They live as long as this tab. */
export const unkept = new Map<string, Unkept>();

let device: Device | undefined;

export function theDevice(): Device {
  return (device ??= openDevice());
}

/** Begins a board in this browser. It exists even where the browser keeps nothing: then for as long as this tab. Returns its id. */
export async function createBoard(board: NewBoard): Promise<string> {
  const document = new Doc();
  beginBoard(document, board);
  return putNew(board, stateOf(document));
}

/**
 * Makes a new board of an exported file: with an id and a key of its own.
 * @throws {Error} `not-a-board`, `too-large`.
 */
export async function importBoard(bytes: Uint8Array): Promise<string> {
  const {meta, state} = readBoardFile(bytes);
  return putNew(meta, state);
}

async function putNew(
  {agenda, lang, date, phase}: Pick<KeptBoard, 'agenda' | 'lang' | 'date' | 'phase'>,
  state: Uint8Array,
): Promise<string> {
  const id = randomId();
  const board: KeptBoard = {id, life: 'alone', key: randomId(), agenda, lang, date, phase, openedAt: Date.now()};
  const wholes: readonly Whole[] = [[id, state]];
  await theDevice()
    .put(board, wholes)
    .catch(() => unkept.set(id, {board, wholes}));
  return id;
}

/** The boards of this browser, the one that was open last first. Rejects where it keeps nothing. */
export async function listBoards(): Promise<readonly KeptBoard[]> {
  const boards = await theDevice().boards();
  return boards.filter(({life, agenda}) => life !== 'gone' && agenda !== '').toSorted((a, b) => b.openedAt - a.openedAt);
}

/** Takes a board from this browser. One that is on the server can come back by its link, but without the facilitator's key; one that is not is gone. */
export async function forgetBoard(id: string): Promise<void> {
  unkept.delete(id);
  const board = await theDevice().board(id);
  await theDevice().forget(id, {isGone: board?.life === 'alone'});
  tell({kind: 'forgotten', id});
}

/** Keeps the key of a facilitator's link. */
export async function adoptKey(id: string, key: string): Promise<void> {
  const board: KeptBoard = {id, life: 'shared', key, agenda: '', lang: 'en', date: '', phase: '', openedAt: Date.now()};
  try {
    if ((await theDevice().board(id)) === undefined) await theDevice().put(board, []);
    else await theDevice().change(id, {key});
  } catch {
    const held = unkept.get(id);
    unkept.set(id, {board: {...(held?.board ?? board), key}, wholes: held?.wholes ?? []});
  }
  tell({kind: 'board', id});
}

function tell(news: TabNews): void {
  const tabs = joinTabs(() => undefined);
  tabs.tell(news);
  tabs.end();
}
