import {once as event} from 'node:events';
import {createServer, request, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A server that answers as somebody would who means harm. */
export interface Hostile {
  readonly url: string;
  readonly port: number;
  /** Every address that was asked for, as it was sent. */
  readonly asked: readonly string[];
  /** Decides what stands below `/<name>` from now on; what nobody has decided is 404. */
  readonly stands: (name: string, listener: RequestListener) => void;
  readonly end: () => Promise<void>;
}

export async function startHostile(): Promise<Hostile> {
  const listeners = new Map<string, RequestListener>();
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    asked.push(incoming.url ?? '');
    // The other side hangs up on most of what comes from here.
    response.on('error', () => {});
    const [, name = ''] = /^\/([\w-]+)/.exec(incoming.url ?? '') ?? [];
    const listener = listeners.get(name);
    if (listener === undefined) response.writeHead(404).end();
    else listener(incoming, response);
  });
  server.on('connection', (socket) => socket.on('error', () => {}));
  server.listen(0, '127.0.0.1');
  await event(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    stands: (name, listener) => void listeners.set(name, listener),
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Passes what is asked below `/<name>` on to a real server. */
export function passOn(target: string): RequestListener {
  return (incoming, response) => {
    const url = new URL(`${target}${(incoming.url ?? '').replace(/^\/[\w-]+/, '')}`);
    const sent = request(url, {method: incoming.method, headers: {...incoming.headers, host: url.host}}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    sent.on('error', () => response.destroy());
    incoming.pipe(sent);
  };
}

/** Answers once, and then not at all. */
export function once(listener: RequestListener): RequestListener {
  let given = false;
  return (incoming, response) => {
    if (!given) listener(incoming, response);
    given = true;
  };
}
