import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWK, type JWTPayload} from 'jose';

export const audience = '/projects/1/global/backendServices/2';

interface Key {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export async function newKey(kid: string, alg = 'ES256'): Promise<Key> {
  return {kid, alg, ...(await generateKeyPair(alg, {extractable: true}))};
}

/** A real issuer on loopback: it signs, and publishes keys as https://www.rfc-editor.org/rfc/rfc7517 has it. */
export interface Issuer {
  readonly url: string;
  readonly jwksUrl: string;
  /** From now on these keys are published, and no others. */
  readonly publish: (...keys: readonly Key[]) => Promise<void>;
  /** What is answered instead of the keys. */
  fault: 'none' | 'error' | 'hangs' | 'html' | 'slow';
  /** How often the keys were asked for. */
  asked: number;
  readonly end: () => Promise<void>;
}

export async function startIssuer(): Promise<Issuer> {
  let jwks: {keys: JWK[]} = {keys: []};
  const server = createServer((_request, response) => {
    issuer.asked++;
    if (issuer.fault === 'hangs') return;
    response.statusCode = issuer.fault === 'error' ? 500 : 200;
    const body = issuer.fault === 'html' ? '<!doctype html>' : JSON.stringify(jwks);
    setTimeout(() => response.end(body), issuer.fault === 'slow' ? 500 : 0);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: Issuer = {
    url,
    jwksUrl: `${url}/keys`,
    publish: async (...keys) => {
      jwks = {
        keys: await Promise.all(keys.map(async ({kid, alg, publicKey}) => ({...(await exportJWK(publicKey)), kid, alg, use: 'sig'}))),
      };
    },
    fault: 'none',
    asked: 0,
    end: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return issuer;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

type Claims = Readonly<Record<string, unknown>>;

/** An assertion with the claims of a good one, but for those given. A claim that is undefined is left out. */
export async function sign(key: Key, issuer: string, claims: Claims = {}, header: Record<string, unknown> = {}): Promise<string> {
  const signed = new SignJWT(claimsOf(issuer, claims)).setProtectedHeader({alg: key.alg, kid: key.kid, ...header});
  return signed.sign(key.privateKey, {crit: {policy: true}});
}

function claimsOf(issuer: string, claims: Claims): JWTPayload {
  return {iss: issuer, aud: audience, sub: 'reader-1', iat: seconds(), exp: seconds() + 600, ...claims};
}

/** Assertions that nobody may get in with: what they are, the values of the header, and the answer they deserve. */
export async function forgeries(good: Key, {url: issuer}: Issuer): Promise<readonly (readonly [string, readonly string[], 401 | 403])[]> {
  const now = seconds();
  const stranger = await newKey('stranger');
  const sameName = await newKey(good.kid);
  const token = await sign(good, issuer);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const asSecret = new TextEncoder().encode(await exportSPKI(good.publicKey));
  const hs256 = new SignJWT(claimsOf(issuer, {})).setProtectedHeader({alg: 'HS256', kid: good.kid}).sign(asSecret);
  const grown = Buffer.from(JSON.stringify(claimsOf(issuer, {sub: 'admin'}))).toString('base64url');
  return [
    ['no header at all', [], 401],
    ['an empty header', [''], 401],
    ['a word that is no assertion', ['let-me-in'], 401],
    ['two headers, both good', [token, token], 401],
    ['two assertions in one header', [`${token}, ${token}`], 401],
    ['another audience', [await sign(good, issuer, {aud: '/projects/1/global/backendServices/3'})], 403],
    ['an audience that only begins like ours', [await sign(good, issuer, {aud: `${audience}0`})], 403],
    ['no audience', [await sign(good, issuer, {aud: undefined})], 403],
    ['another issuer', [await sign(good, issuer, {iss: 'https://issuer.example'})], 403],
    ['an issuer with a slash more', [await sign(good, issuer, {iss: `${issuer}/`})], 403],
    ['no issuer', [await sign(good, issuer, {iss: undefined})], 403],
    ['expired by more than the skew', [await sign(good, issuer, {exp: now - 31})], 401],
    ['without an end', [await sign(good, issuer, {exp: undefined})], 401],
    ['an end that is no number', [await sign(good, issuer, {exp: 'never'})], 401],
    ['not yet valid', [await sign(good, issuer, {nbf: now + 60})], 401],
    ['issued in the future', [await sign(good, issuer, {iat: now + 60})], 401],
    ['naming nobody', [await sign(good, issuer, {sub: undefined})], 401],
    ['naming nobody with empty words', [await sign(good, issuer, {sub: '', email: ''})], 401],
    ['alg none', [new UnsecuredJWT(claimsOf(issuer, {})).encode()], 401],
    ['alg none with the signature of a good one', [`${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.${signature}`], 401],
    ['HS256 with the public key as its secret', [await hs256], 401],
    ['a key that nobody published', [await sign(stranger, issuer)], 401],
    ['a key that only has the right name', [await sign(sameName, issuer)], 401],
    ['a key that it brings along', [await sign(stranger, issuer, {}, {jwk: await exportJWK(stranger.publicKey)})], 401],
    ['an address of keys that it brings along', [await sign(stranger, issuer, {}, {jku: 'https://issuer.example/keys'})], 401],
    ['an algorithm that is not on the list', [await sign(await newKey(good.kid, 'PS256'), issuer)], 401],
    ['a header that demands what we do not know', [await sign(good, issuer, {}, {crit: ['policy'], policy: 'ours'})], 401],
    ['claims exchanged after it was signed', [`${header}.${grown}.${signature}`], 401],
    ['no signature', [`${header}.${payload}.`], 401],
  ];
}
