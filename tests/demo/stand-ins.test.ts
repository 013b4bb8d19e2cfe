import {expect, it, onTestFinished} from 'vitest';
import {Reach} from '../../src/catalog/live-contract.ts';
import type {Catalog} from '../../src/catalog/model.ts';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {Situation} from '../../src/demo/incidents.ts';
import {overlay} from '../../src/demo/overlay.ts';
import {startStandIns} from '../../src/demo/stand-ins.server.ts';
import {readGithubActions} from '../../src/live/sources/github-actions.server.ts';
import {readCalendar} from '../../src/live/sources/icalendar.server.ts';
import {readJsonFigure} from '../../src/live/sources/json-figure.server.ts';
import {readJsonProvider} from '../../src/live/sources/json-provider.server.ts';
import {openOutside} from '../../src/live/sources/outside.server.ts';
import {readStatuspage} from '../../src/live/sources/statuspage.server.ts';
import {handbook} from '../support/sample.ts';

const liveYaml = `sources: []
watchdog: Watchdog
mayBeAbsent: []
probes: [{name: shop, service: shop, target: 'https://shop.example', expect: [204]}]
providers:
  - {name: page, kind: statuspage, title: {en: P, ja: P}, url: 'https://p.example', component: API}
  - {name: runs, kind: github-actions, title: {en: R, ja: R}, repository: o/r, workflow: w.yml, maxAge: 1h}
  - {name: word, kind: json, title: {en: W, ja: W}, url: 'https://w.example', value: /a/0/b, words: {green: ok, red: down}, at: /t, maxAge: 1h}
queries: [{name: open, title: {en: O, ja: O}, json: {url: 'https://o.example', value: /rows/0/n, at: /at, maxAge: 1h}, degraded: {above: 10}}]
oncall: [{team: sre, kind: icalendar, url: 'https://c.example', roles: {sre-lead: Lead}}]
`;

async function stage(situation = new Situation()): Promise<{catalog: Catalog; outside: ReturnType<typeof openOutside>}> {
  const catalog = readCatalog(handbook({'data/live.yaml': liveYaml}));
  const standIns = await startStandIns(catalog, situation);
  const stopped = new AbortController();
  onTestFinished(async () => {
    stopped.abort();
    await standIns.end();
  });
  const outside = openOutside({name: 'x', reach: Reach.parse({allowPrivate: true}), env: () => undefined, signal: stopped.signal});
  return {catalog: {...catalog, live: overlay(catalog.live, standIns)}, outside};
}

async function wordsOf({catalog, outside}: Awaited<ReturnType<typeof stage>>): Promise<string[]> {
  const words = catalog.live.providers.map(async (provider) => {
    if (provider.kind === 'statuspage') return await readStatuspage(provider, outside);
    return provider.kind === 'json' ? await readJsonProvider(provider, outside) : await readGithubActions(provider, outside);
  });
  return (await Promise.all(words)).map(({word}) => word);
}

it('speaks for every kind of provider as its adapter reads it', async () => {
  const situation = new Situation();
  const staged = await stage(situation);
  expect(await wordsOf(staged)).toEqual(['ok', 'ok', 'ok']);
  situation.set('providers-down');
  expect(await wordsOf(staged)).toEqual(['down', 'degraded', 'down']);
});

it('gives a figure within its bounds', async () => {
  const {catalog, outside} = await stage();
  const [query] = catalog.live.queries;
  if (query === undefined || !('json' in query)) throw new Error('expected the query of the sample');
  const {figure, saidAt} = await readJsonFigure(query, outside);
  expect(figure).toBeLessThanOrEqual(10);
  expect(saidAt).toBeGreaterThan(Date.now() - 60_000);
});

it('has somebody on call at every hour', async () => {
  const {catalog, outside} = await stage();
  const [calendar] = catalog.live.oncall;
  if (calendar?.url === undefined) throw new Error('expected the calendar of the sample');
  const shifts = await readCalendar(calendar, {outside, address: new URL(calendar.url), roles: ['sre-lead'], now: Date.now()});
  for (const hours of [0, 7, 13, 23]) {
    const time = Date.now() + hours * 3_600_000;
    expect(shifts.filter(({start, end}) => start <= time && time < end)).toEqual([expect.objectContaining({roles: ['sre-lead']})]);
  }
});

it('answers a probe with what it expects', async () => {
  const {catalog} = await stage();
  const [probe] = catalog.live.probes;
  const response = await fetch(new URL(probe?.path ?? '', probe?.target));
  expect(response.status).toBe(204);
});
