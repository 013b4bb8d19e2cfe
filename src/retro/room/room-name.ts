import {boardOfRoom, shortBoardId} from '../board/board-id.ts';

/** What a room holds: a board, or what one person has for themselves on it. */
export interface RoomName {
  readonly board: string;
  /** Whose own room it is; undefined for the board itself. */
  readonly member?: string | undefined;
}

/** Undefined for a room that there cannot be. */
export function readRoom(room: string): RoomName | undefined {
  const [, shared = '', member] = /^(board\/[^/]*)(?:\/own\/([0-9a-f]{16}))?$/s.exec(room) ?? [];
  const board = boardOfRoom(shared);
  return board === undefined ? undefined : {board, member};
}

/** The name of a room that was let in. */
export function roomOf(room: string): RoomName {
  const name = readRoom(room);
  if (name === undefined) throw new Error('a room that was let in has no board');
  return name;
}

export function boardRoom(board: string): string {
  return `board/${board}`;
}

/** Under which the log has the document of a room. */
export function logName(room: string): string {
  return room.slice('board/'.length);
}

/** What may stand in the server's log: whoever has the whole name can open the room. */
export function shortRoom(room: string): string {
  const name = readRoom(room);
  if (name === undefined) return JSON.stringify(room.slice(0, 10));
  return name.member === undefined ? shortBoardId(name.board) : `${shortBoardId(name.board)}/own`;
}
