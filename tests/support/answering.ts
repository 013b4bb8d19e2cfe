import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';

/** A server that gives the same answer to everything, until the test is over: what a real source cannot be brought to on demand. */
export async function answering(status: number, body: string): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status, {location: 'http://elsewhere.example/'}).end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
