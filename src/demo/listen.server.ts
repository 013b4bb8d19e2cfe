import {createServer, type RequestListener} from 'node:http';
import {createServer as createPlainServer, type AddressInfo, type Server} from 'node:net';

/** A server of the demo's own, on a free port of loopback. */
export interface Listening {
  /** `http://127.0.0.1:41234` */
  readonly url: string;
  /** `127.0.0.1:41234` */
  readonly address: string;
  readonly end: () => Promise<void>;
}

export async function listen(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  const address = `127.0.0.1:${await portOf(server, 0)}`;
  return {
    url: `http://${address}`,
    address,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Makes sure that a port of loopback can be had, for a program that is to listen there; 0 is any free one.
 * @throws the error of the system when it cannot.
 */
export async function claimPort(wanted = 0): Promise<number> {
  const server = createPlainServer();
  const port = await portOf(server, wanted);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

async function portOf(server: Server, wanted: number): Promise<number> {
  const {promise, resolve, reject} = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(wanted, '127.0.0.1', resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}
