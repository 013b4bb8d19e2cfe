import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {Query} from '../../../src/catalog/live-contract.ts';
import {readAlertmanager} from '../../../src/live/sources/alertmanager.server.ts';
import {askInstant, readFigure} from '../../../src/live/sources/figures.server.ts';
import {newMemory, readPrometheus} from '../../../src/live/sources/prometheus.server.ts';
import {AskError} from '../../../src/live/sources/reading.ts';
import {readPace} from '../../../src/live/sources/pace.server.ts';
import {fixture, sourceAnswering, type Source} from '../../fixtures/live/source.ts';

const unwatched = {isWatchdog: () => false, memory: {updatedAt: '', since: 0, gaps: []}};
const clock = Date.parse('2026-11-22T03:00:00Z');

interface Given {
  readonly body: string;
  readonly status?: number;
}

/** A source that has these answers, by path, and no other. */
async function serving(answers: Readonly<Record<string, Given>>, at = clock): Promise<Source> {
  return sourceAnswering(({pathname}) => answers[pathname], {clock: at});
}

/** What an answer becomes: a figure, or the reason why there is none. */
async function outcome(reading: Promise<unknown>): Promise<unknown> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AskError) return error.reason;
    throw error;
  }
}

async function instant(given: Given): Promise<unknown> {
  const {url, outside} = await serving({'/api/v1/query': given});
  const read = await outcome(askInstant({base: url, expr: 'up'}, outside));
  return typeof read === 'object' && read !== null && 'figure' in read ? read.figure : read;
}

async function range(given: Given): Promise<unknown> {
  const {url, outside} = await serving({
    '/api/v1/query': {body: fixture('prometheus/query-vector.json')},
    '/api/v1/query_range': given,
  });
  const query = Query.parse({name: 'requests', title: {en: 'Requests', ja: 'リクエスト数'}, expr: 'up', range: '5m', step: '1m'});
  const read = await outcome(readFigure({base: url, named: {name: 'requests', query, expr: 'up'}}, outside));
  return typeof read === 'object' && read !== null && 'series' in read ? read.series : read;
}

interface Manifest {
  readonly responses: readonly {readonly file: string; readonly request: string; readonly status: number}[];
}

/**
 * Answers recorded from real servers, where `RECORDED_ANSWERS` names a folder of them: the bodies, and a `manifest.json` with request and
 * status of each. None without it.
 */
function recorded(request: RegExp): (readonly [string, Given])[] {
  const folder = process.env['RECORDED_ANSWERS'];
  if (folder === undefined) return [];
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const {responses} = JSON.parse(read('manifest.json')) as Manifest; // written beside the recordings, for this test
  return responses.filter((one) => request.test(one.request)).map(({file, status}) => [file, {body: read(file), status}]);
}

function count(text: string, of: RegExp): number {
  return [...text.matchAll(of)].length;
}

describe('an instant query', () => {
  it.each<[string, number, unknown]>([
    ['query-vector', 200, 12.75],
    ['query-scalar', 200, 42],
    ['query-infos', 200, 12.75],
    ['query-empty', 200, 'no-series'],
    ['query-nan', 200, 'no-series'],
    ['query-infinite', 200, 'no-series'],
    ['query-vector-of-two', 200, 'parse'],
    ['query-string', 200, 'parse'],
    ['range-with-gap', 200, 'parse'],
    ['query-warnings', 200, 'partial'],
    ['query-parse-error', 400, 'parse'],
    ['query-execution-error', 422, 'parse'],
    ['query-timeout', 503, 'unreachable'],
  ])('that is answered by %s with %i becomes %s', async (name, status, expected) => {
    expect(await instant({body: fixture(`prometheus/${name}.json`), status})).toBe(expected);
  });

  it.each(recorded(/\/api\/v1\/query(?!_range)/))('recorded as %s becomes a figure only when it is one', async (_file, given) => {
    const isMany = count(given.body, /"metric"/g) > 1;
    const saysNothing =
      given.status !== 200 || isMany || /"warnings"|"NaN"|"[+-]Inf"|"result":\[\]|"resultType":"(string|matrix)"/.test(given.body);
    expect(typeof (await instant(given))).toBe(saysNothing ? 'string' : 'number');
  });
});

