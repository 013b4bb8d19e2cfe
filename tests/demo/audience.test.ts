import {expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {idsOnDemand, startAudience} from '../../src/demo/audience.server.ts';
import {listen} from '../../src/demo/listen.server.ts';
import {Demand} from '../../src/live/gateway/demand.ts';
import {handbook} from '../support/sample.ts';

it('looks at everything that is asked for only while somebody looks', async () => {
  const catalog = readCatalog(
    handbook({
      'data/live.yaml': `sources: []
watchdog: Watchdog
probes: []
mayBeAbsent: []
queries: [{name: q, title: {en: Q, ja: Q}, expr: 'up{job="$j"}', params: {j: [a, b]}}]
providers: [{name: p, title: {en: P, ja: P}, kind: statuspage, url: "https://p.example/"}]
oncall: [{team: sre, kind: icalendar, url: "https://c.example/"}]
`,
    }),
  );
  const demand = new Demand(
    () => 0,
    () => {},
  );
  const {promise: heard, resolve} = Promise.withResolvers<void>();
  const server = await listen((request, response) => {
    demand.want((new URL(request.url ?? '/', 'http://handbook').searchParams.get('ids') ?? '').split(','));
    response.end('{}');
    resolve();
  });
  const end = startAudience(server.url, catalog);
  await heard;
  end();
  await server.end();
  const ids = idsOnDemand(catalog);
  expect(ids).toEqual(['query:q:a', 'query:q:b', 'provider:p', 'oncall:sre']);
  expect(ids.filter((id) => !demand.wants(id))).toEqual([]);
});
