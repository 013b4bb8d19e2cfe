import {describe, expect, it} from 'vitest';
import {readEnv} from '../../src/server/env.server.ts';

describe('readEnv', () => {
  it('has a default for everything', () => {
    expect(readEnv({})).toEqual({HOST: '127.0.0.1', PORT: 3000, HANDBOOK_STATE_DIR: '.handbook'});
  });

  it('takes an empty variable for an unset one', () => {
    expect(readEnv({PROMETHEUS_URL: '', PORT: ''})).toMatchObject({PORT: 3000});
  });

  it.each([
    [{PORT: '80a'}, 'PORT: found "80a", expected a port from 0 to 65535'],
    [{PORT: '65536'}, 'PORT: found "65536", expected a port from 0 to 65535'],
    [{PROMETHEUS_URL: 'localhost:9090'}, 'PROMETHEUS_URL: found "localhost:9090", expected an http or https address'],
    [{HANDBOOK_AUTH: 'jwt'}, `HANDBOOK_AUTH: found "jwt", expected 'none', the only way that this version has`],
  ])('refuses %o, naming it', (variables, message) => {
    expect(() => readEnv(variables)).toThrow(message);
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
});