describe('a range query', () => {
  it('keeps a gap, and does not draw NaN', async () => {
    expect(await range({body: fixture('prometheus/range-with-gap.json')})).toEqual({
      startMs: clock - 300_000,
      stepMs: 60_000,
      latestMs: clock,
      points: [10, 11.5, null, null, null, 12.75],
    });
  });

  it('without any sample is a history of gaps', async () => {
    expect(await range({body: fixture('prometheus/range-empty.json')})).toMatchObject({points: [null, null, null, null, null, null]});
  });

  it.each([
    ['range-warnings', 200, 'partial'],
    ['range-too-many', 400, 'parse'],
    ['query-vector', 200, 'parse'],
  ])('that is answered by %s with %i becomes %s', async (name, status, expected) => {
    expect(await range({body: fixture(`prometheus/${name}.json`), status})).toBe(expected);
  });

  it.each(recorded(/\/api\/v1\/query_range/))('recorded as %s becomes a history only when it is whole', async (_file, given) => {
    const saysNothing = given.status !== 200 || /"warnings"/.test(given.body);
    expect(typeof (await range(given))).toBe(saysNothing ? 'string' : 'object');
  });
});

describe('the rules', () => {
  /** Of a store that has the series of every rule: a query is answered with all that it asks for, and no target is down. */
  async function rules(file: string, prefix = ''): Promise<Awaited<ReturnType<typeof readPrometheus>>> {
    const body = fixture(file);
    const {url, outside} = await sourceAnswering(
      ({pathname, searchParams}) => {
        if (pathname === `${prefix}/api/v1/rules`) return {body};
        if (pathname !== `${prefix}/api/v1/query`) return undefined;
        const asked = [...(searchParams.get('query') ?? '').matchAll(/label_replace\(group\((.*?)\), "n", "(\d+)", "", ""\)/gs)];
        const result = asked.filter(([, expr]) => expr !== 'up == 0').map(([, , n]) => ({metric: {n}, value: [clock / 1000, '1']}));
        return {body: JSON.stringify({status: 'success', data: {resultType: 'vector', result}})};
      },
      {clock},
    );
    return readPrometheus({base: url + prefix, mayBeAbsent: [], watched: [], memory: newMemory(), pace: undefined}, outside);
  }

  it('of Prometheus tell state, health, and when they were evaluated', async () => {
    const read = await rules('prometheus/rules.json');
    expect(read.warnings).toBe(0);
    expect(
      read.rules.map(({alert, health, forMs, keepFiringForMs, evaluatedMsAgo, alerts, missing}) => ({
        alert,
        health,
        forMs,
        keepFiringForMs,
        evaluatedMsAgo,
        alerts: alerts.map(({state}) => state),
        missing,
      })),
    ).toEqual([
      {
        alert: 'KubePodCrashLooping',
        health: 'ok',
        forMs: 900_000,
        keepFiringForMs: 300_000,
        evaluatedMsAgo: 11_880,
        alerts: ['firing'],
        missing: [],
      },
      {
        alert: 'BlackboxProbeFailed',
        health: 'ok',
        forMs: 60_000,
        keepFiringForMs: 0,
        evaluatedMsAgo: 11_880,
        alerts: ['pending'],
        missing: [],
      },
      {
        alert: 'KubePersistentVolumeFillingUp',
        health: 'ok',
        forMs: 60_000,
        keepFiringForMs: 0,
        evaluatedMsAgo: 11_880,
        alerts: [],
        missing: [],
      },
      {alert: 'LendingRatioBroken', health: 'err', forMs: 0, keepFiringForMs: 0, evaluatedMsAgo: 11_880, alerts: [], missing: []},
      {alert: 'LendingJustAdded', health: 'unknown', forMs: 0, keepFiringForMs: 0, evaluatedMsAgo: undefined, alerts: [], missing: []},
      {alert: 'Watchdog', health: 'ok', forMs: 0, keepFiringForMs: 0, evaluatedMsAgo: 11_880, alerts: ['firing'], missing: []},
    ]);
  });

  it.each(['prometheus/rules-partial.json', 'thanos/rules-partial.json'])('keep count of the warnings of %s', async (file) => {
    expect((await rules(file)).warnings).toBe(1);
  });

  it.each([
    ['Thanos', 'thanos/rules.json', ''],
    ['Mimir', 'mimir/rules.json', '/prometheus'],
    ['VictoriaMetrics', 'victoriametrics/rules.json', '/select/0/prometheus'],
  ])('of %s mean the same', async (_store, file, prefix) => {
    const read = await rules(file, prefix);
    expect(
      read.rules.map(({alert, health, forMs, evaluatedMsAgo, alerts, missing}) => ({
        alert,
        health,
        forMs,
        evaluatedMsAgo,
        alerts: alerts.map(({state, labels}) => [state, labels['pod']]),
        missing,
      })),
    ).toEqual([
      {
        alert: 'KubePodCrashLooping',
        health: 'ok',
        forMs: 900_000,
        evaluatedMsAgo: 11_880,
        alerts: [['firing', 'lending-api-6c9f7']],
        missing: [],
      },
      {alert: 'KubePersistentVolumeFillingUp', health: 'ok', forMs: 60_000, evaluatedMsAgo: 11_880, alerts: [], missing: []},
      {alert: 'Watchdog', health: 'ok', forMs: 0, evaluatedMsAgo: 11_880, alerts: [['firing', undefined]], missing: []},
    ]);
  });

  it('of Mimir without a tenant are not read', async () => {
    const {url, outside} = await serving({'/prometheus/api/v1/rules': {body: fixture('mimir/rules-no-tenant.json'), status: 401}});
    const read = readPrometheus({base: `${url}/prometheus`, mayBeAbsent: [], watched: [], memory: newMemory(), pace: undefined}, outside);
    expect(await outcome(read)).toBe('unauthorised');
  });

  it.each(recorded(/\/api\/v1\/rules/))('recorded as %s are all there, with what they rest on missing', async (_file, given) => {
    const empty = {body: fixture('prometheus/query-empty.json')};
    const {url, outside} = await serving({'/api/v1/rules': given, '/api/v1/query': empty});
    const read = await readPrometheus({base: url, mayBeAbsent: [], watched: [], memory: newMemory(), pace: undefined}, outside);
    expect(read.rules).toHaveLength(count(given.body, /"type":"alerting"/g));
    expect(read.rules.filter(({query, missing}) => missing.length === 0 && !query.startsWith('vector('))).toEqual([]);
  });
});

