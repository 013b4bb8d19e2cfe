import {hash} from 'node:crypto';
import {createLocalJWKSet, createRemoteJWKSet, customFetch, errors, jwtVerify, type JSONWebKeySet, type JWTPayload} from 'jose';
import {valuesOf, type Check, type Refusal, type Verdict} from './identity.server.ts';
import type {AuthSettings} from './settings.server.ts';
import {Remembered} from './remembered.ts';

/** How far the clocks of the issuer and of this machine may be apart. */
const skewSeconds = 30;
/** A key that is not known makes us ask the issuer again, but no more often than this, however many such assertions come. */
const cooldownMs = 10_000;
/** While the issuer does not answer, we ask no more often than this. */
const retryMs = 5000;
const timeoutMs = 3000;
/** A key that the issuer takes back is trusted no longer than this and the age of the keys, ten minutes, together. */
const rememberMs = 60_000;
const mostRemembered = 5000;

type Settings = Extract<AuthSettings, {HANDBOOK_AUTH: 'jwt'}>;

/** Believes a signed assertion: by a key of the issuer, for this handbook, and not expired. */
export function assertionCheck(settings: Settings): Check {
  const verify = verifier(settings);
  const known = new Remembered<Verdict>(mostRemembered);
  return async (request) => {
    const token = tokenOf(valuesOf(request, settings.HANDBOOK_JWT_HEADER), settings);
    if (typeof token !== 'string') return token;
    const key = hash('sha256', token, 'base64url');
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const verdict = await verify(token);
    if (verdict.kind === 'reader') {
      known.set(key, verdict, Math.min(verdict.identity.expiresAt ?? 0, Date.now() + rememberMs));
    }
    return verdict;
  };
}

function tokenOf([value, ...more]: readonly string[], {HANDBOOK_JWT_HEADER: header}: Settings): string | Verdict {
  if (more.length > 0) return refused('several-assertions', `several headers ${header}`);
  if (value === undefined || value === '') return refused('not-signed-in', `no header ${header}`);
  if (header !== 'authorization') return value;
  return /^Bearer +(\S+)$/i.exec(value)?.[1] ?? refused('not-signed-in', 'an authorization header without Bearer');
}

function verifier({HANDBOOK_JWT_ISSUER, HANDBOOK_JWT_AUDIENCE, HANDBOOK_JWT_JWKS_URL}: Settings): (token: string) => Promise<Verdict> {
  const keys = createRemoteJWKSet(new URL(HANDBOOK_JWT_JWKS_URL), {
    cooldownDuration: cooldownMs,
    timeoutDuration: timeoutMs,
    [customFetch]: patientFetch(),
  });
  return async (token) => {
    try {
      const {payload} = await jwtVerify(token, keys, {
        issuer: HANDBOOK_JWT_ISSUER,
        audience: HANDBOOK_JWT_AUDIENCE,
        algorithms: ['ES256', 'RS256'],
        clockTolerance: skewSeconds,
        requiredClaims: ['exp'],
      });
      return readerOf(payload);
    } catch (error) {
      return refusalOf(error);
    }
  };
}

function readerOf({sub, email, exp = 0, iat}: JWTPayload): Verdict {
  // The library looks at `iat` only where an age is limited.
  if (iat !== undefined && iat > Date.now() / 1000 + skewSeconds) return refused('not-yet-valid', 'issued in the future');
  const subject = [sub, email].find((name) => typeof name === 'string' && name !== '');
  if (typeof subject !== 'string') return refused('no-subject', 'an assertion with neither sub nor email');
  const expiresAt = (exp + skewSeconds) * 1000;
  // The library counts whole seconds: an end within one would be let in, and cut off at once.
  if (expiresAt <= Date.now()) return refused('expired', 'expired within this second');
  return {kind: 'reader', identity: {subject, expiresAt}};
}

/** After an answer without keys jose asks again at the very next request. This one waits a little between. */
function patientFetch(): typeof fetch {
  let failed: {readonly at: number; readonly error: unknown} | undefined;
  return async (url, options) => {
    if (failed !== undefined && Date.now() - failed.at < retryMs) throw failed.error;
    try {
      const response = await fetch(url, options);
      if (response.status !== 200) throw new Error(`HANDBOOK_JWT_JWKS_URL answered with HTTP ${response.status}`);
      const keys = (await response.json()) as JSONWebKeySet;
      // Only to see that they are keys.
      createLocalJWKSet(keys);
      failed = undefined;
      return Response.json(keys);
    } catch (error) {
      failed = {at: Date.now(), error};
      throw error;
    }
  };
}

function refusalOf(error: unknown): Verdict {
  const because = error instanceof Error ? error.message : String(error);
  if (error instanceof errors.JWTExpired) return refused('expired', because);
  if (error instanceof errors.JWTClaimValidationFailed) {
    // Claims are looked at once the signature holds: this reader is known, to somebody else.
    if (error.claim === 'aud' || error.claim === 'iss') {
      const code = error.claim === 'aud' ? 'wrong-audience' : 'wrong-issuer';
      return {kind: 'refused', status: 403, code, message: 'This assertion is meant for something else', because};
    }
    return refused(error.claim === 'nbf' ? 'not-yet-valid' : 'assertion-refused', because);
  }
  const isTheirs = refusedTokens.some((kind) => error instanceof kind);
  if (isTheirs) return refused('assertion-refused', because);
  return {
    kind: 'refused',
    status: 503,
    code: 'keys-unreachable',
    message: 'The keys of the issuer cannot be had, so nobody can be let in',
    because: `${because}${error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : ''}`,
  };
}

/** What the stranger's own assertion can be at fault in. Everything else is between us and the issuer. */
const refusedTokens = [
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JWSSignatureVerificationFailed,
];

const messages = {
  'not-signed-in': 'This request carries no assertion of who makes it',
  'several-assertions': 'This request carries several assertions',
  'assertion-refused': 'The assertion of this request is not accepted',
  expired: 'The assertion of this request has expired',
  'not-yet-valid': 'The assertion of this request is not valid yet',
  'no-subject': 'The assertion of this request names nobody',
} as const;

function refused(code: keyof typeof messages, because: string): {kind: 'refused'} & Refusal {
  return {kind: 'refused', status: 401, code, message: messages[code], because};
}
