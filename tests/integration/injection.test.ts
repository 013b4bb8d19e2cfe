import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {stringify} from 'yaml';
import {AlertsAnswer, LiveAnswer, type AlertItem} from '../../src/live/contract.ts';
import type {Live} from '../../src/live/state.ts';
import {AlertRow} from '../../src/live/words/AlertRow.tsx';
import {passOn, startHostile, type Hostile} from '../support/hostile.ts';
import {hostileAnswers, hostileFigures, upstreamSays} from '../support/hostile-answers.ts';
import {startHandbookOf, type OtherHandbook} from '../support/hostile-handbook.ts';
import {hostileIds, hostileLive, promqlId, standAll} from '../support/hostile-live.ts';
import * as rules from '../support/hostile-rules.ts';
import {alertmanagerThatHolds, hugeAlerts, prometheusThatSays, timelessAlerts} from '../support/hostile-sources.ts';
import {closedTo, neverAsked} from '../support/hostile-targets.ts';
import {faultOf, Witness} from '../support/hostile-witness.ts';
import {startMonitoring, type Monitoring} from '../support/monitoring.ts';
import {until} from '../support/processes.ts';
import {patience} from '../support/patience.ts';

const secret = 'a-token-of-the-tests-0123456789abcdef';
const hookToken = 'a-hook-token-of-the-tests-0123456789abcdef';

let folder: string;
let monitoring: Monitoring;
let hostile: Hostile;
let handbook: OtherHandbook;
let witness: Witness;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-rules-'));
  const theirs = join(folder, 'hostile.yaml');
  writeFileSync(theirs, stringify({groups: [{name: 'hostile', rules: [rules.hostileRule]}]}));
  const ruleFiles = ['data/alerts/blackbox.yaml', 'data/alerts/general.yaml', theirs];
  [hostile, monitoring] = await Promise.all([startHostile(), startMonitoring({metrics: rules.hostileSeries, ruleFiles})]);
  standAll(hostile);
  beWell();
  handbook = await startHandbookOf(hostileLive(hostile), {
    PROMETHEUS_URL: `${hostile.url}/prometheus`,
    ALERTMANAGER_URL: `${hostile.url}/alertmanager`,
    HANDBOOK_HOOK_TOKEN: hookToken,
    HOSTILE_TOKEN: secret,
  });
  witness = new Witness(handbook.url);
  // Once somebody looks at them, all of them are asked.
  await lookAtAll();
  witness.listen('/_status/v1/stream?alerts=1&ids=alert:BlackboxProbeFailed,service:web-front,service:sre-handbook');
});
afterAll(async () => {
  witness?.stop();
  await handbook?.end();
  await hostile?.end();
  await monitoring?.end();
  rmSync(folder, {recursive: true});
});

/** Prometheus and Alertmanager are the real ones. */
function beWell(): void {
  hostile.stands('prometheus', passOn(monitoring.prometheusUrl));
  hostile.stands('alertmanager', passOn(monitoring.alertmanagerUrl));
}

async function lookAtAll(): Promise<void> {
  const ids = hostileIds(hostile);
  for (const some of [ids.slice(0, 100), ids.slice(100)])
    expect((await witness.look(`/_status/v1/live?ids=${some.join()}`)).status).toBe(200);
}

function missing(name: string): never {
  throw new Error(`The list has no ${name}`);
}

const counts = new Map<string, number>();
function refused(what: string, many = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + many);
}

describe('a source that means harm', () => {
  it.each(Object.entries(hostileAnswers))('vouches for nothing by the answer %s', async (name, {reason, detail}) => {
    const now = await witness.settled(`provider:${name}`);
    expect(now).toMatchObject({state: 'unknown', reason});
    expect(faultOf(now)).toMatch(detail);
    refused('answers');
  });

  it.each(['statuspage', 'workflow'])('vouches for nothing as a %s', async (name) => {
    expect(await witness.settled(`provider:${name}`)).toMatchObject({state: 'unknown', reason: 'parse'});
    refused('answers');
  });

  it.each(Object.keys(hostileFigures))('gives no figure by %s', async (name) => {
    expect(faultOf(await witness.settled(`query:${name}`))).toBe('parse: what stands at /n is no number');
    refused('answers');
  });

  it.each([
    ['lending', /^parse: the calendar has more than \d+ bytes$/],
    ['payments', /^parse: the calendar cannot be read$/],
    ['sre', /^parse: the calendar takes too much to read$/],
  ])('has no say in who of %s is called', async (team, detail) => {
    expect(faultOf(await witness.settled(`oncall:${team}`))).toMatch(detail);
    refused('answers');
  });

  it('gives a role and no more of a calendar', async () => {
    expect(await witness.settled('oncall:support')).toMatchObject({state: 'ok', value: {onCall: {roles: ['support-lead']}}});
    refused('texts', 2);
  });
});

