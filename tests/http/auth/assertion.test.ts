import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi} from 'vitest';
import {ask, type Answer} from './ask.ts';
import {guarded} from './guarded.ts';
import {audience, forgeries, newKey, sign, startIssuer, type Issuer} from './issuer.ts';

const header = 'x-goog-iap-jwt-assertion';
const good = await newKey('good');
const rsa = await newKey('rsa', 'RS256');

let issuer: Issuer;
let variables: Record<string, string>;
beforeAll(async () => {
  issuer = await startIssuer();
  variables = {
    HANDBOOK_AUTH: 'jwt',
    HANDBOOK_JWT_HEADER: header,
    HANDBOOK_JWT_ISSUER: issuer.url,
    HANDBOOK_JWT_AUDIENCE: audience,
    HANDBOOK_JWT_JWKS_URL: issuer.jwksUrl,
  };
});
afterAll(() => issuer.end());
beforeEach(() => issuer.publish(good, rsa));
afterEach(() => {
  issuer.fault = 'none';
  issuer.asked = 0;
});

/** Only the clock that tells the time: sockets keep their own. */
function later(ms: number): void {
  if (!vi.isFakeTimers()) {
    vi.useFakeTimers({toFake: ['Date']});
    onTestFinished(() => void vi.useRealTimers());
  }
  vi.setSystemTime(Date.now() + ms);
}

const identity = ({body}: Answer): unknown => (JSON.parse(body) as {identity: unknown}).identity;

describe('an assertion is accepted', () => {
  it.each([
    ['with ES256', good, {}, 'reader-1'],
    ['with RS256', rsa, {}, 'reader-1'],
    ['for several audiences, ours among them', good, {aud: ['other', audience]}, 'reader-1'],
    ['with an address where there is no subject', good, {sub: '', email: 'reader@reiji.example'}, 'reader@reiji.example'],
    ['expired within the skew', good, {exp: Math.floor(Date.now() / 1000) - 20}, 'reader-1'],
    ['not valid before a moment within the skew', good, {nbf: Math.floor(Date.now() / 1000) + 20}, 'reader-1'],
  ])('%s', async (_name, key, claims, subject) => {
    const {url} = await guarded(variables);
    const answer = await ask(url, '/', {[header]: await sign(key, issuer.url, claims)});
    expect([answer.status, identity(answer)]).toMatchObject([200, {subject}]);
  });

  it('behind the word Bearer, where no header is named', async () => {
    const {HANDBOOK_JWT_HEADER: _left, ...rest} = variables;
    const {url} = await guarded(rest);
    const token = await sign(good, issuer.url);
    expect((await ask(url, '/', {authorization: `Bearer ${token}`})).status).toBe(200);
    expect((await ask(url, '/', {authorization: `bearer ${token}`})).status).toBe(200);
    expect((await ask(url, '/', {authorization: token})).status).toBe(401);
    expect((await ask(url, '/', {authorization: `Basic ${token}`})).status).toBe(401);
    expect((await ask(url, '/', {[header]: token})).status).toBe(401);
  });

  it('by nobody behind the gate: it is taken off', async () => {
    const {url} = await guarded(variables);
    const token = await sign(good, issuer.url);
    expect((await ask(url, '/', {[header]: token})).body).not.toContain(token);
  });
});

it('refuses every forgery with 401 or 403, and tells nothing of what is behind', async () => {
  const {url} = await guarded(variables);
  const cases = await forgeries(good, issuer);
  for (const [name, values, status] of cases) {
    for (const target of ['/', '/_status/v1/live?ids=service:a']) {
      const answer = await ask(url, target, values.length === 0 ? {} : {[header]: values});
      expect([name, answer.status]).toEqual([name, status]);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).not.toMatch(/identity|127\.0\.0\.1|backendServices/);
    }
  }
});

it('refuses an assertion that ended within this second', async () => {
  const {url} = await guarded(variables);
  const exp = Math.floor(Date.now() / 1000) - 30 + 0.4;
  const token = await sign(good, issuer.url, {exp});
  await new Promise((resolve) => setTimeout(resolve, (exp + 30) * 1000 - Date.now()));
  const answer = await ask(url, '/_status/v1/live', {[header]: token});
  expect([answer.status, JSON.parse(answer.body)]).toMatchObject([401, {code: 'expired'}]);
});

it('says which of its claims was for somebody else, and logs the reason once', async () => {
  const {url, said} = await guarded(variables);
  const token = await sign(good, issuer.url, {aud: 'other'});
  const answers = [await ask(url, '/_status/v1/live', {[header]: token}), await ask(url, '/_status/v1/live', {[header]: token})];
  expect(JSON.parse(answers[0]?.body ?? '')).toEqual({
    type: 'about:blank',
    title: 'Forbidden',
    status: 403,
    detail: 'This assertion is meant for something else',
    code: 'wrong-audience',
  });
  expect(said).toEqual(['refused with 403 wrong-audience: unexpected "aud" claim value']);
});

describe('the keys of the issuer', () => {
  const status = async (url: string, key: typeof good): Promise<number> =>
    (await ask(url, '/', {[header]: await sign(key, issuer.url)})).status;

  it('may change while the server runs: a new one is accepted, a retired one is not', async () => {
    const {url} = await guarded(variables);
    const next = await newKey('next');
    const old = await sign(good, issuer.url, {exp: Math.floor(Date.now() / 1000) + 3600});
    expect((await ask(url, '/', {[header]: old})).status).toBe(200);
    await issuer.publish(next);
    later(11_000);
    expect(await status(url, next)).toBe(200);
    expect(await status(url, good)).toBe(401);
    // The very assertion that was good before is remembered for a minute.
    later(60_000);
    expect((await ask(url, '/', {[header]: old})).status).toBe(401);
  });

  it('are not asked for again by strangers who bring keys of their own', async () => {
    const {url} = await guarded(variables);
    const tokens = await Promise.all(Array.from({length: 50}, async (_, n) => sign(await newKey(`stranger-${n}`), issuer.url)));
    for (const token of tokens) expect((await ask(url, '/', {[header]: token})).status).toBe(401);
    expect(issuer.asked).toBe(1);
  });

  it.each(['error', 'html'] as const)(
    'let nobody in while they cannot be had (%s), and are not asked for at each request',
    async (fault) => {
      const {url, said} = await guarded(variables);
      issuer.fault = fault;
      expect(await status(url, good)).toBe(503);
      const answer = await ask(url, '/_status/v1/live', {[header]: await sign(good, issuer.url)});
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([503, {title: 'Service Unavailable', code: 'keys-unreachable'}]);
      expect(answer.headers['retry-after']).toBe('5');
      expect(issuer.asked).toBe(1);
      expect(said.join('')).toMatch(/^refused with 503 keys-unreachable: /);
      issuer.fault = 'none';
      later(6000);
      expect(await status(url, good)).toBe(200);
    },
  );

  it('let nobody in while they do not come', async () => {
    const {url} = await guarded(variables);
    issuer.fault = 'hangs';
    const answers = await Promise.all([status(url, good), status(url, rsa)]);
    expect([answers, issuer.asked]).toEqual([[503, 503], 1]);
  });

  it('are asked for once, and an assertion is verified once, however many requests carry it', async () => {
    const {url} = await guarded(variables);
    const token = await sign(good, issuer.url);
    const verify = vi.spyOn(crypto.subtle, 'verify');
    for (let n = 0; n < 20; n++) expect((await ask(url, '/', {[header]: token})).status).toBe(200);
    expect([issuer.asked, verify.mock.calls.length]).toEqual([1, 1]);
  });
});
