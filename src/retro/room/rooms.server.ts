import {Hocuspocus, type Connection} from '@hocuspocus/server';
import {snapshot, snapshotContainsUpdate} from 'yjs';
import type {Log} from '../../http/log.server.ts';
import type {BoardAgenda} from '../board/agenda.ts';
import {closed} from '../board/shapes.ts';
import {readMeta} from '../board/read-board.ts';
import type {Answer} from '../board/wire.ts';
import {LogError, type BoardLog} from '../log/board-log.ts';
import {createAsking} from './asking.server.ts';
import {closeCodes, Refused, type CutOff} from './cut-off.ts';
import {filterStates} from './filter-states.ts';
import {compactKept, readKept} from './kept.server.ts';
import {memberOf} from './member.server.ts';
import {allowedIn, createOpenRooms, isClosed, memberAt, type Context, type OpenRooms} from './open-rooms.ts';
import {boardLimits, createRehearsal, ownLimits} from './rehearsal.ts';
import {DamagedBoardError} from './replay.ts';
import {logName, readRoom, roomOf, shortRoom, type RoomName} from './room-name.ts';
import {createTurns} from './turns.ts';

/** The sync messages that change a board. https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md#sync-protocol-v1-encoding */
const [syncStep2, syncUpdate] = [1, 2];

/** How many rooms one websocket may open: its board and the person's own, and two while a page goes over to another board. */
const mostRooms = 4;
/** How many people may have something for themselves on one board. */
const mostOwns = 200;

