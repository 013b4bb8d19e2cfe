import {once} from 'node:events';
import {createServer, type RequestListener} from 'node:http';
import {createServer as createSocketServer, type AddressInfo, type Server} from 'node:net';
import {createServer as createTlsServer, getCACertificates, setDefaultCACertificates} from 'node:tls';
import {generate} from 'selfsigned';
import {describe, expect, it, onTestFinished} from 'vitest';
import {Probe} from '../../../src/catalog/live-contract.ts';
import {probeOnce, type ProbeOptions} from '../../../src/live/prober/prober.server.ts';
import type {ProbeResult} from '../../../src/live/prober/result.ts';

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function web(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  const port = await listening(server);
  onTestFinished(() => server.closeAllConnections());
  return `http://127.0.0.1:${port}`;
}

const ask = (probe: object, options: Partial<ProbeOptions> = {}): Promise<ProbeResult> =>
  probeOnce(Probe.parse({name: 'p', target: 'self', path: '/x', timeout: '5s', ...probe}), {
    self: 'http://127.0.0.1:1',
    signal: new AbortController().signal,
    env: () => undefined,
    now: () => 42,
    ...options,
  });

describe('probeOnce over HTTP', () => {
  it('is content with a status that is expected, and dates it by the clock that it was given', async () => {
    const self = await web((request, response) => response.writeHead(request.url === '/x' ? 200 : 404).end());
    expect(await ask({}, {self})).toEqual({at: 42, ok: true, detail: 'HTTP 200', latencyMs: expect.any(Number) as number});
    expect(await ask({path: '/y'}, {self})).toMatchObject({ok: false, detail: 'HTTP 404'});
    expect(await ask({path: '/y', expect: [200, 404]}, {self})).toMatchObject({ok: true, detail: 'HTTP 404'});
  });

  it('does not follow a redirect', async () => {
    let hits = 0;
    const self = await web((_request, response) => {
      hits += 1;
      response.writeHead(302, {location: '/ok'}).end();
    });
    expect(await ask({}, {self})).toMatchObject({ok: false, detail: 'HTTP 302'});
    expect(hits).toBe(1);
  });

  it('does not wait for a body that never ends', async () => {
    const self = await web((_request, response) => void response.writeHead(200).write('and'));
    expect(await ask({timeout: '30s'}, {self})).toMatchObject({ok: true});
  });

  it('says that nobody answered, or not in time, or not in HTTP', async () => {
    const silent = await web(() => {});
    expect(await ask({timeout: '200ms'}, {self: silent})).toMatchObject({ok: false, detail: 'no answer within 200ms'});
    expect(await ask({})).toMatchObject({ok: false, detail: 'connection refused'});
    const hangsUp = await web((request) => void request.socket.resetAndDestroy());
    expect(await ask({}, {self: hangsUp})).toMatchObject({ok: false, detail: 'connection reset'});
    const odd = await listening(createSocketServer((socket) => socket.on('error', () => {}).end('SSH-2.0-secret\r\n')));
    expect(await ask({}, {self: `http://127.0.0.1:${odd}`})).toMatchObject({ok: false, detail: 'no HTTP'});
  });

  it('takes its own end for no failure of the target', async () => {
    const self = await web(() => {});
    const stop = new AbortController();
    const asked = ask({}, {self, signal: stop.signal});
    stop.abort();
    await expect(asked).rejects.toThrow(/abort/i);
  });

  it('sends what the entry names, and asks nobody while a secret is missing', async () => {
    let seen: string | undefined;
    const self = await web((request, response) => {
      seen = request.headers.authorization;
      response.end();
    });
    expect(await ask({tokenFrom: 'T'}, {self, env: () => 'abc'})).toMatchObject({ok: true});
    expect(seen).toBe('Bearer abc');
    await expect(ask({tokenFrom: 'T'}, {self})).rejects.toMatchObject({reason: 'unauthorised'});
  });

  it('says nothing of a name that stands for no host', async () => {
    await expect(ask({target: 'https://shop.example'})).rejects.toMatchObject({reason: 'not-configured'});
    await expect(ask({target: 'tcp://db.shop.test:5432'})).rejects.toMatchObject({reason: 'not-configured'});
  });

  it('asks a private address only where the probe allows it; itself it may always ask', async () => {
    const address = await web((_request, response) => response.end());
    const {port} = new URL(address);
    const refused = {name: 'AskError', reason: 'not-configured'};
    for (const target of [
      address,
      `http://localhost:${port}`,
      `http://[::ffff:7f00:1]:${port}`,
      `tcp://0x7f.1:${port}`,
      `tcp://127.0.0.1:${port}`,
      `tls://localhost.:${port}`,
      `tls://[::1]:${port}`,
    ])
      await expect(ask({target, path: '/'})).rejects.toMatchObject(refused);
    expect(await ask({target: address, allowPrivate: true})).toMatchObject({ok: true});
    expect(await ask({target: `http://localhost:${port}`, allowPrivate: true})).toMatchObject({ok: true});
    for (const target of [
      'http://169.254.169.254',
      'tcp://[::ffff:a9fe:a9fe]:80',
      'tls://[64:ff9b::a9fe:a9fe]',
      'http://metadata.google.internal',
    ])
      await expect(ask({target, allowPrivate: true})).rejects.toMatchObject(refused);
  });
});

