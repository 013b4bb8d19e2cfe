import {Hocuspocus, type Connection, type Document} from '@hocuspocus/server';
import {encodeStateAsUpdate, snapshot, snapshotContainsUpdate} from 'yjs';
import type {Log} from '../../http/log.server.ts';
import {boardOfRoom, shortBoardId} from '../board/board-id.ts';
import {createRehearsal, type Rehearsal} from './rehearsal.ts';
import {LogError, type BoardLog} from '../log/board-log.ts';
import {DamagedBoardError, replay} from './replay.ts';

/** Why a socket is closed while a board is open, as its client hears it, with the code. */
const closeCodes = {gone: 4410, 'not-saved': 1013, malformed: 1007, 'too-large': 1009, 'too-many-cards': 1009} as const;
type CutOff = keyof typeof closeCodes;

/** Why a room is not opened. Hocuspocus tells the client `reason`, and prints only errors that have a message. */
class Refused extends Error {
  readonly reason: 'no-such-room' | 'gone' | 'damaged' | 'too-many-rooms';

  constructor(reason: Refused['reason']) {
    super('');
    this.reason = reason;
  }
}

/** The sync messages that change a board. https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md#sync-protocol-v1-encoding */
const [syncStep2, syncUpdate] = [1, 2];

/** How many boards one websocket may open. */
const mostRooms = 4;
/** The most characters that the presence of one message may have: a name, a place, a colour. */
const mostPresence = 4096;
/** A board with fewer updates than this in the log is read as quickly as a compacted one. */
const worthCompacting = 64;

/** Boards as they are open at this moment. An update is in the log before it is applied, passed on or acknowledged. */
export function createRooms({log, note}: {readonly log: BoardLog; readonly note: Log}): Hocuspocus {
  const rehearsals = new WeakMap<Document, Rehearsal>();
  const rooms = new Map<string, number>();

  /** Nothing more of what this client has sent changes the board. An error instead would be printed with the id of the board. */
  const sendAway = (connection: Connection, reason: CutOff): void => {
    note.warn({board: short(connection.document.name), socket: connection.socketId, reason}, 'a client of a board was cut off');
    connection.readOnly = true;
    connection.webSocket.close(closeCodes[reason], reason);
  };
  const refuse = (room: string, socket: string, reason: Refused['reason']): never => {
    note.warn({board: short(room), socket, reason}, 'a room was refused');
    throw new Refused(reason);
  };

  return new Hocuspocus({
    quiet: true,
    // Nothing waits for these: what they store is in the log already.
    debounce: 10_000,
    maxDebounce: 60_000,
    maxPendingDocuments: mostRooms,
    maxUnauthenticatedQueueSize: 2 * 1024 * 1024,
    maxUnauthenticatedQueueMessages: 200,

    onAuthenticate: async ({documentName, socketId}) => {
      const id = boardOfRoom(documentName) ?? refuse(documentName, socketId, 'no-such-room');
      if ((rooms.get(socketId) ?? 0) >= mostRooms) refuse(documentName, socketId, 'too-many-rooms');
      if ((await log.find(id)).kind === 'gone') refuse(documentName, socketId, 'gone');
    },
    connected: async ({socketId}) => void rooms.set(socketId, (rooms.get(socketId) ?? 0) + 1),
    onDisconnect: async ({socketId}) => {
      const left = (rooms.get(socketId) ?? 1) - 1;
      if (left > 0) rooms.set(socketId, left);
      else rooms.delete(socketId);
    },

    onLoadDocument: async ({document, documentName, socketId}) => {
      const id = idOf(documentName);
      try {
        const {document: loaded} = await readBoard(log, id, note);
        rehearsals.set(document, createRehearsal(document));
        return loaded;
      } catch (error) {
        if (!(error instanceof DamagedBoardError)) throw error;
        note.error({board: shortBoardId(id), err: error}, 'a board is damaged and stays closed');
        return refuse(documentName, socketId, 'damaged');
      }
    },

    beforeSync: async ({type, payload, document, documentName, connection}) => {
      if ((type !== syncStep2 && type !== syncUpdate) || connection.readOnly) return;
      const id = idOf(documentName);
      const why = rehearsals.get(document)?.refuses(payload);
      if (why !== undefined) {
        sendAway(connection, why);
        return;
      }
      // Whoever comes back sends every deletion again. What is on the board is in the log.
      if (type === syncStep2 && snapshotContainsUpdate(snapshot(document), payload)) return;
      try {
        await log.append(id, payload);
      } catch (error) {
        rehearsals.get(document)?.startOver();
        if (error instanceof LogError && error.fault === 'gone') {
          sendAway(connection, 'gone');
          return;
        }
        note.error({board: shortBoardId(id), err: error}, 'an update could not be written and is not acknowledged');
        sendAway(connection, 'not-saved');
      }
    },

    beforeHandleAwareness: async ({states, connection}) => {
      if (connection === undefined || JSON.stringify([...states.values()]).length <= mostPresence) return;
      states.clear();
      sendAway(connection, 'too-large');
    },

    onStoreDocument: async ({documentName}) => {
      try {
        await compact(log, idOf(documentName), note);
      } catch (error) {
        note.error({board: short(documentName), err: error}, 'the log of a board could not be compacted');
      }
    },
  });
}

async function readBoard(log: BoardLog, id: string, note: Log): ReturnType<typeof readLogged> {
  const read = await readLogged(log, id);
  for (const bad of read.bad) {
    note.error({board: shortBoardId(id), ...bad}, 'an update of a board cannot be applied and is kept apart');
    await log.setAside(id, bad);
  }
  return read;
}

async function readLogged(log: BoardLog, id: string) {
  const logged = await log.read(id);
  return {logged, ...replay(logged)};
}

/** What takes the place of updates is made of those very updates, not of the open board: nothing can go that is not in it. */
async function compact(log: BoardLog, id: string, note: Log): Promise<void> {
  const {logged, document} = await readBoard(log, id, note);
  if (logged.updates.length < worthCompacting) return;
  await log.compact(id, {state: encodeStateAsUpdate(document), upTo: logged.upTo});
}

/** Rooms with another name were refused before. */
function idOf(room: string): string {
  const id = boardOfRoom(room);
  if (id === undefined) throw new Error('a room that was let in has no id');
  return id;
}

function short(room: string): string {
  const id = boardOfRoom(room);
  return id === undefined ? JSON.stringify(room.slice(0, 40)) : shortBoardId(id);
}
