import {EventEmitter, once} from 'node:events';
import {createServer, request as httpRequest, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {AlertsAnswer as Answer, type AlertsAnswer} from '../../../src/live/contract.ts';
import * as contract from '../../../src/live/contract.ts';
import type {Gateway} from '../../../src/live/gateway/gateway.server.ts';
import type {Live} from '../../../src/live/state.ts';
import {createApi} from '../../../src/server/app.server.ts';

const quiet: Live = {state: 'ok', observedAt: '2026-01-01T00:00:00.000Z', ageMs: 10, validForMs: 5000, value: {}, evidence: []};
const loud: Live = {...quiet, state: 'firing', value: {firing: 1}};

/** A gateway whose truth a test sets by hand. */
function handGateway(): Gateway & {set: (id: string, live: Live) => void; waiting: string | undefined} {
  const changes = new EventEmitter();
  const stopped = new AbortController();
  const lives = new Map<string, [Live, number]>([
    ['alert:A', [quiet, 0]],
    ['service:b', [quiet, 0]],
  ]);
  let version = 0;
  const gateway = {
    waiting: undefined as string | undefined,
    live: (id: string) => lives.get(id)?.[0],
    alerts: (): AlertsAnswer => ({items: [], live: quiet}),
    version: () => version,
    changedAt: (id: string) => lives.get(id)?.[1] ?? 0,
    onChange: (listener: () => void) => {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
    waitingFor: () => gateway.waiting,
    stopped: stopped.signal,
    stop: () => {
      stopped.abort();
      changes.emit('change');
    },
    set: (id: string, live: Live) => {
      lives.set(id, [live, ++version]);
      changes.emit('change');
    },
  };
  gateway.set('alert:A', quiet);
  gateway.set('service:b', quiet);
  return gateway;
}

let gateway: ReturnType<typeof handGateway>;
beforeEach(() => {
  gateway = handGateway();
});

const api = () => createApi({gateway, log: () => {}});

describe('GET /_status/v1/live', () => {
  it('answers every id that was asked for, in the shape of the contract', async () => {
    const response = await api().request('/_status/v1/live?ids=alert:A,service:b');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(Object.keys(contract.LiveAnswer.parse(await response.json()).items)).toEqual(['alert:A', 'service:b']);
  });

  it.each([
    ['?ids=alert:A,alert:Nope', 404, 'unknown-id', 'Nothing in data/ is named alert:Nope'],
    ['?ids=alert', 400, 'malformed-id', 'Found "alert", expected an id such as service:lending-api'],
    ['?ids=disk:a', 400, 'malformed-id', 'Found "disk:a", expected an id such as service:lending-api'],
    ['', 400, 'no-ids', 'Found no ids, expected ?ids=service:lending-api,alert:KubePodCrashLooping'],
    [`?ids=${Array.from({length: 201}, (_, n) => `alert:A${n}`).join(',')}`, 400, 'too-many-ids', 'Found 201 ids, expected at most 200'],
  ])('refuses %s', async (query, status, code, detail) => {
    const response = await api().request(`/_status/v1/live${query}`);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect([response.status, await response.json()]).toMatchObject([status, {status, code, detail}]);
  });
});

describe('other routes', () => {
  it('give the list of alerts', async () => {
    expect(Answer.parse(await (await api().request('/_status/v1/alerts')).json())).toMatchObject({items: []});
  });

  it('only read', async () => {
    const response = await api().request('/_status/v1/live?ids=alert:A', {method: 'POST'});
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it('say when the server cannot answer yet, and why', async () => {
    expect((await api().request('/readyz')).status).toBe(200);
    gateway.waiting = 'prometheus';
    const response = await api().request('/readyz');
    expect([response.status, await response.json()]).toMatchObject([503, {detail: 'Waiting for the first answer of prometheus'}]);
    expect((await api().request('/healthz')).status).toBe(200);
  });

  it('tell a stranger nothing of an error but that there was one', async () => {
    const alerts = (): never => {
      throw new Error('secret');
    };
    Object.assign(gateway, {alerts});
    const response = await api().request('/_status/v1/alerts');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
  });
});

describe('GET /_status/v1/stream', () => {
  let server: Server;
  const open: IncomingMessage[] = [];
  beforeEach(async () => {
    const listener = getRequestListener(api().fetch);
    server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    for (const response of open.splice(0)) response.destroy();
    server.closeAllConnections();
    server.close();
  });

  /** Opens a stream over a real socket and reads it event by event. */
  async function stream(query: string, headers: Record<string, string> = {}) {
    const {port} = server.address() as AddressInfo;
    const [response] = (await once(httpRequest({port, path: `/_status/v1/stream?${query}`, headers}).end(), 'response')) as [
      IncomingMessage,
    ];
    open.push(response);
    let text = '';
    const more = new EventEmitter();
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      text += chunk;
      more.emit('more');
    });
    response.on('end', () => more.emit('more'));
    const next = async (event: string): Promise<{id: string; data: unknown}> => {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end === -1) {
          await once(more, 'more', {signal: AbortSignal.timeout(6000)});
          continue;
        }
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(/: (.*)/s)),
        );
        text = text.slice(end + 2);
        if (fields['event'] === event) return {id: fields['id'], data: JSON.parse(fields['data'])};
      }
    };
    return {response, next};
  }

  it('opens, speaks at once, and says what changes', async () => {
    const {response, next} = await stream('ids=alert:A');
    expect(response.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
      'cache-control': 'no-cache, no-transform',
    });
    expect((await next('live')).data).toMatchObject({id: 'alert:A', live: {state: 'ok'}});
    gateway.set('service:b', loud);
    gateway.set('alert:A', loud);
    expect((await next('live')).data).toMatchObject({id: 'alert:A', live: {state: 'firing'}});
  });

  it('confirms what has not changed, at least every 5 s', async () => {
    const {next} = await stream('ids=alert:A');
    await next('heartbeat');
    const started = Date.now();
    expect((await next('heartbeat')).data).toEqual({ages: {'alert:A': 10}});
    expect(Date.now() - started).toBeLessThan(5000);
  }, 10_000);

  it('resumes after the last event, and begins anew after a restart of the server', async () => {
    const first = await stream('ids=alert:A,service:b');
    // Whoever is cut off after the first event of a round has no id to resume from, and hears the whole round again.
    expect((await first.next('live')).id).toBeUndefined();
    const {id} = await first.next('live');
    gateway.set('service:b', loud);
    const resumed = await stream('ids=alert:A,service:b', {'last-event-id': id});
    expect((await resumed.next('live')).data).toMatchObject({id: 'service:b'});
    const elsewhere = await stream('ids=alert:A,service:b', {'last-event-id': 'otherboot-99'});
    expect((await elsewhere.next('live')).data).toMatchObject({id: 'alert:A'});
  });

  it('ends when its gateway gives way to another', async () => {
    const {response, next} = await stream('ids=alert:A');
    await next('heartbeat');
    gateway.stop();
    await once(response, 'end', {signal: AbortSignal.timeout(5000)});
  });

  it('refuses an unknown id', async () => {
    expect((await stream('ids=alert:Nope')).response.statusCode).toBe(404);
  });
});