describe('an address that must not be asked', () => {
  it('is refused in every spelling, whatever else the probe may ask', async () => {
    for (const [n, target] of neverAsked.entries()) {
      const detail = 'not-configured: an address of cloud metadata, link-local or multicast is never asked';
      const now = await witness.settled(`probe:never-${n}`);
      expect([target, now.state, faultOf(now)]).toEqual([target, 'unknown', detail]);
      refused('addresses');
    }
  });

  it('is refused where it is private and nobody has allowed that', async () => {
    for (const [n, target] of closedTo(hostile.port).entries()) {
      const detail = 'not-configured: the address is private and allowPrivate is not set';
      const now = await witness.settled(`probe:closed-${n}`);
      expect([target, now.state, faultOf(now)]).toEqual([target, 'unknown', detail]);
      refused('addresses');
    }
  });

  it('is not reached by a redirect either', async () => {
    expect(await witness.settled('probe:redirected')).toMatchObject({state: 'down', evidence: [{ok: false, detail: 'HTTP 301'}]});
    expect(hostile.asked.filter((url) => url.startsWith('/never') && !url.startsWith('/never-'))).toEqual([]);
    refused('addresses');
  });

  it('holds no probe for ever', async () => {
    expect(await witness.settled('probe:dripped')).toMatchObject({state: 'down', evidence: [{detail: 'no answer within 400ms'}]});
    expect(await witness.settled('probe:flooded')).toMatchObject({state: 'ok', evidence: [{detail: 'HTTP 200'}]});
    refused('answers', 2);
  });
});

