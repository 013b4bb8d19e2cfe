import {readFileSync} from 'node:fs';
import {createServer, request as httpRequest} from 'node:http';
import {connect, type AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import type {Duplex} from 'node:stream';
import type {Page} from '@playwright/test';
import {rolldown} from 'rolldown';
import {parse} from 'yaml';
import type {BoardAgenda} from '../../src/retro/board/agenda.ts';
import type {BoardStore} from '../../src/retro/store/board-store.ts';
import type * as here from '../../src/retro/store/boards-here.ts';
import type {openBoardStore} from '../../src/retro/store/open-board-store.ts';

declare global {
  interface Window {
    readonly boards: typeof here & {readonly openBoardStore: typeof openBoardStore};
    store: BoardStore;
    made: string;
  }
}

/** The agenda that the boards of these tests have. */
export const agenda = parse(readFileSync('data/agendas/kpt-30.yaml', 'utf8')) as BoardAgenda;

/** The browser's half of boards as one script, without a page around it. */
export async function bundleStore(): Promise<string> {
  const entry = 'virtual:store';
  const folder = resolve('src/retro/store');
  const bundle = await rolldown({
    input: entry,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : undefined),
        load: (id) =>
          id === entry ? `export * from '${folder}/boards-here.ts'; export * from '${folder}/open-board-store.ts';` : undefined,
      },
    ],
  });
  const {output} = await bundle.generate({format: 'iife', name: 'boards', minify: true});
  await bundle.close();
  return output[0].code;
}

/** An address with an empty page that has the script, before a handbook that may be down, or another one by now. */
export interface StorePage {
  readonly url: string;
  /** The handbook behind it; undefined is one that does not answer. */
  upstream: string | undefined;
  /** Cuts what is open. */
  readonly cut: () => void;
  /** Nothing goes through what is open, and nobody closes it: a network that is gone. */
  readonly freeze: () => void;
  readonly end: () => void;
}

export async function serveStore(script: string): Promise<StorePage> {
  const sockets = new Set<Duplex>();
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>store</title><link rel="icon" href="data:,"><script src="/store.js"></script>`);
    } else if (request.url === '/store.js') {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(script);
    } else if (page.upstream === undefined) {
      request.socket.destroy();
    } else {
      const onward = httpRequest(page.upstream + request.url, {method: request.method, headers: request.headers}, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => request.socket.destroy());
      request.pipe(onward);
    }
  });
  server.on('upgrade', (request, socket) => {
    const {hostname = '', port = 0} = page.upstream === undefined ? {} : new URL(page.upstream);
    if (page.upstream === undefined) {
      socket.destroy();
      return;
    }
    const onward = connect(Number(port), hostname);
    const head = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    onward.write(`GET ${request.url ?? ''} HTTP/1.1\r\n${head.join('')}\r\n`);
    for (const [one, another] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.pipe(another);
      one.on('error', () => another.destroy());
      one.on('close', () => {
        sockets.delete(one);
        another.destroy();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const page: StorePage = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    upstream: undefined,
    cut,
    freeze: () => {
      for (const socket of sockets) socket.unpipe();
      for (const socket of sockets) socket.pause();
    },
    end: () => {
      cut();
      server.closeAllConnections();
      server.close();
    },
  };
  return page;
}

/** Opens a board in a tab, and waits until it shows something. */
export async function openIn(page: Page, id: string): Promise<void> {
  await page.evaluate(
    ([board, known]) => {
      window.store = window.boards.openBoardStore({id: board, agendas: [known]});
    },
    [id, agenda] as const,
  );
  await page.waitForFunction(() => window.store.view().kind !== 'loading');
}
