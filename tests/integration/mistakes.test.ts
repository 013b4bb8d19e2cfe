import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {copyRepository} from '../support/copy.ts';

let root: string;
let remove: () => void;
beforeAll(() => {
  ({root, remove} = copyRepository());
  mkdirSync(join(root, 'build'));
  writeFileSync(join(root, 'build/.seal.json'), '{"baseUrl": "/", "inlineScripts": []}');
});
afterAll(() => remove?.());

/** Runs a server until it ends by itself, and gives how it ended and what it said. */
function start(program: string, env: Readonly<Record<string, string>>): {code: number | null; said: string} {
  const {status, stderr} = spawnSync(process.execPath, [`src/server/${program}.server.ts`], {
    cwd: root,
    env: {...process.env, PORT: '0', ...env},
    encoding: 'utf8',
    timeout: 120_000,
  });
  return {code: status, said: stderr.trim()};
}

describe.each(['main', 'dev'])('the %s server', (program) => {
  it('refuses to be reached from other machines without a word about who may', () => {
    const {code, said} = start(program, {HOST: '0.0.0.0'});
    expect(code).toBe(2);
    expect(said).toMatch(/^handbook: HANDBOOK_AUTH: found nothing, expected .*HOST=0\.0\.0\.0.*$/);
  });

  it('names a variable that it cannot use', () => {
    expect(start(program, {PORT: 'eighty'})).toEqual({code: 2, said: 'handbook: PORT: found "eighty", expected a port from 0 to 65535'});
  });
});

it('names file and line of every fault in data/, at once', () => {
  const file = join(root, 'data/catalog/platform.yaml');
  const good = readFileSync(file, 'utf8');
  const severity = join(root, 'data/severity.yaml');
  const labels = readFileSync(severity, 'utf8');
  writeFileSync(file, good.replace('owner: group:sre', 'owner: group:nobody'));
  writeFileSync(severity, labels.replace('critical: page', 'critical: wake'));
  const {code, said} = start('main', {});
  writeFileSync(file, good);
  writeFileSync(severity, labels);
  expect(code).toBe(2);
  expect(said).toContain('data/catalog/platform.yaml:10:10 found the group "group:nobody", expected one of corp-it, data');
  expect(said).toContain('data/severity.yaml:3:13 found critical: "wake", expected one of "page", "ticket", "note"');
});
