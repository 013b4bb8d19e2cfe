import {once} from 'node:events';
import {createServer, type IncomingMessage, type RequestListener, type ServerResponse} from 'node:http';
import {createServer as createSocketServer, type AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import {describe, expect, it, onTestFinished} from 'vitest';
import * as z from 'zod';
import {Reach} from '../../../src/catalog/live-contract.ts';
import {openOutside, type Asked, type OutsideOptions} from '../../../src/live/sources/outside.server.ts';

const Shape = z.object({n: z.number()});

/** A source that behaves as the test says, and the way out to it. */
async function source(listener: RequestListener, options: {reach?: object; env?: Record<string, string>} = {}) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/figures?q=1`);
  return {url, server, ...way(options)};
}

function way({reach, env = {}}: {reach?: object; env?: Record<string, string>} = {}) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const asked: Asked[] = [];
  const settings: OutsideOptions = {
    name: 'figures',
    reach: Reach.parse({allowPrivate: true, timeout: '10s', ...reach}),
    env: (variable) => env[variable],
    signal: stop.signal,
    watch: (one) => asked.push(one),
  };
  return {outside: openOutside(settings), asked, stop};
}

const json = (response: ServerResponse, headers = {}): void => {
  response.writeHead(200, {'content-type': 'application/json', ...headers}).end('{"n":7}');
};
/** For what is meant to run out of time; the rest has enough of it on a busy machine. */
const short = {reach: {timeout: '300ms'}};
const refusal = (reason: string, message?: string) => ({name: 'AskError', reason, ...(message !== undefined && {message})});

describe('openOutside', () => {
  it('gives the checked answer and the time of the source', async () => {
    const date = 'Mon, 05 Jan 2026 00:00:00 GMT';
    const {outside, url, asked} = await source((_request, response) => json(response, {date}));
    expect(await outside.json(url, Shape)).toEqual({body: {n: 7}, sourceTime: Date.parse(date)});
    expect(await outside.text(url)).toEqual({body: '{"n":7}', sourceTime: Date.parse(date)});
    expect(asked).toMatchObject([{source: 'figures', outcome: 'read'}, {outcome: 'read'}]);
    expect(asked[0]?.ms).toBeGreaterThan(0);
  });

  it('takes the own time where the source does not say one', async () => {
    const {outside, url} = await source((_request, response) => {
      response.sendDate = false;
      json(response);
    });
    expect(Math.abs((await outside.json(url, Shape)).sourceTime - Date.now())).toBeLessThan(1000);
  });

  it.each([
    [401, {}, 'unauthorised'],
    [403, {}, 'unauthorised'],
    [403, {'x-ratelimit-remaining': '0'}, 'rate-limited'],
    [429, {}, 'rate-limited'],
    [500, {}, 'unreachable'],
    [503, {}, 'unreachable'],
    [302, {location: 'http://169.254.169.254/'}, 'parse'],
    [304, {}, 'parse'],
    [404, {}, 'parse'],
    [204, {}, 'parse'],
  ])('turns HTTP %i %j into %s', async (status, headers, reason) => {
    const {outside, url, asked} = await source((_request, response) => {
      response.writeHead(status, headers).end(status === 204 || status === 304 ? undefined : 'internal.host: secret labels');
    });
    const error = await outside.json(url, Shape).catch((caught: unknown) => caught);
    expect(error).toMatchObject(refusal(reason));
    expect(JSON.stringify([error, (error as Error).message])).not.toMatch(/secret|internal/);
    expect(asked.map(({outcome}) => outcome)).toEqual([reason]);
  });

  it('follows no redirect', async () => {
    let hits = 0;
    const {outside, url} = await source((_request, response) => {
      hits += 1;
      response.writeHead(301, {location: '/elsewhere'}).end();
    });
    await expect(outside.json(url, Shape)).rejects.toMatchObject(refusal('parse', 'HTTP 301'));
    expect(hits).toBe(1);
  });

  it.each([
    ['a web page', {'content-type': 'text/html; charset=utf-8'}, '<html>', 'the answer is a web page'],
    ['a web page that does not say so', {}, '<html>', 'the answer is not JSON'],
    ['another shape', {}, '{"n":"7"}', 'the answer has another shape'],
    ['half an answer', {}, '{"n":', 'the answer is not JSON'],
    ['nothing', {}, '', 'the answer is not JSON'],
    ['a packing that nobody asked for', {'content-encoding': 'br'}, 'x', 'the answer is packed in an unknown way'],
    ['bytes that are no gzip', {'content-encoding': 'gzip'}, 'not gzip', 'the answer is not HTTP as it should be'],
    ['gzip that breaks off', {'content-encoding': 'gzip'}, gzipSync('{"n":7}').subarray(0, 12), 'the answer is not HTTP as it should be'],
  ])('takes %s for no answer', async (_case, headers, body, message) => {
    const {outside, url} = await source((_request, response) => response.writeHead(200, headers).end(body));
    await expect(outside.json(url, Shape)).rejects.toMatchObject(refusal('parse', message));
  });

  it('takes a web page for no text either', async () => {
    const {outside, url} = await source((_request, response) => response.writeHead(200, {'content-type': 'text/html'}).end('<html>'));
    await expect(outside.text(url)).rejects.toMatchObject(refusal('parse'));
  });

  it('unpacks gzip', async () => {
    const {outside, url} = await source((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip');
      response.writeHead(200, {'content-encoding': 'gzip'}).end(gzipSync('{"n":7}'));
    });
    expect((await outside.json(url, Shape)).body).toEqual({n: 7});
  });

  it('stops reading at 16 MB, packed or unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024), {level: 1});
    const before = process.memoryUsage().rss;
    const packed = await source((_request, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end(bomb), {
      reach: {timeout: '30s'},
    });
    await expect(packed.outside.text(packed.url)).rejects.toMatchObject(refusal('parse', 'more than 16777216 bytes'));
    const endless = await source((_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024, 32);
      const more = (): void => void (response.write(chunk) ? setImmediate(more) : response.once('drain', more));
      response.writeHead(200);
      response.on('error', () => {});
      more();
    });
    await expect(endless.outside.json(endless.url, Shape)).rejects.toMatchObject(refusal('parse', 'more than 16777216 bytes'));
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
    console.log(`a gzip bomb of 64 MB and an endless answer: memory grew by ${grown.toFixed(0)} MB`);
    expect(grown).toBeLessThan(150);
  });

  it.each([
    ['never comes', () => {}],
    ['never ends', (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(200).write('{')],
    [
      'drips',
      (_request: IncomingMessage, response: ServerResponse) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ] satisfies [string, RequestListener][])('gives up on an answer that %s', async (_case, listener) => {
    const {outside, url, asked} = await source(listener, short);
    await expect(outside.json(url, Shape)).rejects.toMatchObject(refusal('timeout', 'no answer within 300 ms'));
    expect(asked.map(({outcome}) => outcome)).toEqual(['timeout']);
  });

  it('says that nobody is there', async () => {
    const {outside} = way();
    await expect(outside.json(new URL('http://127.0.0.1:1/'), Shape)).rejects.toMatchObject(refusal('unreachable', 'connection refused'));
    await expect(outside.json(new URL('http://nobody.invalid/'), Shape)).rejects.toMatchObject(refusal('unreachable'));
  });

  it('says of what is no HTTP or no TLS that it is none', async () => {
    const server = createSocketServer((socket) => socket.on('error', () => {}).end('SSH-2.0-x\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const {port} = server.address() as AddressInfo;
    const {outside} = way();
    await expect(outside.json(new URL(`http://127.0.0.1:${port}/`), Shape)).rejects.toMatchObject(refusal('parse'));
    await expect(outside.json(new URL(`https://127.0.0.1:${port}/`), Shape)).rejects.toMatchObject(refusal('unreachable', 'no TLS'));
  });
});

