import {applyUpdate, Doc, encodeStateAsUpdate} from 'yjs';
import {ownName, type Device, type Whole} from './device.ts';
import {rescueDrafts, type DraftRescue} from './draft-rescue.ts';
import {keepHistory, type History} from './history.ts';
import {keepDocument, type KeptDocument} from './kept-document.ts';
import type {Tabs} from './tabs.ts';

/** What the person at this tab writes, as undo knows it. */
export const mine = Symbol('mine');

/** What a tab has before it: the board, what the person has for themselves, and the copies of both on the device. */
export interface Desk {
  readonly board: Doc;
  readonly own: Doc;
  /** Whose it is; undefined until the server has said it. */
  readonly seat: () => string | undefined;
  readonly history: History;
  readonly rescue: DraftRescue;
  readonly isKept: () => boolean;
  readonly wholes: () => readonly Whole[];
  /** The server has said who the person is: what they wrote before that becomes theirs. */
  readonly sit: (member: string) => Promise<void>;
  readonly hear: (name: string, update: Uint8Array) => void;
  /** Brings in what other tabs have written, and tries again what could not be written. */
  readonly catchUp: () => Promise<void>;
  readonly end: () => void;
}

interface Options {
  readonly id: string;
  /** Undefined until the server has said it. */
  readonly member?: string | undefined;
  readonly device: Device;
  readonly tabs: Pick<Tabs, 'tell'>;
  /** Puts the board and all its documents on the device anew. */
  readonly putBoard: () => Promise<void>;
  readonly gone: () => void;
  readonly changed: () => void;
  readonly leave: (text: string) => void;
  /** What is not on the device: from the memory of this tab, or from the server. */
  readonly wholes?: readonly Whole[] | undefined;
}

export function openDesk({id, member, device, tabs, putBoard, gone, changed, leave, wholes = []}: Options): Desk {
  const [board, own] = [new Doc(), new Doc()];
  const keep = (document: Doc, name: string, isNew: boolean): KeptDocument =>
    keepDocument({document, name, device, tabs, putBoard, gone, changed, isNew, works: () => retry()});
  let seat = member;
  let ownIs = ownName(id, seat);
  for (const [name, state] of wholes) if (name === id || name === ownIs) applyUpdate(name === id ? board : own, state);
  const kept = {board: keep(board, id, wholes.length > 0), own: keep(own, ownIs, wholes.length > 0)};
  const history = keepHistory({documents: [board, own], origin: mine});
  const rescue = rescueDrafts({board, own, origin: mine, leave});
  const retry = (): void => {
    for (const document of [kept.board, kept.own]) document.retry();
  };
  const catchUp = async (): Promise<void> => {
    await Promise.all([kept.board.catchUp(), kept.own.catchUp()]);
  };
  return {
    board,
    own,
    seat: () => seat,
    history,
    rescue,
    isKept: () => kept.board.isKept() && kept.own.isKept(),
    wholes: () => [
      [id, encodeStateAsUpdate(board)],
      [ownIs, encodeStateAsUpdate(own)],
    ],
    sit: async (is) => {
      const before = ownIs;
      seat = is;
      ownIs = ownName(id, seat);
      if (before === ownIs) return;
      kept.own.end();
      kept.own = keep(own, ownIs, true);
      await kept.own.catchUp();
      if (kept.own.isKept()) await device.drop(before);
    },
    hear: (name, update) => {
      for (const document of [kept.board, kept.own]) if (document.name === name) document.hear(update);
    },
    catchUp,
    end: () => {
      kept.board.end();
      kept.own.end();
      history.end();
      rescue.end();
    },
  };
}
