import {once} from 'node:events';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import {until} from '../support/processes.ts';

/** The query of the sample's live.yaml, asked of a server that answers as Redash does. */
const id = 'query:open-reservations';
const asked: string[] = [];
const redash = {rows: [{open: 42}] as unknown[], retrievedMinutesAgo: 5};
let server: Server;
let root: string;
let handbook: Handbook | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`);
    const retrieved_at = new Date(Date.now() - redash.retrievedMinutesAgo * 60_000).toISOString();
    const columns = [{name: 'open', friendly_name: 'open', type: 'integer'}];
    response.writeHead(200, {'content-type': 'application/json'});
    response.end(
      JSON.stringify({query_result: {id: 1, query: 'SELECT 1', data: {columns, rows: redash.rows}, runtime: 0.1, retrieved_at}}),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  root = mkdtempSync(join(tmpdir(), 'handbook-redash-'));
  for (const folder of ['data', 'docs', 'i18n']) cpSync(folder, join(root, folder), {recursive: true});
  symlinkSync(resolve('build'), join(root, 'build'));
  const file = join(root, 'data/live.yaml');
  const {port} = server.address() as AddressInfo;
  const text = readFileSync(file, 'utf8')
    .replace('https://redash.reiji.example/', `http://127.0.0.1:${port}/`)
    .replace('tokenFrom: REDASH_TOKEN', 'tokenFrom: REDASH_TOKEN\n    allowPrivate: true');
  writeFileSync(file, text.replace(/^(\s+)every: 5m$/m, '$1every: 10s'));
  handbook = await startHandbook({REDASH_TOKEN: 'a-made-up-key'}, {root});
});
afterAll(async () => {
  await handbook?.end();
  server.closeAllConnections();
  server.close();
  rmSync(root, {recursive: true, force: true});
});

const live = async (): ReturnType<Handbook['live']> => {
  if (handbook === undefined) throw new Error('the handbook did not start');
  return handbook.live(id);
};

describe('a result of Redash', () => {
  it('becomes a figure, asked with the key of the environment', async () => {
    const known = await until('the figure', async () => {
      const now = await live();
      return now.state === 'unknown' ? undefined : now;
    });
    expect(known).toMatchObject({value: {figure: 42}});
    expect(asked[0]).toBe('GET /api/queries/12/results.json Key a-made-up-key');
  });

  it('is unknown once Redash itself has not looked for too long', async () => {
    redash.retrievedMinutesAgo = 121;
    const reason = await until('the age to show', async () => {
      const now = await live();
      return now.state === 'unknown' ? now.reason : undefined;
    });
    expect(reason).toBe('stale');
  });

  it('is unknown when the query has no row', async () => {
    redash.retrievedMinutesAgo = 1;
    redash.rows = [];
    await until('the missing row to show', async () => {
      const now = await live();
      return now.state === 'unknown' && now.reason === 'parse' ? now : undefined;
    });
    expect(JSON.stringify(await live())).not.toContain('a-made-up-key');
  });
});
