import {once} from 'node:events';
import {readdirSync} from 'node:fs';
import {get, type IncomingMessage} from 'node:http';
import {networkInterfaces} from 'node:os';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {ask} from '../http/auth/ask.ts';
import {audience, forgeries, newKey, sign, startIssuer, type Issuer} from '../http/auth/issuer.ts';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import {until} from '../support/processes.ts';
import {patience} from '../support/patience.ts';

/** Something of everything that the server answers. */
const asset = `/assets/js/${readdirSync('build/assets/js').find((name) => name.endsWith('.js'))}`;
const pages = ['/', '/ja/', '/runbooks/pod-crash-looping', asset, '/404-nothing-here'];
const routes = [
  '/r/KubePodCrashLooping?namespace=prod',
  '/_status/v1/live?ids=service:sre-handbook',
  '/_status/v1/alerts',
  '/_status/v1/stream?alerts=1',
  '/_board/v1/x.md',
  '/metrics',
  '/readyz',
];
const everything = [...pages, ...routes];

describe('HANDBOOK_AUTH=jwt', () => {
  const header = 'cf-access-jwt-assertion';
  let issuer: Issuer;
  let handbook: Handbook;
  let key: Awaited<ReturnType<typeof newKey>>;
  beforeAll(async () => {
    issuer = await startIssuer();
    key = await newKey('first', 'RS256');
    await issuer.publish(key);
    handbook = await startHandbook({
      HANDBOOK_AUTH: 'jwt',
      HANDBOOK_JWT_HEADER: 'Cf-Access-Jwt-Assertion',
      HANDBOOK_JWT_ISSUER: issuer.url,
      HANDBOOK_JWT_AUDIENCE: audience,
      HANDBOOK_JWT_JWKS_URL: issuer.jwksUrl,
      HANDBOOK_HOOK_TOKEN: 'a-token-of-the-tests-0123456789abcdef',
    });
  });
  afterAll(async () => {
    await handbook?.end();
    await issuer?.end();
  });

  it('refuses everything to everybody who cannot be believed, and lives', async () => {
    const counts = {401: 0, 403: 0};
    for (const [name, values, status] of await forgeries(key, issuer)) {
      for (const target of everything) {
        const answer = await ask(handbook.url, target, values.length === 0 ? {} : {[header]: values});
        expect([name, target, answer.status]).toEqual([name, target, status]);
        counts[status]++;
      }
    }
    console.log(`forged assertions on ${everything.length} routes: ${counts[401]} × 401, ${counts[403]} × 403, let in: 0`);
    expect(handbook.server.process.exitCode).toBeNull();
  });

  it('leaves open whether it lives, and the hook, which has a token of its own', async () => {
    expect((await ask(handbook.url, '/healthz')).status).toBe(200);
    const call = (authorization: string): Promise<Response> =>
      fetch(`${handbook.url}/_hooks/alertmanager`, {method: 'POST', headers: {authorization}, body: '{}'});
    expect((await call('Bearer wrong')).status).toBe(401);
    expect((await call('Bearer a-token-of-the-tests-0123456789abcdef')).status).toBe(204);
    expect((await ask(handbook.url, '/_hooks/../_status/v1/alerts')).status).toBe(401);
  });

  it('answers everything to a reader, for no cache that others share', async () => {
    const token = await sign(key, issuer.url);
    for (const target of everything.filter((path) => !path.includes('/stream'))) {
      const {status, headers} = await ask(handbook.url, target, {[header]: token});
      expect([target, status]).toEqual([target, expect.not.toBeOneOf([401, 403])]);
      expect([target, headers['cache-control']]).toEqual([target, expect.stringMatching(/private|no-store/)]);
    }
  });

  /** A stream of the server's, until it ends. */
  async function stream(token: string): Promise<{response: IncomingMessage; ended: Promise<void>}> {
    const sent = get(`${handbook.url}/_status/v1/stream?alerts=1`, {headers: {[header]: token}});
    // Cut off, not said goodbye to: a browser comes back to either.
    sent.on('error', () => {});
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.on('error', () => {});
    const ended = new Promise<void>((resolve) => response.once('close', () => resolve()));
    return {response, ended};
  }

  it('ends a stream when the assertion that opened it ends, and opens another with a fresh one', async () => {
    const endsAt = Date.now() + 3000;
    const short = await sign(key, issuer.url, {exp: endsAt / 1000 - 30});
    const {response, ended} = await stream(short);
    expect(response.statusCode).toBe(200);
    let heard = '';
    response.on('data', (chunk) => (heard += String(chunk)));
    await ended;
    expect(heard).toContain('event: hello');
    const late = Date.now() - endsAt;
    console.log(`a stream ended ${late} ms after its assertion, skew included`);
    expect(late).toBeGreaterThan(-50);
    expect(late).toBeLessThan(patience(5000));
    expect((await ask(handbook.url, '/', {[header]: short})).status).toBe(401);
    const again = await stream(await sign(key, issuer.url));
    expect(again.response.statusCode).toBe(200);
    again.response.destroy();
  });

  it('follows the issuer to a new key without a restart, and leaves the old one behind', async () => {
    const next = await newKey('second', 'ES256');
    await issuer.publish(next);
    const status = async (by: typeof key): Promise<number> => (await ask(handbook.url, '/', {[header]: await sign(by, issuer.url)})).status;
    await until('the new key', async () => (await status(next)) === 200, {every: 500});
    expect(await status(key)).toBe(401);
  });
});

