import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import {connect, type AddressInfo} from 'node:net';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {createGate} from '../../src/http/auth/gate.server.ts';
import type {Gateway} from '../../src/live/gateway/gateway.server.ts';
import {createApp, type Site} from '../../src/server/app.server.ts';

const gateway = {
  waitingFor: () => undefined,
  onChange: () => () => {},
  stopped: new AbortController().signal,
} as Partial<Gateway> as Gateway;
const errors: string[] = [];
/** Fails at once, later, or half way, as its path says. */
const site: Site = (request, response) => {
  if (request.url === '/at-once') throw new Error('at once');
  if (request.url === '/half-way') response.writeHead(200).write('half');
  if (request.url === '/later' || request.url === '/half-way') return Promise.reject(new Error('later'));
  response.end(`site ${request.url}`);
  return undefined;
};
let server: Server;
beforeEach(async () => {
  const app = createApp({
    gate: createGate({HANDBOOK_AUTH: 'none'}),
    gateway,
    site,
    lookup: (name) => (name === 'A' ? 'runbooks/a' : undefined),
    prefixes: ['/ja', ''],
    log: ({message}) => errors.push(message),
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  errors.length = 0;
});

/** Sends a request target as it is, which no client of good manners would. */
async function raw(target: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.end(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

it.each(['//', '//[', '//evil.example/r/A', '/%E0%A4%A', '/r/%E0%A4%A', '/?'])(
  'passes the odd target %s on to the site and lives',
  async (target) => {
    expect(await raw(target)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await raw('/healthz')).toMatch(/^HTTP\/1\.1 200 /);
  },
);

it.each(['http://evil.example/', 'x', '*'])('refuses the target %s', async (target) => {
  expect(await raw(target)).toMatch(/^HTTP\/1\.1 400 /);
});

it('leads only to pages of its own', async () => {
  expect(await raw('/r/A?x=%0d%0aSet-Cookie:a&y=1')).toMatch(/\r\nlocation: \/runbooks\/a\?x=%0D%0ASet-Cookie%3Aa&y=1\r\n/i);
});

it.each(['/at-once', '/later'])('answers 500 for a site that fails %s, says why in the log alone, and lives', async (target) => {
  const answer = await raw(target);
  expect(answer).toMatch(/^HTTP\/1\.1 500 [^]*\r\ncontent-type: application\/problem\+json\r\n[^]*"code":"internal"/i);
  expect(answer).toMatch(/\r\nx-content-type-options: nosniff\r\n/i);
  expect(errors).toEqual([target === '/later' ? 'later' : 'at once']);
  expect(await raw('/healthz')).toMatch(/^HTTP\/1\.1 200 /);
});

it('breaks off an answer that fails half way, and lives', async () => {
  // The last chunk, which would make it look whole, is missing.
  expect(await raw('/half-way').catch(() => '')).not.toMatch(/\r\n0\r\n\r\n$/);
  expect(errors).toEqual(['later']);
  expect(await raw('/healthz')).toMatch(/^HTTP\/1\.1 200 /);
});