describe('a rule that an attacker wrote, on a real Prometheus and Alertmanager', () => {
  let items: readonly AlertItem[];
  const item = (name: string): AlertItem => items.find(({alertname}) => alertname === name) ?? missing(name);
  const ours = (name: string): string[] =>
    Object.keys(item(name).labels)
      .filter((label) => label !== 'cluster')
      .toSorted();
  beforeAll(async () => {
    items = await until('both alerts to fire', async () => {
      const list = AlertsAnswer.parse(JSON.parse((await witness.look('/_status/v1/alerts')).body)).items;
      const firing = new Set(list.filter(({state}) => state === 'firing').map(({alertname}) => alertname));
      return ['BlackboxProbeFailed', 'Hostile'].every((name) => firing.has(name)) && list;
    });
  });

  it('arrives as text, without what cannot be seen', async () => {
    const {headers} = await witness.look('/_status/v1/alerts');
    expect([headers['content-type'], headers['x-content-type-options']]).toEqual(['application/json', 'nosniff']);
    expect(item('Hostile').summary).toBe(`Nothing to see here. <img src=x onerror=pwned()>${rules.seenOfBidi}`);
    expect(item('Hostile').labels['namespace']).toBe(`prod${rules.markup}${rules.seenOfBidi}`);
    refused('texts', 2);
  });

  it('shows no label that is not listed', () => {
    expect(ours('Hostile')).toEqual(['alertname', 'namespace', 'service', 'severity']);
    expect(ours('BlackboxProbeFailed')).toEqual(['alertname', 'instance', 'job', 'severity']);
    refused('labels', 4);
  });

  it('keeps of its links only the one to a listed host over https', () => {
    expect(item('Hostile').links).toEqual({dashboard: 'https://grafana.reiji.example/d/1?q=%22%3E%3Cb%3E'});
    expect(item('Hostile')).toMatchObject({runbook: null, href: null});
    refused('links', Object.keys(rules.badLinks).length + 1);
  });

  it('fills the address of a runbook, and does not leave it', () => {
    expect(item('BlackboxProbeFailed').labels['instance']).toBe(`javascript:pwned()//${rules.markup}`);
    expect(item('BlackboxProbeFailed').href).toMatch(/^\/r\/BlackboxProbeFailed\?instance=javascript%3A[\w%.+&=*-]+$/);
    refused('texts');
  });

  it.each(['Hostile', 'BlackboxProbeFailed'])('is drawn as text: %s', (name) => {
    const html = renderToStaticMarkup(createElement(AlertRow, {item: item(name), vouched: true}));
    expect(html).toContain('&lt;img src=x onerror=pwned()&gt;');
    expect(html).not.toMatch(/<(img|script)|<[^>]* on\w+=/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([expect.stringMatching(/^(https:\/\/grafana\.reiji\.example\/|\/r\/BlackboxProbeFailed\?)/)]);
    refused('texts');
  });
});

describe('a reader who sends PromQL', () => {
  const names = [
    'readers_word:a"}',
    'requests:lending-api"} or vector(1) or up{readers_word="',
    '{__name__=~".+readers_word"}',
    'sum(rate(readers_word[5m]))',
    'readers_word',
    'requests:readers_word',
    'requests:$service:readers_word',
    'requests:lending-api:readers_word',
    'requests:lending-api,query:readers_word',
    'readers_word\n',
    'readers_word\r\n\r\nevent: live\r\ndata: {}',
    'readers_word\0',
    '../query?query=readers_word',
    `readers_word${'d'.repeat(300)}`,
    '__proto__:readers_word',
    'constructor:readers_word',
    '<img src=x onerror=readers_word()>',
  ];
  const kinds = ['query', 'alert', 'slo', 'service', 'probe', 'provider', 'oncall', 'readers_word'];

  it.each(['live', 'stream', 'history'])('is refused by /%s, whatever the kind of the id', async (route) => {
    for (const kind of kinds) {
      const answers = names.map(async (name) => {
        const id = `${kind}:${name}`;
        const {status, headers} = await witness.look(`/_status/v1/${route}?ids=${encodeURIComponent(id)}`);
        const {'content-type': type, 'x-content-type-options': sniffing} = headers;
        expect([id, status, type, sniffing]).toEqual([id, expect.toBeOneOf([400, 404]), 'application/problem+json', 'nosniff']);
        refused('ids');
      });
      await Promise.all(answers);
    }
  });

  it.each([
    '/_status/v1/query?query=readers_word',
    '/_status/v1/api/v1/query?query=readers_word',
    '/_status/v1/live/readers_word',
    '/_status/v1/../../prometheus/api/v1/query?query=readers_word',
    '/_status/v1/%2e%2e/%2e%2e/prometheus/api/v1/query?query=readers_word',
    '//prometheus/api/v1/query?query=readers_word',
    '/prometheus/api/v1/query?query=readers_word',
    '/api/v1/query?query=readers_word',
    '/_hooks/readers_word',
  ])('finds nothing at %s', async (target) => {
    expect((await witness.look(target)).status).toBe(404);
    refused('paths');
  });

  it('changes nothing by parameters, headers and bodies that nobody asked for', async () => {
    const ignored = ['query', 'expr', 'match[]', 'filter', 'start', 'end', 'step', 'time', 'range', 'service', '$service', 'name[]'];
    const query = new URLSearchParams(ignored.map((name) => [name, 'readers_word"} or vector(1)'])).toString();
    const headers = {
      'last-event-id': 'readers_word-1',
      'if-none-match': '"readers_word"',
      'x-forwarded-host': 'readers_word',
      'x-scope-orgid': 'readers_word',
    };
    for (const target of [`/_status/v1/live?ids=${promqlId}&`, '/_status/v1/alerts?', '/metrics?', '/readyz?']) {
      expect([target, (await witness.look(target + query, headers)).status]).toEqual([target, 200]);
      refused('parameters', ignored.length + Object.keys(headers).length);
    }
    const body = JSON.stringify({alerts: [{labels: {alertname: 'readers_word'}, annotations: {summary: 'readers_word'.repeat(1e6)}}]});
    expect((await callHook('readers_word', body)).status).toBe(401);
    expect((await callHook(hookToken, body)).status).toBe(204);
    refused('hooks', 2);
  });

  it.each(['/r/BlackboxProbeFailed?instance=', '/r/?alertname=BlackboxProbeFailed&instance=', '/ja/r/BlackboxProbeFailed?instance='])(
    'is led nowhere else by %s',
    async (path) => {
      for (const value of ['//evil.example/', 'https://evil.example/', rules.markup, '\r\nset-cookie: readers_word=1', '$(readers_word)']) {
        const {status, headers, body} = await witness.look(path + encodeURIComponent(value));
        // The address of an alert is a file: the query is the browser's affair alone.
        expect([value, status, headers['set-cookie'], headers.location]).toEqual([value, 200, undefined, undefined]);
        expect(body).not.toContain(value);
        refused('addresses of runbooks');
      }
    },
  );

  it('makes no source hear of it', async () => {
    await until('the query of data/live.yaml to be asked', () => hostile.asked.some((url) => url.includes('http_requests_total')));
    expect(hostile.asked.filter((url) => decodeURIComponent(url).includes('readers_word'))).toEqual([]);
  });
});

function callHook(token: string, body = '{}'): Promise<Response> {
  return fetch(`${handbook.url}/_hooks/alertmanager`, {method: 'POST', headers: {authorization: `Bearer ${token}`}, body});
}

describe('a Prometheus and an Alertmanager in the hands of an attacker', () => {
  const fires = 'alert:BlackboxProbeFailed';
  const readers = `/_status/v1/live?ids=service:web-front,slo:lending-api-availability,${promqlId}`;

  /** Waits until this is said of the alert. */
  async function comesTo(...says: readonly string[]): Promise<Live> {
    await callHook(hookToken);
    return until(`${fires} to be ${says.join(' or ')}`, async () => {
      const now = await witness.live(fires);
      for (const target of [readers, '/_status/v1/alerts', '/metrics']) await witness.look(target);
      return says.includes(now.state === 'unknown' ? now.reason : now.state) && now;
    });
  }

  const some = new Set(['web-page', 'redirect-302', 'error-with-text', 'refusal-with-text', 'seventeen-megabytes', 'gzip-in-gzip']);
  it.each(Object.entries(hostileAnswers).filter(([name]) => some.has(name)))(
    'leave nothing to say by the answer %s',
    async (name, {answer, reason}) => {
      for (const source of ['prometheus', 'alertmanager']) {
        hostile.stands(source, answer);
        // On a busy machine so much takes longer than such a source is waited for.
        await comesTo(reason, ...(name === 'seventeen-megabytes' ? ['timeout'] : []));
        refused('answers');
        beWell();
      }
      await comesTo('firing');
    },
  );

  it('put none of their words into what is said of a rule that fails', async () => {
    hostile.stands('alertmanager', alertmanagerThatHolds([]));
    hostile.stands('prometheus', prometheusThatSays({health: `err: ${upstreamSays}${rules.bidi}`}));
    expect(faultOf(await comesTo('rule-unhealthy'))).not.toContain(upstreamSays);
    refused('texts');
  });

  it('put none of their words into what is said of series that are gone', async () => {
    hostile.stands('prometheus', prometheusThatSays({health: 'ok'}));
    expect(faultOf(await comesTo('no-series'))).not.toContain(rules.internalHost);
    refused('texts');
  });

  it('put none of their words into what is said of a rule that cannot be read', async () => {
    hostile.stands('prometheus', prometheusThatSays({health: 'ok', queries: [`${upstreamSays} ${rules.internalHost}${rules.bidi}`]}));
    expect(faultOf(await comesTo('parse'))).not.toContain(upstreamSays);
    refused('texts');
  });

  it('put none of their words into what is said of a figure that is none', async () => {
    const {evidence} = await until('the figure to be asked', async () => {
      const now = await witness.live(promqlId);
      return now.evidence.some(({check, detail}) => check === 'gives-figure' && detail !== 'no-series: no result') && now;
    });
    expect(evidence.find(({check}) => check === 'gives-figure')?.detail).not.toContain(upstreamSays);
    refused('texts');
  });

  const rulesAsked = (): number => hostile.asked.filter((url) => url.startsWith('/prometheus/api/v1/rules')).length;

  it('cannot make the list of alerts more than a page can carry', async () => {
    hostile.stands('alertmanager', alertmanagerThatHolds(hugeAlerts()));
    const {body} = await until('the list to hold an alert of theirs', async () => {
      const answer = await witness.look('/_status/v1/alerts');
      return answer.body.includes('"Theirs') && answer;
    });
    beWell();
    expect(body.length).toBeLessThan(200_000);
    refused('texts', hugeAlerts().length);
  });

  it('cannot send a time that breaks the shape of the list', async () => {
    const before = rulesAsked();
    hostile.stands('alertmanager', alertmanagerThatHolds(timelessAlerts()));
    await until('two more rounds', async () => {
      await callHook(hookToken);
      return rulesAsked() > before + 1;
    });
    const {body} = await witness.look('/_status/v1/alerts');
    beWell();
    expect(AlertsAnswer.safeParse(JSON.parse(body)).error?.issues).toBeUndefined();
    refused('texts', timelessAlerts().length);
  });

  it('cannot stop the handbook by rules that are hard to read', async () => {
    const comparisons = Array.from({length: 400}, (_, n) => `a${n}`).join(' > ');
    const queries = Array.from({length: 12}, (_, n) => `${comparisons} > ${n}`);
    const before = rulesAsked();
    hostile.stands('prometheus', prometheusThatSays({health: 'ok', queries}));
    await until('the rule to be asked for', () => rulesAsked() > before);
    const [began, slowest] = [performance.now(), []] as [number, number[]];
    while (performance.now() - began < 1500) {
      const started = performance.now();
      await witness.look('/healthz');
      slowest.push(performance.now() - started);
    }
    beWell();
    expect(Math.max(...slowest)).toBeLessThan(patience(2500));
    refused('texts');
  });
});

describe('whatever was sent to readers', () => {
  it('holds nothing that is not for them', async () => {
    const alerts = await (await fetch(`${monitoring.alertmanagerUrl}/api/v2/alerts`)).text();
    for (const there of [rules.unlisted, rules.internalHost, rules.internalAddress, upstreamSays, 'generatorURL'])
      expect(alerts).toContain(there);
    await lookAtAll();
    for (const target of ['/metrics', '/_status/v1/alerts', '/readyz', '/_status/v1/history?ids=probe:redirected'])
      await witness.look(target);
    const hosts = [hostile.url, monitoring.prometheusUrl, monitoring.alertmanagerUrl].map((url) => new URL(url).host);
    const words = [
      upstreamSays,
      rules.unlisted,
      rules.internalHost,
      rules.internalAddress,
      'generatorURL',
      'g0.expr',
      secret,
      hookToken,
      ...hosts,
    ];
    const found = witness.finds([...words, /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/]);
    const megabytes = witness.heard.reduce((sum, {text}) => sum + Buffer.byteLength(text), 0) / 1e6;
    console.log(
      `looked through ${witness.heard.length} answers and frames, ${megabytes.toFixed(1)} MB, for ${words.length} words: ${found.length} found`,
    );
    expect(found.slice(0, 20)).toEqual([]);
  });

  it('has the shape of the contract', () => {
    const shapes = [
      ['/_status/v1/alerts', AlertsAnswer],
      ['/_status/v1/live?', LiveAnswer],
    ] as const;
    for (const [path, shape] of shapes) {
      const bodies = witness.heard
        .filter(({to, text}) => to.startsWith(path) && text.includes('"evidence"'))
        .map(({text}) => text.slice(text.indexOf('}') + 1));
      expect(bodies.length).toBeGreaterThan(20);
      for (const body of bodies) expect(shape.safeParse(JSON.parse(body)).error?.issues).toBeUndefined();
    }
  });

  it('is no secret in the log either', () => {
    for (const token of [secret, hookToken]) expect(handbook.server.output()).not.toContain(token);
  });

  it('comes from a handbook that lived all the time', () => {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const each = [...counts].map(([what, count]) => `${count} ${what}`).join(', ');
    console.log(
      `refused, or shown as text: ${total} (${each}); /healthz asked ${witness.looks} times, slowest ${witness.slowestMs.toFixed(0)} ms`,
    );
    expect(witness.failures).toEqual([]);
    const {exitCode, signalCode} = handbook.server.process;
    if (exitCode !== null) console.log(handbook.server.output().slice(-3000));
    expect([exitCode, signalCode]).toEqual([null, null]);
    expect(handbook.server.output()).not.toContain('an error of the handbook itself');
  });
});