describe('the configuration', () => {
  it('tells the longest wait between two scrapes', async () => {
    const {url, outside} = await serving({'/api/v1/status/config': {body: fixture('prometheus/config.json')}});
    expect(await readPace(url, outside)).toMatchObject({scrapeMs: 60_000});
  });
});

describe('the alerts of Alertmanager', () => {
  it('are active, silenced or inhibited, and gone once nobody confirms them', async () => {
    const {url, outside} = await serving({'/api/v2/alerts': {body: fixture('alertmanager/alerts.json')}});
    const {alerts} = await readAlertmanager({base: url, ...unwatched}, outside);
    expect(alerts.map(({labels, state}) => [labels['alertname'], state])).toEqual([
      ['Watchdog', 'active'],
      ['KubePodCrashLooping', 'active'],
      ['BlackboxProbeFailed', 'silenced'],
      ['KubePersistentVolumeFillingUp', 'inhibited'],
      ['SearchSlow', 'silenced'],
      ['JustArrived', 'active'],
    ]);
    expect(JSON.stringify(alerts)).not.toMatch(/generatorURL|prometheus-0|sre-pager|fingerprint/);
  });

  it.each<[string, Given]>([
    ['an error', {body: fixture('alertmanager/bad-matcher.json'), status: 400}],
    ['a state that nobody knows', {body: fixture('alertmanager/alerts.json').replace('"unprocessed"', '"resting"')}],
    ['an answer of Prometheus', {body: fixture('prometheus/rules.json')}],
  ])('are not read from %s', async (_what, given) => {
    const {url, outside} = await serving({'/api/v2/alerts': given});
    expect(await outcome(readAlertmanager({base: url, ...unwatched}, outside))).toBe('parse');
  });

  it.each(recorded(/\/api\/v2\/alerts(\?|$)/))('recorded as %s are all there, or not read', async (_file, given) => {
    const ends = [...given.body.matchAll(/"endsAt":"([^"]+)"/g)].map(([, time]) => Date.parse(time ?? ''));
    const {url, outside} = await serving({'/api/v2/alerts': given}, Math.min(clock, ...ends) - 1000);
    const read = await outcome(readAlertmanager({base: url, ...unwatched}, outside));
    const told = JSON.stringify(read);
    expect([read === 'parse', count(told, /"startsAt"/g), count(told, /"state":"silenced"/g)]).toEqual([
      given.status !== 200,
      count(given.body, /"startsAt"/g),
      count(given.body, /"suppressed"/g),
    ]);
  });
});
