import {once} from 'node:events';
import {mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs';
import {createServer, get, request, type IncomingMessage, type OutgoingHttpHeaders} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {describe, expect, it, onTestFinished} from 'vitest';
import {createGate} from '../../src/http/auth/gate.server.ts';
import type {Gateway} from '../../src/live/gateway/gateway.server.ts';
import {createApp} from '../../src/server/app.server.ts';
import {builtSite, NoBuildError} from '../../src/server/site.server.ts';

const home = `<html lang="en">${'home '.repeat(500)}`;
/** More than sockets and streams hold on the way. */
const large = 32 * 1024 * 1024;

function build(): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const files: Record<string, string | Buffer> = {
    '.seal.json': JSON.stringify({baseUrl: '/', inlineScripts: []}),
    'index.html': home,
    'index.html.br': brotliCompressSync(home),
    'index.html.gz': gzipSync(home),
    '404.html': 'nothing here',
    'ja/404.html': 'ここには何もありません',
    'ja/index.html': 'ホーム',
    'runbooks/a/index.html': 'runbook a',
    'about.html': 'about',
    'assets/js/main.0123.js': 'go()',
    'ja/assets/empty.css': '',
    'img/図 1.svg': '<svg/>',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function serve({shared = true} = {}) {
  const folder = build();
  const prefixes = ['/ja', ''];
  const errors: string[] = [];
  const app = createApp({
    gate: createGate({HANDBOOK_AUTH: 'none'}),
    gateway: {waitingFor: () => undefined, onChange: () => () => {}, stopped: new AbortController().signal} as Partial<Gateway> as Gateway,
    site: builtSite(folder, {prefixes, shared}),
    lookup: () => undefined,
    prefixes,
    log: ({message}) => errors.push(message),
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const {port} = server.address() as AddressInfo;
  /** Sends a path as it is, and unpacks nothing. */
  const ask = async (path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> => {
    const sent = request({port, path, headers, method}).end();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return {status: answer.statusCode, headers: answer.headers, body: Buffer.concat(await answer.toArray())};
  };
  /** The answer with a large file, of which nothing is read yet. */
  const beginLarge = async (): Promise<IncomingMessage> => {
    writeFileSync(join(folder, 'large.bin'), Buffer.alloc(large, 7));
    const [answer] = (await once(get({port, path: '/large.bin'}), 'response')) as [IncomingMessage];
    return answer;
  };
  return {folder, errors, ask, beginLarge};
}

describe('a path', () => {
  it.each([
    ['/', home, 'text/html; charset=utf-8'],
    ['/?a=/.b', home, 'text/html; charset=utf-8'],
    ['/index.html', home, 'text/html; charset=utf-8'],
    ['/ja', 'ホーム', 'text/html; charset=utf-8'],
    ['/ja/', 'ホーム', 'text/html; charset=utf-8'],
    ['/runbooks/a', 'runbook a', 'text/html; charset=utf-8'],
    ['/runbooks/a/', 'runbook a', 'text/html; charset=utf-8'],
    ['/about', 'about', 'text/html; charset=utf-8'],
    ['/about/', 'about', 'text/html; charset=utf-8'],
    ['/assets/js/main.0123.js', 'go()', 'text/javascript; charset=utf-8'],
    ['/ja/assets/empty.css', '', 'text/css; charset=utf-8'],
    [encodeURI('/img/図 1.svg'), '<svg/>', 'image/svg+xml; charset=utf-8'],
  ])('%s is answered', async (path, body, type) => {
    const {ask} = await serve();
    const answer = await ask(path);
    expect([answer.status, answer.body.toString(), answer.headers['content-type']]).toEqual([200, body, type]);
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(body)));
    expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it.each([
    '/no',
    '/img',
    '/.seal.json',
    '/%2eseal.json',
    '/img/../.seal.json',
    '/img/%2e%2e/index.html',
    '/../../etc/passwd',
    '/img%5c..%5cindex.html',
    '/index.html.br',
    '/index.html.gz?a',
    '/index.html.br/',
    '/%00',
    '/index.html%00',
    '/%E0%A4%A',
    '/about.html/x',
  ])('%s is nothing', async (path) => {
    const {ask, errors} = await serve();
    const answer = await ask(path);
    expect([answer.status, answer.body.toString(), answer.headers['cache-control']]).toEqual([404, 'nothing here', 'public, no-cache']);
    expect(errors).toEqual([]);
  });

  it('of many letters is nothing either', async () => {
    const {ask, errors} = await serve();
    for (const path of [`/${'a'.repeat(5000)}`, `/${'/'.repeat(8000)}a`, `/a${'/..a'.repeat(2000)}`])
      expect((await ask(path)).status).toBe(404);
    expect(errors).toEqual([]);
  });

  it('says in its language that it leads nowhere', async () => {
    const {ask} = await serve();
    expect((await ask('/ja/no')).body.toString()).toBe('ここには何もありません');
    expect((await ask('/ja/no', {}, 'HEAD')).body).toHaveLength(0);
  });
});

it.each([
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0', undefined],
  ['*', undefined],
])('answers those who accept %s with %s', async (accepted, packing) => {
  const {ask} = await serve();
  const {headers, body} = await ask('/', {'accept-encoding': accepted});
  const bodies = new Map([
    ['br', brotliCompressSync(home)],
    ['gzip', gzipSync(home)],
  ]);
  expect(body).toEqual(bodies.get(packing ?? '') ?? Buffer.from(home));
  expect(headers).toMatchObject({'content-type': 'text/html; charset=utf-8', vary: 'Accept-Encoding'});
  expect(headers['content-encoding']).toBe(packing);
});

it('has assets kept for a year and pages asked for again, by shared caches only where anybody may read', async () => {
  const open = await serve();
  expect((await open.ask('/assets/js/main.0123.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await open.ask('/ja/assets/empty.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const closed = await serve({shared: false});
  expect((await closed.ask('/assets/js/main.0123.js')).headers['cache-control']).toBe('private, max-age=31536000, immutable');
  expect((await closed.ask('/')).headers['cache-control']).toBe('private, no-cache');
});

it('answers 304 to whoever has the page, until it changes', async () => {
  const {folder, ask} = await serve();
  const {etag = ''} = (await ask('/')).headers;
  for (const known of [etag, `"x", ${etag}`, '*']) {
    const again = await ask('/', {'if-none-match': known});
    expect([again.status, again.body.length, again.headers.etag, again.headers['cache-control']]).toEqual([
      304,
      0,
      etag,
      'public, no-cache',
    ]);
  }
  expect((await ask('/', {'if-none-match': etag, 'accept-encoding': 'br'})).status).toBe(200);
  writeFileSync(join(folder, 'index.html'), 'new');
  expect((await ask('/', {'if-none-match': etag})).body.toString()).toBe('new');
});

it('answers HEAD as GET without the page, and refuses to be written to', async () => {
  const {ask} = await serve();
  const head = await ask('/', {}, 'HEAD');
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(home.length)]);
  expect((await ask('/', {}, 'POST')).status).toBe(405);
});

it.each(['5-2', '0-', '-5', '999999999-', '0-18446744073709551615', '0-1,3-4', 'x', '-', ''])(
  'answers with the whole page to the range bytes=%s',
  async (range) => {
    const {ask, errors} = await serve();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const answer = await ask('/', {range: `bytes=${range}`, 'if-range': '"x"'}, method);
      expect([answer.status, answer.headers['content-length']]).toEqual([200, String(home.length)]);
      expect(answer.body.toString()).toBe(method === 'GET' ? home : '');
    }
    expect(errors).toEqual([]);
  },
);

describe('a file', () => {
  it('is sent whole when a new build takes it away meanwhile, and is nothing after that', async () => {
    const {folder, ask, beginLarge, errors} = await serve();
    const answer = await beginLarge();
    rmSync(join(folder, 'large.bin'));
    expect(Buffer.concat(await answer.toArray())).toHaveLength(large);
    expect((await ask('/large.bin')).status).toBe(404);
    expect(errors).toEqual([]);
  });

  it('is broken off when it is cut short meanwhile, so that half of it does not look whole', async () => {
    const {folder, ask, beginLarge, errors} = await serve();
    const answer = await beginLarge();
    truncateSync(join(folder, 'large.bin'), 1);
    await expect(answer.toArray()).rejects.toThrow('aborted');
    expect(errors).toEqual([expect.stringContaining('became shorter while it was sent')]);
    expect((await ask('/')).status).toBe(200);
  });

  it('that cannot be opened is an error of the handbook, in its log, and the next one is served', async () => {
    const {folder, ask, errors} = await serve();
    symlinkSync('loop.html', join(folder, 'loop.html'));
    const answer = await ask('/loop.html');
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      500,
      'application/problem+json',
      'no-store',
    ]);
    expect(JSON.parse(answer.body.toString())).toMatchObject({status: 500, code: 'internal'});
    expect(errors).toEqual([expect.stringContaining('ELOOP')]);
    expect((await ask('/')).status).toBe(200);
  });

  it('is closed when its reader hangs up half way, which is nobody’s error', async () => {
    const {folder, ask, beginLarge, errors} = await serve();
    for (let n = 0; n < 5; n++) {
      const answer = await beginLarge();
      await once(answer, 'readable');
      answer.destroy();
    }
    expect((await ask('/')).status).toBe(200);
    await expect.poll(() => openFilesIn(folder)).toBe(0);
    await wait(50);
    expect(errors).toEqual([]);
  });
});

/** Linux lists them; elsewhere this sees none. */
function openFilesIn(folder: string): number {
  if (process.platform !== 'linux') return 0;
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder);
    } catch {
      return false;
    }
  }).length;
}

describe('a folder', () => {
  it('without a finished build is not served', () => {
    expect(() => builtSite(join(tmpdir(), 'no-such-build'), {prefixes: [''], shared: true})).toThrow(NoBuildError);
  });
});
