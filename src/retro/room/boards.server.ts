import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer} from 'ws';
import type {Log} from '../../http/log.server.ts';
import {joinSocket} from './socket.server.ts';
import {createRooms} from './rooms.server.ts';
import type {BoardLog} from '../log/board-log.ts';

/** The boards of this server. */
export interface Boards {
  /** The log, once it is open. Rejects with the reason when it cannot be: the rest of the handbook lives without boards. */
  readonly log: Promise<BoardLog>;
  /** Answers a request for a websocket at `/_board`. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Removes a board for good, and sends away who is on it. */
  readonly remove: (id: string) => Promise<void>;
  /** Finishes what was begun, and sends everybody away. */
  readonly close: () => Promise<void>;
}

/** The largest frame that is read. */
const mostBytes = 1024 * 1024;
const mostSockets = 1000;

/** Starts the boards on a log that may still be opening. */
export function startBoards({log: opening, note}: {readonly log: Promise<BoardLog>; readonly note: Log}): Boards {
  const sockets = new WebSocketServer({noServer: true, maxPayload: mostBytes, perMessageDeflate: false});
  const started = opening.then((log) => ({log, rooms: createRooms({log, note})}));
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
    else sockets.handleUpgrade(request, socket, head, (opened) => joinSocket(boards.rooms, {socket: opened, request, note}));
  };

  return {
    log: opening,
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
    remove: async (id) => {
      const {log, rooms} = await started;
      await log.remove(id);
      for (const {webSocket} of rooms.documents.get(`board/${id}`)?.getConnections() ?? []) webSocket.close(4410, 'gone');
    },
    close: async () => {
      isClosing = true;
      const boards = await started.catch(() => undefined);
      if (boards === undefined) return;
      for (const socket of sockets.clients) socket.close(1012, 'restart');
      await emptied(boards.rooms.documents, 1000);
      for (const socket of sockets.clients) socket.terminate();
      boards.rooms.flushPendingStores();
      await emptied(boards.rooms.documents, 2000);
      await boards.log.close();
    },
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
