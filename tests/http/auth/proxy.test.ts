import {networkInterfaces} from 'node:os';
import {describe, expect, it} from 'vitest';
import {ask} from './ask.ts';
import {guarded} from './guarded.ts';

const secret = 'a-secret-of-the-tests-0123456789abcdef';
const here = {
  HANDBOOK_AUTH: 'proxy',
  HANDBOOK_PROXY_FROM: '127.0.0.0/8, ::1',
  HANDBOOK_PROXY_SECRET: secret,
  HANDBOOK_PROXY_USER_HEADER: 'X-Forwarded-Email',
};
const elsewhere = {...here, HANDBOOK_PROXY_FROM: '192.0.2.0/24'};
const name = 'reader@reiji.example';
const proofs = {'x-handbook-proxy-secret': secret, 'x-forwarded-email': name};

it('believes the proxy, and takes its proofs off before anybody else sees the request', async () => {
  const {url} = await guarded(here);
  const {status, body} = await ask(url, '/', {...proofs, 'x-kept': 'yes'});
  const seen = JSON.parse(body) as {identity: {subject: string; expiresAt: number}; headers: Record<string, string>; raw: string[]};
  expect([status, seen.identity.subject]).toEqual([200, name]);
  expect(seen.headers).toMatchObject({'x-kept': 'yes'});
  expect(Object.keys(seen.headers)).not.toEqual(expect.arrayContaining(['x-handbook-proxy-secret']));
  expect(JSON.stringify([seen.headers, seen.raw])).not.toMatch(new RegExp(`${secret}|${name}`));
});

it('asks again after ten minutes, because nobody tells it when a session ends', async () => {
  const {url} = await guarded(here);
  const {identity} = JSON.parse((await ask(url, '/', proofs)).body) as {identity: {expiresAt: number}};
  expect(identity.expiresAt - Date.now()).toBeGreaterThan(590_000);
  expect(identity.expiresAt - Date.now()).toBeLessThanOrEqual(600_000);
});

it('knows the proxy by its IPv4 address on a socket of IPv6', async () => {
  const {url} = await guarded({...here, HANDBOOK_PROXY_FROM: '127.0.0.1/32'}, {host: '::'});
  expect((await ask(url, '/', proofs)).status).toBe(200);
});

describe('refuses', () => {
  it.each<[string, Record<string, string>, Record<string, string | string[]>, RegExp]>([
    ['a name without the secret', here, {'x-forwarded-email': name}, /did not show HANDBOOK_PROXY_SECRET/],
    ['the wrong secret from the right network', here, {...proofs, 'x-handbook-proxy-secret': `${secret}x`}, /did not show/],
    ['the beginning of the secret', here, {...proofs, 'x-handbook-proxy-secret': secret.slice(0, -1)}, /did not show/],
    ['an empty secret', here, {...proofs, 'x-handbook-proxy-secret': ''}, /did not show/],
    ['the secret twice', here, {...proofs, 'x-handbook-proxy-secret': [secret, secret]}, /did not show/],
    ['the right secret from the wrong network', elsewhere, proofs, /127\.0\.0\.1 is not in HANDBOOK_PROXY_FROM/],
    ['an address that only a header claims', elsewhere, {...proofs, 'x-forwarded-for': '192.0.2.1', 'x-real-ip': '192.0.2.1'}, /is not in/],
    ['no name', here, {'x-handbook-proxy-secret': secret}, /named no reader/],
    ['an empty name', here, {...proofs, 'x-forwarded-email': '  '}, /named no reader/],
    ['two names', here, {...proofs, 'x-forwarded-email': [name, 'admin@reiji.example']}, /named no reader, or several/],
    ['a name in another header', here, {'x-handbook-proxy-secret': secret, 'x-forwarded-user': name}, /named no reader/],
    ['nothing at all', here, {}, /did not show/],
  ])('%s', async (_name, variables, headers, because) => {
    const {url, said} = await guarded(variables);
    const {status, body} = await ask(url, '/_status/v1/live', headers);
    // The stranger does not learn which of the proofs was right.
    expect([status, JSON.parse(body)]).toMatchObject([
      401,
      {code: 'not-signed-in', detail: 'Nobody who is trusted here vouches for this request'},
    ]);
    expect(said.join()).toMatch(because);
    expect(said.join()).not.toContain(secret);
  });

  const [outside] = Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).filter((one) => !one.internal && one.family === 'IPv4'),
  );
  it.skipIf(outside === undefined)('everything right, forged from another address of the network', async () => {
    const {url} = await guarded(here, {host: '0.0.0.0'});
    const {port} = new URL(url);
    expect((await ask(`http://${outside?.address}:${port}`, '/', proofs)).status).toBe(401);
  });
});
