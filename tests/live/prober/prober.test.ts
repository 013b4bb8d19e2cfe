import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {openHistory} from '../../../src/live/prober/history.server.ts';
import {probeOnce} from '../../../src/live/prober/prober.server.ts';

const probe = {name: 'p', service: 's', target: 'self', path: '/x', every: '30s', timeout: '200ms', expect: [200]} as const;
const still = new AbortController().signal;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function target(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('probeOnce', () => {
  it('is content with a status that is expected', async () => {
    const self = await target((request, response) => response.writeHead(request.url === '/x' ? 200 : 404).end());
    expect(await probeOnce({...probe, expect: [200]}, {self, signal: still})).toMatchObject({ok: true, detail: 'HTTP 200'});
  });

  it('does not follow a redirect', async () => {
    const self = await target((_request, response) => response.writeHead(302, {location: '/ok'}).end());
    expect(await probeOnce({...probe, expect: [200]}, {self, signal: still})).toMatchObject({ok: false, detail: 'HTTP 302'});
  });

  it('says that nobody answered, or not in time', async () => {
    const silent = await target(() => {});
    expect(await probeOnce({...probe, expect: [200]}, {self: silent, signal: still})).toMatchObject({
      ok: false,
      detail: 'no answer within 200ms',
    });
    expect(await probeOnce({...probe, expect: [200]}, {self: 'http://127.0.0.1:1', signal: still})).toMatchObject({
      ok: false,
      detail: 'no connection',
    });
  });

  it('takes its own end for no failure of the target', async () => {
    const self = await target(() => {});
    const stop = new AbortController();
    const asked = probeOnce({...probe, timeout: '5s', expect: [200]}, {self, signal: stop.signal});
    stop.abort();
    await expect(asked).rejects.toThrow(/abort/i);
  });
});

it('keeps results across a restart, newest first, and forgets what is older than 90 days', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-history-'));
  const day = 24 * 3600 * 1000;
  const result = (at: number) => ({at, ok: true, latencyMs: 1.5, detail: 'HTTP 200'});
  const first = openHistory(folder);
  for (const at of [day, 2 * day, 92.5 * day]) first.add('p', result(at));
  first.add('q', result(day));
  first.close();
  const second = openHistory(folder);
  expect(second.latest('p', 5).map(({at}) => at / day)).toEqual([92.5]);
  expect(second.latest('q', 5)).toEqual([result(day)]);
  second.close();
  rmSync(folder, {recursive: true});
});