describe('probeOnce over TCP', () => {
  it('connects and hangs up', async () => {
    let closed = 0;
    const port = await listening(createSocketServer((socket) => socket.on('close', () => (closed += 1)).resume()));
    expect(await ask({target: `tcp://127.0.0.1:${port}`, allowPrivate: true})).toMatchObject({ok: true, detail: 'connected'});
    await expect.poll(() => closed).toBe(1);
  });

  it('says that nobody is there', async () => {
    expect(await ask({target: 'tcp://127.0.0.1:1', allowPrivate: true})).toMatchObject({ok: false, detail: 'connection refused'});
  });

  it('wants a port', async () => {
    await expect(ask({target: 'tcp://status.reiji.example'})).rejects.toMatchObject({reason: 'not-configured'});
  });
});

describe('probeOnce over TLS', () => {
  const day = 24 * 3600 * 1000;
  const from = new Date(Date.now() - 30 * day);
  const authority = generate([{name: 'commonName', value: 'test authority'}], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {name: 'basicConstraints', cA: true},
      {name: 'keyUsage', keyCertSign: true},
    ],
  });

  /** A server for `localhost` with a certificate that ends in so many days. */
  async function secured({days = 12.5, name = 'localhost', signed = true} = {}): Promise<string> {
    const {private: key, cert: ca} = await authority;
    const leaf = await generate([{name: 'commonName', value: name}], {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: from,
      notAfterDate: new Date(Date.now() + days * day),
      extensions: [{name: 'subjectAltName', altNames: [{type: 2, value: name}]}],
      ...(signed && {ca: {key, cert: ca}}),
    });
    const server = createTlsServer({key: leaf.private, cert: leaf.cert}, (socket) => socket.on('error', () => {}).resume());
    server.on('tlsClientError', () => {});
    return `tls://localhost:${await listening(server)}`;
  }
  async function trusted(): Promise<void> {
    const {cert} = await authority;
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, cert]);
    onTestFinished(() => setDefaultCACertificates(before));
  }
  const look = (target: string): Promise<ProbeResult> => ask({target, allowPrivate: true});

  it('says when the certificate ends', async () => {
    await trusted();
    const result = await look(await secured());
    expect(result).toMatchObject({ok: true, detail: 'ends in 12 days'});
    expect(result.daysLeft).toBeCloseTo(12.5, 1);
    expect(await look(await secured({days: 1.5}))).toMatchObject({ok: true, detail: 'ends in 1 day'});
  });

  it('is not content with a certificate that cannot be validated, and says why', async () => {
    const unknown = await secured();
    expect(await look(unknown)).toMatchObject({ok: false, detail: 'certificate is not from a trusted authority'});
    expect(await look(await secured({signed: false}))).toMatchObject({ok: false, detail: 'certificate is self-signed'});
    await trusted();
    expect(await look(await secured({days: -1}))).toMatchObject({ok: false, detail: 'certificate has expired'});
    expect(await look(await secured({name: 'other.reiji.example'}))).toMatchObject({ok: false, detail: 'certificate name does not match'});
    expect(await look(await secured({days: -1}))).not.toHaveProperty('daysLeft');
  });

  it('says the same words over https', async () => {
    const target = (await secured()).replace(/^tls/, 'https');
    expect(await look(target)).toMatchObject({ok: false, detail: 'certificate is not from a trusted authority'});
  });

  it('says that there is no TLS, or no answer in time', async () => {
    const plain = await listening(createSocketServer((socket) => socket.on('error', () => {}).end('220 hello\r\n')));
    expect(await look(`tls://localhost:${plain}`)).toMatchObject({ok: false, detail: 'no TLS'});
    const silent = await listening(createSocketServer((socket) => void socket.resume()));
    expect(await ask({target: `tls://localhost:${silent}`, allowPrivate: true, timeout: '200ms'})).toMatchObject({
      ok: false,
      detail: 'no answer within 200ms',
    });
  });
});