describe('a question', () => {
  it('is asked a second time, once, after a reset', async () => {
    let hits = 0;
    const {outside, url, asked} = await source((request, response) => {
      hits += 1;
      if (hits === 1) request.socket.resetAndDestroy();
      else json(response);
    });
    expect((await outside.json(url, Shape)).body).toEqual({n: 7});
    expect(asked.map(({outcome}) => outcome)).toEqual(['unreachable', 'read']);
  });

  it('is asked once for all who ask it at the same time', async () => {
    let hits = 0;
    const {outside, url, asked} = await source((_request, response) => {
      hits += 1;
      setTimeout(() => json(response), 50);
    });
    const answers = await Promise.all(Array.from({length: 500}, () => outside.json(url, Shape)));
    expect([answers.length, hits, asked.length]).toEqual([500, 1, 1]);
    await outside.json(url, Shape);
    expect(hits).toBe(2);
  });

  it('waits for its turn: four at once', async () => {
    let [now, most] = [0, 0];
    const {outside, url} = await source((_request, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        json(response);
      }, 20);
    });
    const urls = Array.from({length: 40}, (_, n) => new URL(`?n=${n}`, url));
    await Promise.all(urls.map((one) => outside.json(one, Shape)));
    expect(most).toBe(4);
  });

  it('is refused when more than a hundred wait', async () => {
    const {outside, url} = await source(() => {}, short);
    const urls = Array.from({length: 110}, (_, n) => new URL(`?n=${n}`, url));
    const reasons = await Promise.all(urls.map((one) => outside.json(one, Shape).catch((error: unknown) => (error as Error).message)));
    expect(reasons.filter((reason) => reason === 'too many questions are waiting')).toHaveLength(6);
  });

  it('is not asked while its source rests after five failures, and soon after recovery is', async () => {
    let [hits, broken] = [0, true];
    const {outside, url} = await source((_request, response) => {
      hits += 1;
      if (broken) response.writeHead(503).end();
      else json(response);
    });
    for (let n = 0; n < 20; n++) await expect(outside.json(url, Shape)).rejects.toMatchObject(refusal('unreachable', 'HTTP 503'));
    expect(hits).toBe(5);
    broken = false;
    const recovered = performance.now();
    await expect
      .poll(() =>
        outside.json(url, Shape).then(
          ({body}) => body,
          () => undefined,
        ),
      )
      .toEqual({n: 7});
    console.log(`a source that recovered was asked again after ${Math.round(performance.now() - recovered)} ms`);
  });

  it('does not queue behind a source that hangs', async () => {
    let hits = 0;
    const {outside, url} = await source(() => void (hits += 1), short);
    const urls = Array.from({length: 60}, (_, n) => new URL(`?n=${n}`, url));
    const reasons = await Promise.all(urls.map((one) => outside.json(one, Shape).catch((error: unknown) => error)));
    expect(reasons).toHaveLength(60);
    for (const reason of reasons) expect(reason).toMatchObject(refusal('timeout', 'no answer within 300 ms'));
    // Two rounds of four until the breaker opens, instead of fifteen.
    expect(hits).toBe(8);
  });

  it('stays away as long as it was asked to, and no longer than five minutes', async () => {
    let hits = 0;
    const {outside, url} = await source((_request, response) => {
      hits += 1;
      if (hits === 1) response.writeHead(429, {'retry-after': '1'}).end();
      else json(response);
    });
    await expect(outside.json(url, Shape)).rejects.toMatchObject(refusal('rate-limited', 'HTTP 429'));
    await expect(outside.json(url, Shape)).rejects.toMatchObject(refusal('rate-limited', 'asked to stay away for a while'));
    expect(hits).toBe(1);
    await expect
      .poll(() =>
        outside.json(url, Shape).then(
          () => hits,
          () => hits,
        ),
      )
      .toBe(2);
  });

  it('ends when nobody wants it any more', async () => {
    const {outside, url, stop, server} = await source(() => {});
    const answer = outside.json(url, Shape);
    await once(server, 'request');
    stop.abort();
    await expect(answer).rejects.toMatchObject(refusal('unreachable', 'no longer asked'));
    await expect(outside.json(url, Shape)).rejects.toMatchObject(refusal('unreachable'));
    await expect.poll(() => new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))).toBe(0);
  });
});

