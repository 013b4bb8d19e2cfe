import {describe, expect, it} from 'vitest';
import {readEnv, warningsOf} from '../../src/server/env.server.ts';

describe('readEnv', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toEqual({HOST: '127.0.0.1', PORT: 3000, HANDBOOK_STATE_DIR: '.handbook', HANDBOOK_AUTH: 'none'});
  });

  it('takes an empty variable for an unset one', () => {
    expect(readEnv({PROMETHEUS_URL: '', PORT: ''})).toMatchObject({PORT: 3000});
  });

  it.each([
    [{PORT: '80a'}, 'PORT: found "80a", expected a port from 0 to 65535'],
    [{PORT: '65536'}, 'PORT: found "65536", expected a port from 0 to 65535'],
    [{PROMETHEUS_URL: 'localhost:9090'}, 'PROMETHEUS_URL: found "localhost:9090", expected an http or https address'],
    [{HANDBOOK_AUTH: 'basic'}, `HANDBOOK_AUTH: found "basic", expected one of 'none', 'jwt', 'proxy'`],
    [{HANDBOOK_HOOK_TOKEN: 'in vain'}, 'HANDBOOK_HOOK_TOKEN: found 7 characters, expected a secret of visible ASCII characters'],
  ])('refuses %o, naming it', (variables, message) => {
    expect(() => readEnv(variables)).toThrow(message);
  });

  it.each(['http://me:hush@prom.example', 'me:hush@prom.example'])('does not repeat a password: %s', (url) => {
    expect(() => readEnv({PROMETHEUS_URL: url})).toThrow(
      /PROMETHEUS_URL: found "(http:\/\/)?\*\*\*@prom\.example", expected an (http|address)/,
    );
  });

  it('names every variable at fault', () => {
    expect(() => readEnv({PORT: 'x', ALERTMANAGER_URL: 'y'})).toThrow(/PORT: [\s\S]*\nALERTMANAGER_URL: /);
  });

  it.each(['0.0.0.0', '::', '192.0.2.7', 'handbook.example', '127.evil.example'])('wants HANDBOOK_AUTH for HOST=%s', (HOST) => {
    expect(() => readEnv({HOST})).toThrow(`HANDBOOK_AUTH: found nothing, expected a value because HOST=${HOST}`);
    expect(readEnv({HOST, HANDBOOK_AUTH: 'none'})).toMatchObject({HOST});
  });

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('lets HOST=%s be', (HOST) => {
    expect(readEnv({HOST})).toMatchObject({HOST});
  });

  describe('with HANDBOOK_AUTH=jwt', () => {
    const jwt = {
      HANDBOOK_AUTH: 'jwt',
      HANDBOOK_JWT_ISSUER: 'https://cloud.google.com/iap',
      HANDBOOK_JWT_AUDIENCE: '/projects/1/global/backendServices/2',
      HANDBOOK_JWT_JWKS_URL: 'https://www.gstatic.com/iap/verify/public_key-jwk',
    };

    it('looks for the assertion in the authorization header, or where it is told', () => {
      expect(readEnv(jwt)).toMatchObject({...jwt, HANDBOOK_JWT_HEADER: 'authorization'});
      expect(readEnv({...jwt, HANDBOOK_JWT_HEADER: 'X-Goog-IAP-JWT-Assertion'})).toMatchObject({
        HANDBOOK_JWT_HEADER: 'x-goog-iap-jwt-assertion',
      });
    });

    it('names everything that is missing', () => {
      expect(() => readEnv({HANDBOOK_AUTH: 'jwt', HANDBOOK_JWT_ISSUER: ''})).toThrow(
        [
          'HANDBOOK_JWT_ISSUER: found nothing, expected the issuer of the assertions',
          'HANDBOOK_JWT_AUDIENCE: found nothing, expected the audience of the assertions',
          'HANDBOOK_JWT_JWKS_URL: found nothing, expected the address of the keys of the issuer',
        ].join('\n'),
      );
    });

    it.each(['http://127.0.0.1:9/keys', 'http://[::1]:9/keys', 'http://localhost/keys'])('fetches keys from %s', (url) => {
      expect(readEnv({...jwt, HANDBOOK_JWT_JWKS_URL: url})).toMatchObject({HANDBOOK_JWT_JWKS_URL: url});
    });

    it.each([
      ['HANDBOOK_JWT_JWKS_URL', 'http://issuer.example/keys', 'an https address without credentials (http only on loopback)'],
      ['HANDBOOK_JWT_JWKS_URL', 'https://me:secret@issuer.example/keys', 'an https address without credentials (http only on loopback)'],
      ['HANDBOOK_JWT_JWKS_URL', 'http://127.evil.example/keys', 'an https address without credentials (http only on loopback)'],
      ['HANDBOOK_JWT_JWKS_URL', 'keys.json', 'an https address without credentials (http only on loopback)'],
      ['HANDBOOK_JWT_ISSUER', 'https://issuer.example ', 'the issuer of the assertions, without spaces'],
      ['HANDBOOK_JWT_AUDIENCE', 'a b', 'the audience of the assertions, without spaces'],
      ['HANDBOOK_JWT_HEADER', 'x: y', 'the name of a header'],
    ])('refuses %s=%s', (name, value, expected) => {
      expect(() => readEnv({...jwt, [name]: value})).toThrow(
        `${name}: found ${JSON.stringify(value.replace('me:secret', '***'))}, expected ${expected}`,
      );
    });
  });

  describe('with HANDBOOK_AUTH=proxy', () => {
    const proxy = {
      HANDBOOK_AUTH: 'proxy',
      HANDBOOK_PROXY_FROM: '10.0.0.0/8',
      HANDBOOK_PROXY_SECRET: 'a-secret-of-the-tests-0123456789abcdef',
      HANDBOOK_PROXY_USER_HEADER: 'X-Forwarded-Email',
    };

    it('takes the networks, the secret and the header of the reader', () => {
      expect(readEnv(proxy)).toMatchObject({HANDBOOK_AUTH: 'proxy', HANDBOOK_PROXY_USER_HEADER: 'x-forwarded-email'});
    });

    it('names everything that is missing', () => {
      expect(() => readEnv({HANDBOOK_AUTH: 'proxy'})).toThrow(
        [
          'HANDBOOK_PROXY_FROM: found nothing, expected the networks of the proxy, as 10.0.0.0/8,fd00::/8',
          'HANDBOOK_PROXY_SECRET: found nothing, expected a secret, best of 32 characters or more',
          'HANDBOOK_PROXY_USER_HEADER: found nothing, expected the name of a header',
        ].join('\n'),
      );
    });

    it('shows nobody a secret, not even one that it refuses', () => {
      const secret = 'let mein';
      const attempt = (): unknown => readEnv({...proxy, HANDBOOK_PROXY_SECRET: secret});
      expect(attempt).toThrow('HANDBOOK_PROXY_SECRET: found 8 characters, expected a secret of visible ASCII characters');
      expect(attempt).not.toThrow(secret);
    });

    it.each(['0.0.0.0/0', '::/0', '10.0.0.0/8,proxy.example'])('refuses HANDBOOK_PROXY_FROM=%s', (value) => {
      expect(() => readEnv({...proxy, HANDBOOK_PROXY_FROM: value})).toThrow(
        `HANDBOOK_PROXY_FROM: found "${value}", expected networks of the proxy, as 10.0.0.0/8,fd00::/8, and none that holds every address`,
      );
    });

    it.each(['authorization', 'Cookie', 'x-handbook-proxy-secret'])('refuses HANDBOOK_PROXY_USER_HEADER=%s', (value) => {
      expect(() => readEnv({...proxy, HANDBOOK_PROXY_USER_HEADER: value})).toThrow('HANDBOOK_PROXY_USER_HEADER: found ');
    });
  });

  it('does not leave a gate open that somebody has set up', () => {
    expect(() => readEnv({HANDBOOK_JWT_ISSUER: 'https://cloud.google.com/iap'})).toThrow(
      'HANDBOOK_AUTH: found nothing, expected a value because HANDBOOK_JWT_ISSUER is set, which does nothing without it',
    );
    expect(readEnv({HANDBOOK_AUTH: 'none', HANDBOOK_JWT_ISSUER: 'https://cloud.google.com/iap'})).toMatchObject({HANDBOOK_AUTH: 'none'});
  });
});

describe('warningsOf', () => {
  it('says aloud that everybody can read, and nothing on loopback', () => {
    expect(warningsOf(readEnv({HOST: '0.0.0.0', HANDBOOK_AUTH: 'none'}))).toEqual([
      'HANDBOOK_AUTH=none on HOST=0.0.0.0: EVERYBODY who can reach this port can read the handbook and its live status',
    ]);
    expect(warningsOf(readEnv({}))).toEqual([]);
  });

  it('says aloud that a secret is short, and not what it is', () => {
    expect(warningsOf(readEnv({HANDBOOK_HOOK_TOKEN: 'short'}))).toEqual([
      'HANDBOOK_HOOK_TOKEN: 5 characters can be guessed, use 32 or more',
    ]);
    expect(warningsOf(readEnv({HANDBOOK_HOOK_TOKEN: 'x'.repeat(32)}))).toEqual([]);
  });
});