export interface RoomsOptions {
  readonly log: BoardLog;
  readonly note: Log;
  readonly agenda: (id: string) => BoardAgenda | undefined;
  readonly cutOff: (reason: CutOff) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Boards as they are open at this moment. */
export interface Rooms {
  readonly hocuspocus: Hocuspocus<Context>;
  readonly openRooms: OpenRooms;
  /** Says to a tab, or says again, who the person at it is. */
  readonly introduce: (connection: Connection) => void;
  readonly sendAway: (connection: Connection, reason: CutOff) => void;
}

/** An update is tried on a copy, then in the log, and only then applied, passed on and acknowledged. */
export function createRooms({log, note, agenda, cutOff, now}: RoomsOptions): Rooms {
  const turns = createTurns();
  const openRooms = createOpenRooms(() => hocuspocus);
  const rooms = new Map<string, number>();

  /** Nothing more of what this client has sent changes the board. An error instead would be printed with the id of the board. */
  const sendAway = (connection: Connection, reason: CutOff): void => {
    note.warn({board: shortRoom(connection.document.name), socket: connection.socketId, reason}, 'a client of a board was cut off');
    cutOff(reason);
    connection.readOnly = true;
    connection.webSocket.close(closeCodes[reason], reason);
  };
  const refuse = (room: string, socket: string, reason: Refused['reason']): never => {
    note.warn({board: shortRoom(room), socket, reason}, 'a room was refused');
    throw new Refused(reason);
  };
  const introduce = (connection: Connection): void => {
    const {name, keyHash} = openRooms.get(connection.document);
    if (name.member !== undefined) return;
    const you: Answer = {kind: 'you', member: memberAt(connection), now: now(), hasKey: keyHash !== undefined};
    connection.sendStateless(JSON.stringify(you));
  };
  const wasClosed = async ({board, member}: RoomName): Promise<boolean> =>
    member !== undefined && readMeta(await readKept(board, {log, note})).phase === closed;
  const asking = createAsking({log, note, openRooms, turns, agenda, now, sendAway});

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    // Nothing waits for these: what they store is in the log already.
    debounce: 10_000,
    maxDebounce: 60_000,
    // Counted in socket.server.ts.
    maxUnauthenticatedQueueSize: Infinity,
    maxUnauthenticatedQueueMessages: Infinity,

    onAuthenticate: async ({documentName, socketId, token, context}) => {
      const name = readRoom(documentName) ?? refuse(documentName, socketId, 'no-such-room');
      const member = memberOf(name.board, token, context.visitor);
      if (name.member !== undefined && name.member !== member) refuse(documentName, socketId, 'no-such-room');
      if ((rooms.get(socketId) ?? 0) >= mostRooms) refuse(documentName, socketId, 'too-many-rooms');
      if ((await log.find(name.board)).kind === 'gone') refuse(documentName, socketId, 'gone');
      if (name.member !== undefined) {
        const owns = await log.ownNames(name.board);
        if (owns.length >= mostOwns && !owns.includes(logName(documentName))) refuse(documentName, socketId, 'too-many-rooms');
      }
      return {member};
    },
    connected: async ({socketId, connection}) => {
      rooms.set(socketId, (rooms.get(socketId) ?? 0) + 1);
      if (openRooms.get(connection.document).isGone) sendAway(connection, 'gone');
      else introduce(connection);
    },
    onDisconnect: async ({socketId}) => {
      const left = (rooms.get(socketId) ?? 1) - 1;
      if (left > 0) rooms.set(socketId, left);
      else rooms.delete(socketId);
    },

    onLoadDocument: async ({document, documentName, socketId}) => {
      const name = roomOf(documentName);
      try {
        const entry = await log.find(name.board);
        if (entry.kind === 'gone') return refuse(documentName, socketId, 'gone');
        const keyHash = entry.kind === 'known' ? entry.keyHash : undefined;
        const loaded = await readKept(logName(documentName), {log, note});
        const rehearsal = createRehearsal(document, name.member === undefined ? boardLimits : ownLimits);
        const hasEnded = keyHash !== undefined && (await wasClosed(name));
        openRooms.add(document, {name, keyHash, isClosed: hasEnded, isGone: false, rehearsal});
        return loaded;
      } catch (error) {
        if (!(error instanceof DamagedBoardError)) throw error;
        note.error({board: shortRoom(documentName), err: error}, 'a board is damaged and stays closed');
        return refuse(documentName, socketId, 'damaged');
      }
    },

    beforeSync: async ({type, payload, document, documentName, connection}) => {
      if ((type !== syncStep2 && type !== syncUpdate) || connection.readOnly) return;
      const room = openRooms.get(document);
      // While drafts are being shown, what is still written in them waits: it must not fall between.
      if (room.name.member !== undefined) for (let over; (over = turns.over(room.name.board)) !== undefined;) await over;
      const why = room.rehearsal.refuses(payload, allowedIn(room));
      if (why !== undefined) {
        sendAway(connection, why);
        return;
      }
      const takesNothing = isClosed(room, document);
      // Whoever comes back sends every deletion again. What is in the document is in the log.
      if ((type === syncStep2 || takesNothing) && snapshotContainsUpdate(snapshot(document), payload)) return;
      if (takesNothing) {
        room.rehearsal.startOver();
        sendAway(connection, 'closed');
        return;
      }
      try {
        await log.append(logName(documentName), payload);
      } catch (error) {
        room.rehearsal.startOver();
        if (error instanceof LogError && error.fault === 'gone') {
          sendAway(connection, 'gone');
          return;
        }
        note.error({board: shortRoom(documentName), err: error}, 'an update could not be written and is not acknowledged');
        sendAway(connection, 'not-saved');
      }
    },

    onStateless: async ({connection, payload}) => asking(connection, payload),

    beforeHandleAwareness: async ({states, connection, document}) => {
      if (connection === undefined) return;
      const why = filterStates(states, {connection, document, isOwn: openRooms.get(document).name.member !== undefined});
      if (why !== undefined) sendAway(connection, why);
    },

    onStoreDocument: async ({documentName}) => {
      try {
        await compactKept(logName(documentName), {log, note});
      } catch (error) {
        note.error({board: shortRoom(documentName), err: error}, 'the log of a board could not be compacted');
      }
    },
  });
  return {hocuspocus, openRooms, introduce, sendAway};
}