describe('what is sent', () => {
  async function headersOf(options: Parameters<typeof source>[1]): Promise<IncomingMessage['headers']> {
    let seen: IncomingMessage['headers'] = {};
    const {outside, url} = await source((request, response) => {
      seen = request.headers;
      expect(request.method).toBe('GET');
      json(response);
    }, options);
    await outside.json(url, Shape);
    return seen;
  }

  it('carries the headers of the entry', async () => {
    expect(await headersOf({reach: {headers: {'X-Scope-OrgID': 'dogu', Accept: 'application/vnd.github+json'}}})).toMatchObject({
      'x-scope-orgid': 'dogu',
      accept: 'application/vnd.github+json',
    });
  });

  it('carries the secret that the environment holds', async () => {
    expect(await headersOf({reach: {tokenFrom: 'FIGURES_TOKEN'}, env: {FIGURES_TOKEN: 'abc\n'}})).toMatchObject({
      authorization: 'Bearer abc',
    });
    const basic = await headersOf({reach: {basicFrom: 'FIGURES_LOGIN'}, env: {FIGURES_LOGIN: 'reader:鍵'}});
    expect(Buffer.from(String(basic.authorization).slice('Basic '.length), 'base64').toString()).toBe('reader:鍵');
  });

  it('is nothing while a secret is missing', async () => {
    let hits = 0;
    const count: RequestListener = (_request, response) => {
      hits += 1;
      json(response);
    };
    const missing = await source(count, {reach: {tokenFrom: 'FIGURES_TOKEN'}});
    await expect(missing.outside.json(missing.url, Shape)).rejects.toMatchObject(
      refusal('unauthorised', 'the variable FIGURES_TOKEN is not set'),
    );
    const odd = await source(count, {reach: {tokenFrom: 'FIGURES_TOKEN'}, env: {FIGURES_TOKEN: 'a\r\nx: b'}});
    const error: unknown = await odd.outside.json(odd.url, Shape).catch((caught: unknown) => caught);
    expect(error).toMatchObject(refusal('unauthorised', 'the variable FIGURES_TOKEN holds no token'));
    expect(hits).toBe(0);
  });

  it('is nothing to an address that must not be asked', async () => {
    let hits = 0;
    const {outside, url, asked} = await source(
      (_request, response) => {
        hits += 1;
        json(response);
      },
      {reach: {allowPrivate: false}},
    );
    const forms = ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '[64:ff9b::127.0.0.1]', '169.254.169.254', 'metadata.google.internal'];
    for (const hostname of forms) {
      const there = new URL(url);
      there.hostname = hostname;
      await expect(outside.json(there, Shape)).rejects.toMatchObject(refusal('not-configured'));
    }
    expect(hits).toBe(0);
    expect(asked.every(({outcome}) => outcome === 'not-configured')).toBe(true);
  });
});
