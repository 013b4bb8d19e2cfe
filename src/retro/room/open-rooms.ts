import type {Connection, Document, Hocuspocus, LocalTransactionOrigin} from '@hocuspocus/server';
import {applyUpdate} from 'yjs';
import {readMeta} from '../board/read-board.ts';
import {closed, openRoots, ownRoots} from '../board/shapes.ts';
import type {Visitor} from './member.server.ts';
import type {Rehearsal} from './rehearsal.ts';
import {roomOf, type RoomName} from './room-name.ts';

/** What is known of a room while it is open. */
export interface OpenRoom {
  readonly name: RoomName;
  readonly rehearsal: Rehearsal;
  /** Of the board's key, where it has one: then only the server writes who leads, and which box it is. */
  keyHash: string | undefined;
  /** Of somebody's own room: whether the board was closed. */
  isClosed: boolean;
  isGone: boolean;
}

/** What Hocuspocus keeps for us of each connection. */
export interface Context {
  readonly visitor: Visitor;
  readonly member: string;
}

export function memberAt({context}: Connection): string {
  return (context as Context).member;
}

/** The rooms that are open at this moment. */
export interface OpenRooms {
  readonly add: (document: Document, room: OpenRoom) => void;
  readonly get: (document: Document) => OpenRoom;
  /** The board and all own rooms of it. Waits for those that are just being opened. */
  readonly onBoard: (board: string) => Promise<readonly Document[]>;
  /** Brings a change, which must be in the log, to a room, and so to everybody in it. Nothing happens when it is not open. */
  readonly apply: (room: string, update: Uint8Array) => Promise<void>;
}

export function createOpenRooms(rooms: () => Pick<Hocuspocus, 'documents' | 'loadingDocuments'>): OpenRooms {
  const known = new WeakMap<Document, OpenRoom>();
  const get = (document: Document): OpenRoom => {
    const room = known.get(document);
    if (room === undefined) throw new Error('a room is used before it is open');
    return room;
  };
  // Whoever opens a room at this moment may have read the log before the last change.
  const find = async (room: string): Promise<Document | undefined> => {
    const {documents, loadingDocuments} = rooms();
    return (await loadingDocuments.get(room)?.catch(() => {})) ?? documents.get(room);
  };
  return {
    add: (document, room) => void known.set(document, room),
    get,
    onBoard: async (board) => {
      const {documents, loadingDocuments} = rooms();
      const names = [...documents.keys(), ...loadingDocuments.keys()].filter((name) => roomOf(name).board === board);
      const found = await Promise.all([...new Set(names)].map((name) => find(name)));
      return found.filter((document) => document !== undefined);
    },
    apply: async (room, update) => {
      const document = await find(room);
      if (document === undefined) return;
      applyUpdate(document, update, {source: 'local'} satisfies LocalTransactionOrigin);
      get(document).rehearsal.startOver();
    },
  };
}

/** Which of its shared types people may change themselves; undefined when all of them. */
export function allowedIn({name, keyHash}: OpenRoom): readonly string[] | undefined {
  if (name.member !== undefined) return ownRoots;
  return keyHash === undefined ? undefined : openRoots;
}

/** Whether a room takes no changes any more. */
export function isClosed({name, keyHash, isClosed: own}: OpenRoom, document: Document): boolean {
  if (name.member !== undefined) return own;
  return keyHash !== undefined && readMeta(document).phase === closed;
}
