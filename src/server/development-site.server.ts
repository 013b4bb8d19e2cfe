import {createProxyServer} from 'httpxy';
import type {IncomingMessage} from 'node:http';
import type {Socket} from 'node:net';
import type {Duplex} from 'node:stream';
import type {Listener} from './app.server.ts';

/** The port of each language's development server, by its prefix: `{"/ja": 41001, "": 41000}`. */
export type Ports = Readonly<Record<string, number>>;

/** Passes what is not the server's own to Docusaurus's development servers, one for each language, on one origin. */
export function developmentSite(ports: Ports): {
  listener: Listener;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
} {
  // A connection for each request. Docusaurus's server closes those that rest for five seconds, and a request that is just then on its way
  // along a kept one fails: a page without one of its scripts is an empty page.
  const proxy = createProxyServer({agent: false});
  const target = (path = '/'): string => {
    const prefix = Object.keys(ports).find((candidate) => candidate !== '' && (path === candidate || path.startsWith(`${candidate}/`)));
    return `http://127.0.0.1:${ports[prefix ?? '']}`;
  };
  return {
    listener: (request, response) => {
      proxy.web(request, response, {target: target(request.url)}).catch(() => {
        if (!response.headersSent) response.writeHead(502, {'content-type': 'text/plain; charset=utf-8', 'retry-after': '2'});
        response.end('The development server of this language is still starting. Load the page again in a moment.\n');
      });
    },
    upgrade: (request, socket, head) => {
      // Node hands over the socket itself.
      proxy.ws(request, socket as Socket, {target: target(request.url)}, head).catch(() => socket.destroy());
    },
  };
}
