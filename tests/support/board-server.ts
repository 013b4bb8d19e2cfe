import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {Hono} from 'hono';
import {setIdentity} from '../../src/http/auth/identity.server.ts';
import {createLog} from '../../src/http/log.server.ts';
import {problem} from '../../src/http/problem.server.ts';
import {readAgendas} from '../../src/registers/read-registers.server.ts';
import {openSqliteLog} from '../../src/retro/log/open-sqlite-log.server.ts';
import {startBoards, type Boards} from '../../src/retro/room/boards.server.ts';
import {boardRoutes} from '../../src/retro/room/routes.server.ts';

/** The boards of a handbook in this process, so that a test has their log and their clock. */
export interface BoardServer {
  readonly url: string;
  readonly boards: Boards;
  /** The lines of its log. */
  readonly written: readonly string[];
  readonly end: () => Promise<void>;
}

interface Options {
  /** Where they were before. */
  readonly port?: number;
  /** Makes a disk that is soon full. */
  readonly mostPages?: number;
  /** Who everybody is, as a gate would have verified it. */
  readonly subject?: string;
}

export async function serveBoards(folder: string, {port = 0, mostPages, subject}: Options = {}): Promise<BoardServer> {
  const written: string[] = [];
  const boards = startBoards({
    log: openSqliteLog({folder, mostPages}),
    note: createLog({env: {}, to: {write: (line) => void written.push(line)}}),
  });
  boards.useAgendas(readAgendas('.'));
  const api = new Hono().route('/_board/v1', boardRoutes(boards));
  api.onError((error, context) => problem(error, context, ({stack}) => written.push(stack ?? '')));
  const server = createServer(getRequestListener(api.fetch));
  server.on('upgrade', (request, socket, head) => {
    if (subject !== undefined) setIdentity(request, {subject});
    boards.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    boards,
    written,
    end: async () => {
      await boards.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
