import {describe, expect, it} from 'vitest';
import {Query} from '../../../src/catalog/live-contract.ts';
import {readJsonFigure} from '../../../src/live/sources/json-figure.server.ts';
import {fixture, sourceAnswering} from '../../fixtures/live/source.ts';

async function read(body: string, pointers: Readonly<Record<string, string>> = {value: '/figure'}): Promise<unknown> {
  const {url, outside} = await sourceAnswering(body, {clock: Date.parse('2026-11-22T03:00:00Z')});
  const config = Query.parse({name: 'overdue', title: {en: 'Overdue tools', ja: '返却の遅れ'}, json: {url, ...pointers}});
  if (!('json' in config)) throw new Error('not reached');
  return readJsonFigure(config, outside);
}

describe('readJsonFigure', () => {
  it('reads a result of Redash, and when it was retrieved', async () => {
    const pointers = {value: '/query_result/data/rows/0/overdue', at: '/query_result/retrieved_at', maxAge: '1h'};
    expect(await read(fixture('json/redash.json'), pointers)).toEqual({figure: 37, saidAt: 1_795_315_200_117, maxAgeMs: 3_600_000});
  });

  it.each([
    ['37', 37],
    ['-0.5', -0.5],
    ['"0.0125"', 0.0125],
    ['"-12"', -12],
    ['"1.5e3"', 1500],
  ])('takes %s for a number', async (json, figure) => {
    expect(await read(`{"figure":${json}}`)).toEqual({figure});
  });

  it.each([
    '"NaN"',
    '"Infinity"',
    '1e999',
    '"1e999"',
    '""',
    '" "',
    '" 5"',
    '"5 %"',
    '"0x10"',
    '"1,000"',
    '"１"',
    'null',
    'true',
    '[5]',
    '{}',
  ])('does not take %s for a number', async (json) => {
    await expect(read(`{"figure":${json}}`)).rejects.toMatchObject({reason: 'parse'});
  });

  it('says when there is nothing', async () => {
    await expect(read('{}')).rejects.toMatchObject({reason: 'parse', message: 'the answer has nothing at /figure'});
  });
});