describe('HANDBOOK_AUTH=proxy', () => {
  const secret = 'a-secret-of-the-tests-0123456789abcdef';
  const user = {'x-forwarded-email': 'reader@reiji.example'};
  const proofs = {...user, 'x-handbook-proxy-secret': secret};
  const env = {HANDBOOK_AUTH: 'proxy', HANDBOOK_PROXY_SECRET: secret, HANDBOOK_PROXY_USER_HEADER: 'X-Forwarded-Email'};

  it('refuses everything that does not come from the proxy with the secret', async () => {
    const handbook = await startHandbook({...env, HOST: '0.0.0.0', HANDBOOK_PROXY_FROM: '127.0.0.1'});
    try {
      let refused = 0;
      const attempts: readonly (readonly [string, Record<string, string | readonly string[]>])[] = [
        [handbook.url, {}],
        [handbook.url, user],
        [handbook.url, {...user, 'x-handbook-proxy-secret': 'wrong'}],
        [handbook.url, {...user, 'x-handbook-proxy-secret': [secret, secret]}],
        [handbook.url, {'x-handbook-proxy-secret': secret}],
        [handbook.url, {...proofs, 'x-forwarded-email': ''}],
        // From outside, with everything that the proxy would send.
        ...outside(handbook.url).map((url) => [url, {...proofs, 'x-forwarded-for': '127.0.0.1'}] as const),
      ];
      for (const [url, headers] of attempts) {
        for (const target of everything) {
          expect([target, (await ask(url, target, headers)).status]).toEqual([target, 401]);
          refused++;
        }
      }
      console.log(`forged proxies on ${everything.length} routes: ${refused} × 401, let in: 0`);
      expect((await ask(handbook.url, '/', proofs)).status).toBe(200);
      expect((await ask(handbook.url, '/healthz')).status).toBe(200);
      expect(handbook.server.output()).not.toContain(secret);
    } finally {
      await handbook.end();
    }
  });

  /** The same server at the address that other machines use. */
  function outside(url: string): string[] {
    const addresses = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter((one) => !one.internal && one.family === 'IPv4'),
    );
    return addresses.slice(0, 1).map(({address}) => url.replace('127.0.0.1', address));
  }
});

it('says aloud at the start that everybody can read, where HANDBOOK_AUTH=none is set beyond loopback', async () => {
  const handbook = await startHandbook({HOST: '0.0.0.0', HANDBOOK_AUTH: 'none'});
  try {
    await until('the warning', () => /^handbook: HANDBOOK_AUTH=none on HOST=0\.0\.0\.0: EVERYBODY /m.test(handbook.server.output()));
  } finally {
    await handbook.end();
  }
});
