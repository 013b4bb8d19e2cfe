import type {Hocuspocus, WebSocketLike} from '@hocuspocus/server';
import type {IncomingMessage} from 'node:http';
import type {WebSocket} from 'ws';
import type {Log} from '../../http/log.server.ts';
import {createAllowance} from './allowance.ts';
import {readFrame} from './frame.ts';
import type {Visitor} from './member.server.ts';
import type {Context} from './open-rooms.ts';

/** What one client may send: typing makes some 20 frames a second, a long absence one large frame. */
const frames = {atOnce: 600, perSecond: 100};
const bytes = {atOnce: 8 * 1024 * 1024, perSecond: 1024 * 1024};
/** How often it may begin to sync: once a room is usual, and each time the server goes through the whole of a document. */
const syncs = {atOnce: 32, perSecond: 0.5};
/** How many rooms one websocket may ask for. A page needs two. */
const mostRooms = 8;
/** What may come for rooms that are not open yet. Hocuspocus keeps it in memory, and would print the whole name of the room at its own limit. */
const early = {frames: 400, bytes: 2 * 1024 * 1024};
/** How much may wait for a client that does not read. */
const mostWaiting = 16 * 1024 * 1024;

interface Options {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly visitor: Visitor;
  readonly note: Log;
  /** Hears why a client was cut off. */
  readonly cutOff: (reason: string) => void;
}

/** Joins a websocket to the boards, and cuts it off when it sends too much or too fast, or does not read. */
export function joinSocket(hocuspocus: Hocuspocus<Context>, {socket, request, visitor, note, cutOff: count}: Options): void {
  const now = (): number => performance.now();
  const [frameAllowance, byteAllowance] = [createAllowance({...frames, now}), createAllowance({...bytes, now})];
  const syncAllowance = createAllowance({...syncs, now});
  const cutOff = (code: number, reason: string): void => {
    if (socket.readyState !== socket.OPEN) return;
    note.warn({reason}, 'a client of the boards was cut off');
    count(reason);
    socket.close(code, reason);
  };
  const outward: WebSocketLike = {
    send: (data) => {
      if (socket.bufferedAmount > mostWaiting) socket.terminate();
      // Hocuspocus sends nothing else.
      else socket.send(data as Uint8Array);
    },
    close: (code, reason) => socket.close(code, reason),
    get readyState() {
      return socket.readyState;
    },
  };
  const client = hocuspocus.handleConnection(outward, new Request(new URL(request.url ?? '/', 'http://handbook')), {visitor, member: ''});
  const rooms = new Set<string>();
  // Hocuspocus has no public word for whether a room is open on a socket.
  const {documentConnections: open} = client as unknown as {readonly documentConnections: Readonly<Record<string, unknown>>};
  const came = {frames: 0, bytes: 0};
  const isTooEarly = (address: string, {byteLength}: Uint8Array): boolean => {
    if (Object.hasOwn(open, address)) return false;
    came.frames++;
    came.bytes += byteLength;
    return came.frames > early.frames || came.bytes > early.bytes;
  };
  const take = (data: Uint8Array): void => {
    const frame = readFrame(data);
    if (frame !== undefined) rooms.add(frame.address);
    if (frame === undefined) cutOff(1007, 'malformed');
    else if (rooms.size > mostRooms) cutOff(1008, 'too-many-rooms');
    else if (frame.isSync && !syncAllowance.take(1)) cutOff(1008, 'too-fast');
    else if (isTooEarly(frame.address, data)) cutOff(1008, 'too-early');
    else client.handleMessage(data);
  };
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    // What is on its way from a client that was cut off is not read.
    if (socket.readyState !== socket.OPEN) return;
    if (!isBinary) cutOff(1003, 'not-binary');
    else if (!frameAllowance.take(1) || !byteAllowance.take(data.byteLength)) cutOff(1008, 'too-fast');
    else take(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  });
  // A frame that is too large, or none at all; the library closes the socket itself.
  socket.on('error', ({message}: Error) => {
    note.warn({reason: message}, 'a client of the boards was cut off');
    count('bad-frame');
  });
  socket.on('close', (code: number, reason: Buffer) => client.handleClose({code, reason: String(reason)}));
}
