import {describe, expect, it} from 'vitest';
import {Provider} from '../../../src/catalog/live-contract.ts';
import {readStatuspage} from '../../../src/live/sources/statuspage.server.ts';
import {fixture, sourceAnswering} from '../../fixtures/live/source.ts';

const summary = fixture('statuspage/summary.json');

async function read(body: string, component?: string): Promise<unknown> {
  const {url, outside} = await sourceAnswering(body);
  const config = Provider.parse({
    name: 'reiji-mail',
    title: {en: 'Reiji Mail', ja: '例示メール'},
    kind: 'statuspage',
    url: `${url}/api/v2/summary.json`,
    ...(component !== undefined && {component}),
  });
  if (config.kind !== 'statuspage') throw new Error('not reached');
  return readStatuspage(config, outside);
}

describe('readStatuspage', () => {
  it.each([
    ['none', 'ok'],
    ['minor', 'degraded'],
    ['major', 'down'],
    ['critical', 'down'],
    ['maintenance', 'maintenance'],
  ])('takes the indicator %s of a page for %s', async (indicator, word) => {
    expect(await read(JSON.stringify({...JSON.parse(summary), status: {indicator, description: ''}}))).toEqual({word});
  });

  it.each([
    ['Console', 'ok'],
    ['Reports', 'degraded'],
    ['Delivery reports', 'degraded'],
    ['Archive', 'maintenance'],
    ['Japan', 'degraded'],
  ])('reads the component %s as %s', async (component, word) => {
    expect(await read(summary, component)).toEqual({word});
  });

  it('takes the worst of a group and what it holds, whatever the group says of itself', async () => {
    expect(await read(summary, 'Europe')).toEqual({word: 'down'});
  });

  it('takes the worst of several components of one name', async () => {
    expect(await read(summary, 'Sending')).toEqual({word: 'down'});
  });

  it('does not guess what a new word means', async () => {
    await expect(read(summary.replace('"indicator": "major"', '"indicator": "all good"'))).rejects.toMatchObject({reason: 'parse'});
    await expect(read(summary.replaceAll('"operational"', '"fine"'), 'Console')).rejects.toMatchObject({reason: 'parse'});
    await expect(read(summary.replaceAll('"operational"', '"constructor"'), 'Console')).rejects.toMatchObject({reason: 'parse'});
  });

  it('says when the page has no such component', async () => {
    await expect(read(summary, 'console')).rejects.toMatchObject({reason: 'no-series'});
  });

  it('does not take another answer for a quiet page', async () => {
    await expect(read('{"page":{"status":"UP"}}')).rejects.toMatchObject({reason: 'parse'});
    await expect(read('{}')).rejects.toMatchObject({reason: 'parse'});
  });
});
