import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {longestLine} from '../../src/access-log/log-line.ts';
import {readExamples, readResult, resultFile, sample, writeResult} from '../../src/access-log/examples.server.ts';
import type {Refused} from '../../src/access-log/read-log.server.ts';
import {openWarehouse} from '../../src/access-log/warehouse.server.ts';
import {makeLines, makeSample, unreadable} from '../support/access-log.ts';
import {handbook} from '../support/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbook-access-log-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe('the five queries', () => {
  let warehouse: Awaited<ReturnType<typeof openWarehouse>>;
  let loaded: Awaited<ReturnType<typeof warehouse.load>>;
  const refused: Refused[] = [];
  beforeAll(async () => {
    warehouse = await openWarehouse();
    loaded = await warehouse.load(sample, (one) => refused.push(one));
  });
  afterAll(() => warehouse.close());

  it('are asked of a sample that is made up', () => {
    expect(readFileSync(sample, 'utf8')).toBe(makeSample());
  });

  it('leave out the lines that cannot be read, each with its number and its reason', () => {
    expect(loaded).toEqual({lines: 480, refused: 5});
    expect(refused.map(({line}) => line)).toEqual(unreadable.map(([before], i) => before + i + 1));
    expect(refused.map(({reason}) => reason.split(/[:(]/)[0])).toEqual(['found no JSON ', 'route', 'status', 'network', 'found no JSON ']);
  });

  it.each(readExamples('.').map((example) => [example.query.id, example] as const))('answer as %s says', async (id, {query, sql}) => {
    const {columns, rows} = await warehouse.ask(sql);
    const text = writeResult({...loaded, columns: [...columns], rows: rows.map((row) => [...row])});
    expect(readFileSync(resultFile(id), 'utf8')).toBe(text);
    expect(readResult('.', id).columns).toEqual(Object.keys(query.columns));
    expect(columns).toEqual(expect.arrayContaining([query.chart.label, ...query.chart.values]));
    expect(rows.length).toBeGreaterThan(1);
  });

  it.each(readExamples('.').map(({query, sql, bigquery}) => [query.id, sql, bigquery] as const))(
    'have a twin that gives the same columns: %s',
    (_id, sql, bigquery) => {
      const outer = (text: string): string[] =>
        [...text.slice(text.lastIndexOf('\nSELECT')).matchAll(/ AS ([a-z]\w*)/g)].map(([, name]) => name ?? '');
      expect(outer(bigquery)).toEqual(outer(sql));
    },
  );

  it('see the release that hurts', () => {
    const {rows} = readResult('.', 'before-after-release');
    const [route, , , before, after, errorsBefore, errorsAfter] = rows[0] ?? [];
    expect(route).toBe('/reservations');
    expect(Number(after)).toBeGreaterThan(2 * Number(before));
    expect(Number(errorsAfter)).toBeGreaterThan(Number(errorsBefore));
  });

  it('cannot reach files', async () => {
    await expect(warehouse.ask("SELECT * FROM read_text('package.json')")).rejects.toThrow(/Permission Error|disabled/);
  });
});

describe('the examples', () => {
  it('name the file that is missing', () => {
    const queries = readFileSync('examples/access-log/queries.yaml', 'utf8');
    const root = handbook({'examples/access-log/queries.yaml': queries, 'examples/access-log/top-consumers.sql': 'SELECT 1'});
    expect(() => readExamples(root)).toThrow(
      'examples/access-log/top-consumers.bigquery.sql:1:1 found a file that cannot be read (ENOENT)',
    );
  });

  it('may be taken away', () => {
    expect(readExamples(handbook())).toEqual([]);
  });
});

describe('the loader', () => {
  async function load(bytes: string | Buffer): Promise<{loaded: unknown; refused: Refused[]; agents: unknown}> {
    const file = join(folder, 'log.jsonl');
    writeFileSync(file, bytes);
    const warehouse = await openWarehouse();
    const refused: Refused[] = [];
    const loaded = await warehouse.load(file, (one) => refused.push(one));
    const {rows} = await warehouse.ask('SELECT agent FROM access_log ORDER BY time');
    warehouse.close();
    return {loaded, refused, agents: rows.flat()};
  }
  const [good = ''] = [...makeLines({seed: 1, count: 1})];
  const withAgent = (agent: string): string => JSON.stringify({...(JSON.parse(good) as object), agent});

  it('keeps script tags, terminal codes and null characters as text', async () => {
    const hostile = ['<script>alert(1)</script>', '\u001B]0;owned\u0007', 'a\u0000b', "'); DROP TABLE access_log; --"];
    const {loaded, agents} = await load(hostile.map((agent) => `${withAgent(agent)}\n`).join(''));
    expect(loaded).toEqual({lines: 4, refused: 0});
    expect((agents as string[]).toSorted()).toEqual(hostile.toSorted());
  });

  it('goes on behind a line of more than 1 MB, wherever its pieces end', async () => {
    for (const length of [longestLine + 1, 3 * longestLine + 17]) {
      const {loaded, refused} = await load(`${good}\n${'x'.repeat(length)}\n${good}\n`);
      expect(loaded).toEqual({lines: 2, refused: 1});
      expect(refused).toEqual([{line: 2, reason: `found a line of ${length} bytes, expected 1048576 at most`}]);
    }
  });

  it('reads a line of just 1 MB', async () => {
    const rest = longestLine - Buffer.byteLength(withAgent(''));
    expect(await load(`${withAgent('a'.repeat(rest))}\n`)).toMatchObject({loaded: {lines: 1, refused: 0}});
    expect(await load(`${withAgent('a'.repeat(rest + 1))}\n`)).toMatchObject({loaded: {lines: 0, refused: 1}});
  });

  it('reads a last line without an end, ends of two characters and a mark at the beginning', async () => {
    expect(await load(`\uFEFF${good}\r\n${good}`)).toMatchObject({loaded: {lines: 2, refused: 0}});
    expect(await load('')).toMatchObject({loaded: {lines: 0, refused: 0}});
  });

  it('names bytes that are no text', async () => {
    const {refused} = await load(Buffer.concat([Buffer.from(`${good}\n`), Buffer.from([0x7b, 0xff, 0xfe, 0x0a]), Buffer.from(good)]));
    expect(refused).toEqual([{line: 2, reason: 'found bytes that are no UTF-8, expected one JSON object'}]);
  });

  it('says of a compressed log how to read it', async () => {
    const log = join(folder, 'log.jsonl.gz');
    writeFileSync(log, gzipSync(good));
    const warehouse = await openWarehouse();
    await expect(warehouse.load(log, () => undefined)).rejects.toThrow(
      `${log}: found gzip, expected text: gunzip -c ${log} > ${folder}/log.jsonl.txt`,
    );
    warehouse.close();
  });

  it('says that a log is not there', async () => {
    const warehouse = await openWarehouse();
    await expect(warehouse.load(join(folder, 'none.jsonl'), () => undefined)).rejects.toThrow('ENOENT');
    warehouse.close();
  });
});
