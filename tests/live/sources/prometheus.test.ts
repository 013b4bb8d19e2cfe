import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, describe, expect, it} from 'vitest';
import {readAlertmanager} from '../../../src/live/sources/alertmanager.server.ts';
import {readPrometheus} from '../../../src/live/sources/prometheus.server.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that misbehaves in a way that a real Prometheus cannot be brought to on demand. */
async function answering(status: number, body: string): Promise<{url: string; timeoutMs: number; mayBeAbsent: []}> {
  server = createServer((_request, response) => response.writeHead(status, {location: 'http://elsewhere.example/'}).end(body)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeoutMs: 500, mayBeAbsent: []};
}

describe('reading a source', () => {
  it.each([
    [401, '', 'unauthorised'],
    [403, '', 'unauthorised'],
    [429, '', 'rate-limited'],
    [503, 'starting', 'unreachable'],
    [302, '', 'parse'],
    [400, '{"status":"error"}', 'parse'],
    [200, '<html>', 'parse'],
    [200, '{"status":"success","data":{}}', 'parse'],
  ])('turns HTTP %i %s into %s', async (status, body, reason) => {
    const source = await answering(status, body);
    await expect(readPrometheus(source, new Map())).rejects.toMatchObject({name: 'AskError', reason});
    await expect(readAlertmanager(source)).rejects.toMatchObject({name: 'AskError', reason});
  });

  it('does not take a state of Alertmanager that nobody knows for a quiet one', async () => {
    const body = JSON.stringify([{labels: {}, startsAt: '', status: {state: 'novel'}}]);
    await expect(readAlertmanager(await answering(200, body))).rejects.toMatchObject({reason: 'parse'});
  });

  it('keeps what the source said to itself', async () => {
    const source = await answering(422, '{"error":"secret labels"}');
    await expect(readPrometheus(source, new Map())).rejects.toThrow(/^HTTP 422$/);
  });
});
