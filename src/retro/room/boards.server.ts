import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer} from 'ws';
import {identityOf} from '../../http/auth/identity.server.ts';
import type {Log} from '../../http/log.server.ts';
import type {BoardAgenda} from '../board/agenda.ts';
import {readBoard} from '../board/read-board.ts';
import type {Board} from '../board/shapes.ts';
import type {BoardEntry, BoardLog} from '../log/board-log.ts';
import {readKept} from './kept.server.ts';
import {createBoardMetrics, type BoardMetrics} from './metrics.server.ts';
import {newVisitor} from './member.server.ts';
import {memberAt} from './open-rooms.ts';
import {boardRoom, roomOf} from './room-name.ts';
import {createRooms, type Rooms} from './rooms.server.ts';
import {joinSocket} from './socket.server.ts';

/** The boards of this server. All but `upgrade` reject while the log cannot be opened: the rest of the handbook lives without boards. */
export interface Boards {
  /** Answers a request for a websocket at `/_board`. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Takes the agendas as `data/agendas` has them now. */
  readonly useAgendas: (agendas: readonly BoardAgenda[]) => void;
  readonly agenda: (id: string) => BoardAgenda | undefined;
  /** Fulfilled when there are boards at all. */
  readonly opened: Promise<unknown>;
  readonly find: (id: string) => Promise<BoardEntry>;
  /** What everyone may see of a board: nobody's drafts. Empty for one that there is not. */
  readonly read: (id: string) => Promise<Board>;
  /** Gives a board its key and its first state, for whoever is on it already too. See `BoardLog.create`. */
  readonly create: BoardLog['create'];
  /** Removes a board for good, and sends away who is on it. */
  readonly remove: (id: string) => Promise<void>;
  readonly metrics: Pick<BoardMetrics, 'text'>;
  /** Finishes what was begun, and sends everybody away. */
  readonly close: () => Promise<void>;
}

interface Options {
  /** It may still be opening. */
  readonly log: Promise<BoardLog>;
  readonly note: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The largest frame that is read. */
const mostBytes = 1024 * 1024;
const mostSockets = 1000;

/** Starts the boards on a log that may still be opening. */
export function startBoards({log: opening, note, now = () => Date.now()}: Options): Boards {
  const sockets = new WebSocketServer({noServer: true, maxPayload: mostBytes, perMessageDeflate: false});
  let agendas: ReadonlyMap<string, BoardAgenda> = new Map();
  let running: Rooms | undefined;
  const metrics = createBoardMetrics(looksAt(() => running));
  const agenda = (id: string): BoardAgenda | undefined => agendas.get(id);
  const started = opening.then((bare) => {
    const log = metrics.measured(bare);
    const rooms = createRooms({log, note, agenda, now, cutOff: metrics.cutOff});
    running = rooms;
    return {log, rooms};
  });
  started.catch((error: unknown) => note.error({err: error}, 'boards cannot be opened; the rest of the handbook is served without them'));
  let isClosing = false;

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    socket.on('error', () => socket.destroy());
    if (!isOfThisSite(request)) {
      hangUp(socket, '403 Forbidden');
      return;
    }
    const boards = await started.catch(() => undefined);
    if (socket.destroyed) return;
    if (boards === undefined || isClosing || sockets.clients.size >= mostSockets) hangUp(socket, '503 Service Unavailable');
    else
      sockets.handleUpgrade(request, socket, head, (opened) => {
        const visitor = newVisitor(identityOf(request)?.subject);
        joinSocket(boards.rooms.hocuspocus, {socket: opened, request, visitor, note, cutOff: metrics.cutOff});
      });
  };

  return {
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
    useAgendas: (given) => (agendas = new Map(given.map((each) => [each.id, each]))),
    agenda,
    opened: started,
    find: async (id) => (await started).log.find(id),
    read: async (id) => {
      const {log, rooms} = await started;
      return readBoard(rooms.hocuspocus.documents.get(boardRoom(id)) ?? (await readKept(id, {log, note})));
    },
    create: async (id, first) => {
      const {log, rooms} = await started;
      const answer = await log.create(id, first);
      if (answer === 'created') await welcome(rooms, id, first);
      return answer;
    },
    remove: async (id) => {
      const {log, rooms} = await started;
      await log.remove(id);
      for (const document of await rooms.openRooms.onBoard(id)) {
        rooms.openRooms.get(document).isGone = true;
        for (const connection of document.getConnections()) rooms.sendAway(connection, 'gone');
      }
    },
    metrics,
    close: async () => {
      isClosing = true;
      const boards = await started.catch(() => undefined);
      if (boards === undefined) return;
      for (const socket of sockets.clients) socket.close(1012, 'restart');
      await emptied(boards.rooms.hocuspocus.documents, 1000);
      for (const socket of sockets.clients) socket.terminate();
      boards.rooms.hocuspocus.flushPendingStores();
      await emptied(boards.rooms.hocuspocus.documents, 2000);
      await boards.log.close();
    },
  };
}

/** Whoever was there before the board came gets it, and hears that it has a key now. */
async function welcome({openRooms, introduce}: Rooms, id: string, {keyHash, state}: Parameters<BoardLog['create']>[1]): Promise<void> {
  const documents = await openRooms.onBoard(id);
  for (const document of documents) openRooms.get(document).keyHash = keyHash;
  await openRooms.apply(boardRoom(id), state);
  for (const document of documents) for (const connection of document.getConnections()) introduce(connection);
}

function looksAt(running: () => Rooms | undefined): {readonly boards: () => number; readonly people: () => number} {
  const boards = () => [...(running()?.hocuspocus.documents.values() ?? [])].filter(({name}) => roomOf(name).member === undefined);
  return {
    boards: () => boards().length,
    people: () => boards().reduce((sum, board) => sum + new Set(board.getConnections().map((connection) => memberAt(connection))).size, 0),
  };
}

/** Another site's page must not speak in the name of a reader whose browser sends its cookies along. Programs have no origin. */
function isOfThisSite({headers}: IncomingMessage): boolean {
  if (headers.origin === undefined) return true;
  if (!URL.canParse(headers.origin)) return false;
  const {host} = new URL(headers.origin);
  return host === headers.host || host === headers['x-forwarded-host'];
}

function hangUp(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\ncache-control: no-store\r\n\r\n`);
}

/** Waits until nothing is open any more, but not for ever. */
async function emptied(documents: ReadonlyMap<string, unknown>, mostMs: number): Promise<void> {
  const end = performance.now() + mostMs;
  while (documents.size > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}
