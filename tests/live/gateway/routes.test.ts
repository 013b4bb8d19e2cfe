import {EventEmitter, once} from 'node:events';
import {createServer, request as httpRequest, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {getRequestListener} from '@hono/node-server';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {AlertsAnswer as Answer, type AlertsAnswer} from '../../../src/live/contract.ts';
import * as contract from '../../../src/live/contract.ts';
import type {Gateway} from '../../../src/live/gateway/gateway.server.ts';
import type {Live} from '../../../src/live/state.ts';
import {mostWaiting} from '../../../src/live/gateway/streams.server.ts';
import {createApi} from '../../../src/server/app.server.ts';
import {patience} from '../../support/patience.ts';

const quiet: Live = {state: 'ok', observedAt: '2026-01-01T00:00:00.000Z', ageMs: 10, validForMs: 5000, value: {}, evidence: []};
const loud: Live = {...quiet, state: 'firing', value: {firing: 1}};

interface HandGateway extends Pick<
  Gateway,
  'live' | 'alerts' | 'history' | 'want' | 'streamOpened' | 'version' | 'changedAt' | 'onChange' | 'waitingFor' | 'stopped' | 'stop'
> {
  readonly set: (id: string, live: Live) => void;
  readonly wanted: string[][];
  waiting: string | undefined;
  open: number;
}

/** A gateway whose truth a test sets by hand. */
function handGateway(): HandGateway {
  const changes = new EventEmitter();
  const stopped = new AbortController();
  const lives = new Map<string, [Live, number]>([
    ['alert:A', [quiet, 0]],
    ['service:b', [quiet, 0]],
    ['*', [quiet, 0]],
  ]);
  let version = 0;
  const gateway = {
    waiting: undefined as string | undefined,
    wanted: [] as string[][],
    open: 0,
    want: (ids: readonly string[]) => void gateway.wanted.push([...ids]),
    streamOpened: () => {
      gateway.open++;
      return () => void gateway.open--;
    },
    history: (probe: string) => (probe === 'site' ? [{day: '2026-01-01', ok: 1440, failed: 2, missing: 0}] : undefined),
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

let gateway: HandGateway;
beforeEach(() => {
  gateway = handGateway();
});

/** The routes use no more of a gateway than this one has. */
const api = () => createApi({gateway: gateway as unknown as Gateway, hookToken: undefined, log: () => {}});

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

describe('an answer that has not changed', () => {
  const ask = async (path: string, tag?: string) =>
    server.request(`/_status/v1/${path}`, {headers: tag === undefined ? {} : {'if-none-match': tag}});
  let server: ReturnType<typeof api>;
  beforeEach(() => {
    server = api();
  });

  it.each([
    ['live?ids=alert:A,service:b', '10/5000,10/5000'],
    ['alerts', '10/5000'],
  ])('is 304 with the ages of what was asked for: %s', async (path, ages) => {
    const tag = (await ask(path)).headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"/);
    const again = await ask(path, tag);
    expect([again.status, again.headers.get('handbook-ages'), again.headers.get('cache-control'), await again.text()]).toEqual([
      304,
      ages,
      'no-store',
      '',
    ]);
  });

  it('is another one as soon as one of its ids has changed, and not when another has', async () => {
    const tag = (await ask('live?ids=alert:A')).headers.get('etag') ?? '';
    gateway.set('service:b', loud);
    expect((await ask('live?ids=alert:A', tag)).status).toBe(304);
    gateway.set('alert:A', loud);
    const news = await ask('live?ids=alert:A', tag);
    expect([news.status, await news.json()]).toMatchObject([200, {items: {'alert:A': {state: 'firing'}}}]);
  });

  it('is another one after a restart of the server', async () => {
    const tag = (await ask('live?ids=alert:A')).headers.get('etag') ?? '';
    server = api();
    expect((await ask('live?ids=alert:A', tag)).status).toBe(200);
  });
});

describe('GET /_status/v1/history', () => {
  it('gives the days of probes, to be kept for a minute by this reader alone', async () => {
    const response = await api().request('/_status/v1/history?ids=probe:site');
    expect(response.headers.get('cache-control')).toBe('private, max-age=60');
    expect(contract.HistoryAnswer.parse(await response.json()).items).toEqual({
      'probe:site': [{day: '2026-01-01', ok: 1440, failed: 2, missing: 0}],
    });
    const headers = {'if-none-match': response.headers.get('etag') ?? ''};
    expect((await api().request('/_status/v1/history?ids=probe:site', {headers})).status).toBe(304);
  });

  it.each([
    ['?ids=probe:nope', 404, 'unknown-id', 'Nothing in data/ is named probe:nope'],
    ['?ids=alert:A', 400, 'malformed-id', 'Found "alert:A", expected an id such as probe:handbook'],
    ['', 400, 'no-ids', 'Found no ids, expected ?ids=probe:handbook'],
  ])('refuses %s', async (query, status, code, detail) => {
    const response = await api().request(`/_status/v1/history${query}`);
    expect([response.status, await response.json()]).toMatchObject([status, {code, detail}]);
  });
});

describe('other routes', () => {
  it('tell the gateway what somebody looks at', async () => {
    await api().request('/_status/v1/live?ids=alert:A,service:b');
    expect(gateway.wanted).toEqual([['alert:A', 'service:b']]);
  });

  it.each(['live?ids=alert:A', 'alerts', 'history?ids=probe:site', 'stream?ids=alert:A'])(
    'answer HEAD without a body: %s',
    async (path) => {
      const response = await api().request(`/_status/v1/${path}`, {method: 'HEAD'});
      expect([response.status, await response.text(), gateway.open]).toEqual([200, '', 0]);
    },
  );

  it('give the list of alerts', async () => {
    expect(Answer.parse(await (await api().request('/_status/v1/alerts')).json())).toMatchObject({items: []});
  });

  it('only read', async () => {
    const response = await api().request('/_status/v1/live?ids=alert:A', {method: 'POST'});
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
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
          await once(more, 'more', {signal: AbortSignal.timeout(60_000)});
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
    expect((await next('heartbeat')).data).toEqual({ages: {'alert:A': [10, 5000]}});
    expect(Date.now() - started).toBeLessThan(patience(5000));
  });

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
    await once(response, 'end', {signal: AbortSignal.timeout(60_000)});
  });

  it('refuses an unknown id', async () => {
    expect((await stream('ids=alert:Nope')).response.statusCode).toBe(404);
  });

  it('gives the list of alerts alone, when it is asked for alone', async () => {
    const {next} = await stream('alerts=1');
    gateway.set('*', loud);
    expect((await next('alerts')).data).toMatchObject({items: []});
  });

  it('is counted while it is open, and wants its ids', async () => {
    const {response, next} = await stream('ids=alert:A');
    await next('heartbeat');
    expect([gateway.open, gateway.wanted]).toEqual([1, [['alert:A']]]);
    response.destroy();
    await expect.poll(() => gateway.open).toBe(0);
  });

  it('makes what many readers hear only once, in whatever order they asked', async () => {
    const orders = ['alert:A,service:b', 'service:b,alert:A'];
    const readers = await Promise.all(Array.from({length: 20}, (_, n) => stream(`ids=${orders[n % 2]}`)));
    for (const {next} of readers) await next('heartbeat');
    let asked = 0;
    const {live} = gateway;
    Object.assign(gateway, {live: (id: string) => (asked++, live(id))});
    gateway.set('alert:A', loud);
    for (const {next} of readers) await next('live');
    // Once for the frame, once for each of the ages.
    expect(asked).toBe(3);
  });

  it('ends for a reader who does not read, and goes on for the others', async () => {
    const [slow, quick] = [await stream('ids=alert:A'), await stream('ids=alert:A')];
    slow.response.socket.pause();
    slow.response.pause();
    const long: Live = {...loud, evidence: [{source: 'prometheus', check: 'x'.repeat(mostWaiting), ok: true}]};
    await expect
      .poll(async () => {
        gateway.set('alert:A', {...long, value: {firing: Math.random()}});
        await quick.next('heartbeat');
        return gateway.open;
      })
      .toBe(1);
  });

  it('is refused to an address that holds too many, which polls instead', async () => {
    const peer = {socket: {remoteAddress: '192.0.2.1'}};
    const routes = api();
    const outgoing = () => Object.assign(new EventEmitter(), {strictContentLength: false, writeHead: () => {}, write: () => {}});
    const ask = (env: object) => routes.request('/_status/v1/stream?ids=alert:A', {}, env);
    for (let n = 0; n < 2000; n++) await ask({incoming: peer, outgoing: outgoing()});
    const refused = await ask({incoming: peer, outgoing: outgoing()});
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await refused.json()).toMatchObject({code: 'too-many-streams'});
    const other = await ask({incoming: {socket: {remoteAddress: '192.0.2.2'}}, outgoing: outgoing()});
    expect(other.status).toBe(200);
  });
});
