import {once} from 'node:events';
import {get, request as httpRequest, type IncomingMessage} from 'node:http';
import {connect} from 'node:net';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createGate} from '../../../src/http/auth/gate.server.ts';
import {ask} from './ask.ts';
import {guarded} from './guarded.ts';
import {audience, newKey, sign, startIssuer, type Issuer} from './issuer.ts';

const key = await newKey('key');
let issuer: Issuer;
let variables: Record<string, string>;
beforeAll(async () => {
  issuer = await startIssuer();
  await issuer.publish(key);
  variables = {
    HANDBOOK_AUTH: 'jwt',
    HANDBOOK_JWT_ISSUER: issuer.url,
    HANDBOOK_JWT_AUDIENCE: audience,
    HANDBOOK_JWT_JWKS_URL: issuer.jwksUrl,
  };
});
afterAll(() => issuer.end());

/** An assertion whose end, skew included, is this near. */
async function authorization(endsInMs = 600_000): Promise<string> {
  return `Bearer ${await sign(key, issuer.url, {exp: (Date.now() + endsInMs) / 1000 - 30})}`;
}

describe('without an assertion', () => {
  it.each([
    '/',
    '/ja/',
    '/r/KubePodCrashLooping',
    '/assets/js/main.js',
    '/oncall',
    '/_status/v1/live',
    '/_status/v1/stream',
    '/_board',
    '/metrics',
    '/readyz',
  ])('refuses %s', async (target) => {
    const {url} = await guarded(variables);
    expect((await ask(url, target)).status).toBe(401);
  });

  it.each(['/healthz', '/healthz?from=lb', '/_hooks/alertmanager'])('answers %s', async (target) => {
    const {url} = await guarded(variables);
    expect((await ask(url, target)).status).toBe(200);
  });

  it.each([
    '/healthz/',
    '//healthz',
    '/healthz/../oncall',
    '/x/../healthz',
    '/healthz%2f..%2foncall',
    '/healthz%00',
    '/Healthz',
    '/healthz;x',
    'http://handbook/healthz',
    '/_hooks/',
    '/_hooks/../_status/v1/alerts',
    '/_hooks/%2e%2e/_status/v1/alerts',
    '/_hooks/x/..%2f..',
  ])('does not take %s for one of the open paths', async (target) => {
    const {url} = await guarded(variables);
    expect((await ask(url, target)).status).toBe(401);
  });
});

it('leaves the hooks their own token', async () => {
  const {url} = await guarded(variables);
  expect((await ask(url, '/_hooks/alertmanager', {authorization: 'Bearer of-the-hook'})).body).toContain('of-the-hook');
});

it('answers people with a page in both languages, and programs with a problem', async () => {
  const {url} = await guarded(variables);
  const page = await ask(url, '/ja/oncall');
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'www-authenticate': 'Bearer realm="handbook"',
  });
  expect(page.body).toContain('<section lang="en"><h1>You need to sign in</h1>');
  expect(page.body).toContain('<section lang="ja"><h1>サインインが必要です</h1>');
  const problem = await ask(url, '/_status/v1/live');
  expect(problem.headers).toMatchObject({'content-type': 'application/problem+json', 'cache-control': 'no-store'});
  expect(JSON.parse(problem.body)).toEqual({
    type: 'about:blank',
    title: 'Unauthorized',
    status: 401,
    detail: 'This request carries no assertion of who makes it',
    code: 'not-signed-in',
  });
});

it('has an answer without a body for HEAD', async () => {
  const {url} = await guarded(variables);
  const sent = httpRequest(url, {method: 'HEAD'}).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  expect([response.statusCode, Number(response.headers['content-length']) > 0]).toEqual([401, true]);
});

describe('when the assertion ends', () => {
  it('ends a stream that is open, and not before', async () => {
    const {url} = await guarded(variables, {next: (_request, response) => void response.writeHead(200).write('data: 1\n\n')});
    const started = Date.now();
    // The end of an assertion is a whole second in all that issuers write, but need not be.
    const [response] = (await once(get(url, {headers: {authorization: await authorization(1500)}}), 'response')) as [IncomingMessage];
    response.resume().on('error', () => {});
    await new Promise((resolve) => response.once('close', resolve));
    expect(response.complete).toBe(false);
    expect(Date.now() - started).toBeGreaterThan(1000);
  });

  it('ends a websocket that is open', async () => {
    const {url} = await guarded(variables);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const head = ['GET /_board HTTP/1.1', 'Host: x', 'Connection: upgrade', 'Upgrade: x', `Authorization: ${await authorization(1500)}`];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 101 /);
    await once(socket, 'close');
  });

  it('leaves answers alone that end before, and the connection with them', async () => {
    const {url} = await guarded(variables);
    expect((await ask(url, '/', {authorization: await authorization()})).status).toBe(200);
  });
});

it('refuses a websocket without an assertion, in the words of HTTP', async () => {
  const {url} = await guarded(variables);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /_board HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n');
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  expect(answer).toMatch(/^HTTP\/1\.1 401 not-signed-in\r\n/);
});

it('opens no stream for somebody who has hung up while it looked', async () => {
  let opened = 0;
  const {url} = await guarded(variables, {next: () => void opened++});
  issuer.fault = 'slow';
  const sent = get(url, {headers: {authorization: await authorization()}});
  sent.on('error', () => {});
  await expect.poll(() => issuer.asked).toBeGreaterThan(0);
  sent.destroy();
  issuer.fault = 'none';
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(opened).toBe(0);
});

it('costs nothing where everybody may read', () => {
  const next = (): void => {};
  const gate = createGate({HANDBOOK_AUTH: 'none'});
  expect([gate.listener(next), gate.upgrade(next)]).toEqual([next, next]);
});
