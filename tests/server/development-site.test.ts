import {createServer as createHttpServer, type Server as HttpServer} from 'node:http';
import {createServer, type AddressInfo, type Server} from 'node:net';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {developmentSite} from '../../src/server/development-site.server.ts';

/** Answers once on each connection and breaks it off at a second question, as a server does that has just given up a connection at rest. */
const inner = createServer((socket) => {
  let asked = false;
  socket.on('data', () => {
    if (asked) socket.destroy();
    else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok');
    asked = true;
  });
  socket.on('error', () => undefined);
});
let outer: HttpServer;

beforeAll(async () => {
  outer = createHttpServer(developmentSite({'': await listening(inner)}).listener);
  await listening(outer);
});
afterAll(() => {
  outer.closeAllConnections();
  outer.close();
  inner.close();
});

it('loses no request to a connection that the development server has given up', async () => {
  const answers: string[] = [];
  for (let n = 0; n < 5; n++) {
    const response = await fetch(`http://127.0.0.1:${(outer.address() as AddressInfo).port}/main.js`);
    answers.push(`${response.status} ${await response.text()}`);
  }
  expect(answers).toEqual(Array.from({length: 5}, () => '200 ok'));
});

async function listening(server: Server | HttpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
