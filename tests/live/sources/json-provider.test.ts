import {describe, expect, it} from 'vitest';
import {Provider} from '../../../src/catalog/live-contract.ts';
import {readJsonProvider} from '../../../src/live/sources/json-provider.server.ts';
import {sourceAnswering} from '../../fixtures/live/source.ts';

async function read(body: unknown, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const {url, outside} = await sourceAnswering(JSON.stringify(body), {clock: Date.parse('2026-11-22T03:00:00Z')});
  const config = Provider.parse({
    name: 'pay',
    title: {en: 'Payments', ja: '決済'},
    kind: 'json',
    url,
    value: '/state',
    words: {up: 'ok', slow: 'degraded', true: 'ok', false: 'down', 3: 'maintenance'},
    ...more,
  });
  if (config.kind !== 'json') throw new Error('not reached');
  return readJsonProvider(config, outside);
}

describe('readJsonProvider', () => {
  it.each([
    ['up', 'ok'],
    ['slow', 'degraded'],
    [true, 'ok'],
    [false, 'down'],
    [3, 'maintenance'],
  ])('translates %j into %s', async (state, word) => {
    expect(await read({state})).toEqual({word});
  });

  it.each([['UP'], ['up '], [''], [4], [null], [['up']], [{up: true}], ['constructor'], ['__proto__']])(
    'does not guess what %j means',
    async (state) => {
      await expect(read({state})).rejects.toMatchObject({reason: 'parse'});
    },
  );

  it('does not take a missing word for a good one', async () => {
    await expect(read({})).rejects.toMatchObject({reason: 'parse', message: 'the answer has nothing at /state'});
  });

  it('reads when it was said', async () => {
    const said = {state: 'up', checked: {at: '2026-11-22T02:40:00Z'}};
    expect(await read(said, {at: '/checked/at', maxAge: '5m'})).toEqual({word: 'ok', saidAt: 1_795_315_200_000, maxAgeMs: 300_000});
    await expect(read({state: 'up'}, {at: '/checked/at'})).rejects.toMatchObject({reason: 'parse'});
  });
});
