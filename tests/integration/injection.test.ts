import {get} from 'node:http';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {stringify} from 'yaml';
import {AlertsAnswer} from '../../src/live/contract.ts';
import type {Live} from '../../src/live/state.ts';
import {AlertRow} from '../../src/live/words/AlertRow.tsx';
import {ask, type Answer} from '../http/auth/ask.ts';
import {answersJson, passOn, startHostile, type Hostile} from '../support/hostile.ts';
import {hostileAnswers, hostileFigures, upstreamSays} from '../support/hostile-answers.ts';
import {startHandbookOf, type LiveYaml, type OtherHandbook} from '../support/hostile-handbook.ts';
import {closedTo, neverAsked} from '../support/hostile-targets.ts';
import {startMonitoring, type Monitoring} from '../support/monitoring.ts';
import {until} from '../support/processes.ts';

const secret = 'a-token-of-the-tests-0123456789abcdef';
const hookToken = 'a-hook-token-of-the-tests-0123456789abcdef';
const markup = '"><img src=x onerror=pwned()>';
/** Turns the text around, and hides some of it. */
const bidi = '\u202Egnihton si siht\u2066\u200B\u2069.';
const seenOfBidi = '\uFFFDgnihton si siht\uFFFD\uFFFD\uFFFD.';
const internalHost = 'prometheus-0.internal.reiji.example';
const internalAddress = '10.66.66.66';
const unlisted = 'UNLISTED-LABEL';

let monitoring: Monitoring;
let hostile: Hostile;
let handbook: OtherHandbook;
let health: Health;
let folder: string;
/** Every byte that the gateway has sent, with what it was the answer to. */
const sent: {readonly to: string; readonly text: string}[] = [];
const counts = new Map<string, number>();
const refused = (what: string, many = 1): void => void counts.set(what, (counts.get(what) ?? 0) + many);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-rules-'));
  writeFileSync(join(folder, 'hostile.yaml'), stringify({groups: [{name: 'hostile', rules: [hostileRule]}]}));
  [hostile, monitoring] = await Promise.all([
    startHostile(),
    startMonitoring({
      metrics: hostileSeries,
      ruleFiles: ['data/alerts/blackbox.yaml', 'data/alerts/general.yaml', join(folder, 'hostile.yaml')],
    }),
  ]);
  hostile.stands('prometheus', passOn(monitoring.prometheusUrl));
  hostile.stands('alertmanager', passOn(monitoring.alertmanagerUrl));
  for (const [name, {answer}] of Object.entries(hostileAnswers)) hostile.stands(name, answer);
  for (const [name, value] of Object.entries(hostileFigures)) hostile.stands(name, (_, response) => response.end(`{"n":${value}}`));
  for (const [team, {text}] of Object.entries(calendars)) hostile.stands(`calendar-${team}`, (_, response) => response.end(text));
  handbook = await startHandbookOf(liveOf(hostile), {
    PROMETHEUS_URL: `${hostile.url}/prometheus`,
    ALERTMANAGER_URL: `${hostile.url}/alertmanager`,
    HANDBOOK_HOOK_TOKEN: hookToken,
    HOSTILE_TOKEN: secret,
  });
  health = watchHealth();
  // Once they are wanted, all of them are asked.
  for (const ids of inHundreds(everyId())) await look(`/_status/v1/live?ids=${ids.join()}`);
  listen(`/_status/v1/stream?alerts=1&ids=${everyId().slice(0, 180).join()}`);
});
afterAll(async () => {
  health?.stop();
  if (process.env['SAY'])
    writeFileSync(
      '/tmp/inj/server.log',
      `${handbook.server.process.exitCode} ${handbook.server.process.signalCode}\n${handbook.server.output()}`,
    );
  await handbook?.end();
  await hostile?.end();
  await monitoring?.end();
  if (folder !== undefined) rmSync(folder, {recursive: true});
});

/** A rule that somebody wrote who may write rules and nothing else. */
const badLinks: Readonly<Record<string, string>> = {
  script: 'javascript:pwned()',
  script_in_capitals: 'JaVaScRiPt:pwned()//https://share.reiji.example/',
  script_with_a_tab: 'java\tscript:pwned()',
  data: 'data:text/html,<script>pwned()</script>',
  any_scheme: '//share.reiji.example/pwned',
  plain_http: 'http://share.reiji.example/pwned',
  capitals: 'HTTPS://SHARE.REIJI.EXAMPLE/pwned',
  credentials: 'https://admin:pwned@share.reiji.example/',
  user_that_looks_like_a_host: 'https://share.reiji.example@evil.example/pwned',
  other_host: 'https://evil.example/pwned',
  longer_host: 'https://share.reiji.example.evil.example/pwned',
  host_without_the_dot: 'https://evilreiji.example/pwned',
  the_domain_itself: 'https://reiji.example/pwned',
  host_in_the_fragment: 'https://evil.example#.reiji.example/pwned',
  backslash: 'https://evil.example\\.reiji.example/pwned',
  three_slashes: 'https:///evil.example/pwned',
  one_slash: 'https:/evil.example/pwned',
  text_before: ' https://share.reiji.example/pwned',
  text_behind: 'https://share.reiji.example/pwned onclick=pwned()',
  two_lines: 'https://share.reiji.example/\npwned',
  metadata: 'https://169.254.169.254/pwned',
  path_of_ours: '/r/../pwned',
  too_long: `https://share.reiji.example/${'pwned'.repeat(400)}`,
};
const hostileRule = {
  alert: 'Hostile',
  expr: 'vector(1)',
  labels: {
    severity: 'critical',
    service: 'web-front',
    namespace: `prod${markup}${bidi}`,
    [unlisted.toLowerCase().replace('-', '_')]: unlisted,
    instance: internalHost,
  },
  annotations: {
    summary: `Nothing to see here. <img src=x onerror=pwned()>${bidi}`,
    description: upstreamSays,
    dashboard: `https://grafana.reiji.example/d/1?q="><b>`,
    runbook_url: 'javascript:pwned()',
    ...badLinks,
  },
};
const escaped = (text: string): string => JSON.stringify(text);
const hostileSeries = `probe_success{instance=${escaped(`javascript:pwned()//${markup}`)},pod_ip="${internalAddress}",credential="${unlisted}"} 0\n`;

/** Calendars that must not be read, and one that must not be repeated. */
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20260101T000000Z', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const calendars: Readonly<Record<string, {readonly text: string; readonly detail: RegExp}>> = {
  sre: {text: event('DURATION:PT1H', 'SUMMARY:sre-lead', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), detail: /^parse: /},
  lending: {text: event(`SUMMARY:${'lending-lead '.repeat(200_000)}`), detail: /^parse: the calendar has more than \d+ bytes$/},
  payments: {text: `<!doctype html><p>${upstreamSays}`, detail: /^parse: the calendar cannot be read$/},
  support: {
    text: event(
      'DURATION:P1D',
      'RRULE:FREQ=DAILY',
      `SUMMARY:support-lead ${upstreamSays} <img src=x onerror=pwned()>`,
      `DESCRIPTION:${upstreamSays}`,
    ),
    detail: /^never$/,
  },
};

/** `data/live.yaml` in which everything leads to the hostile server, or to where nobody may go. */
function liveOf({url, port}: Hostile): (live: LiveYaml) => LiveYaml {
  const reach = {allowPrivate: true, timeout: '20s', tokenFrom: 'HOSTILE_TOKEN', every: '10s'};
  const title = {en: 'Hostile', ja: '敵対的'};
  const probe = {service: 'sre-handbook', every: '5m', downAfter: 1};
  return (live) => ({
    probes: [
      ...neverAsked.map((target, n) => ({...probe, name: `never-${n}`, target, allowPrivate: true})),
      ...closedTo(port).map((target, n) => ({...probe, name: `closed-${n}`, target})),
      {...probe, name: 'redirected', target: url, path: '/redirect-301', allowPrivate: true},
      {...probe, name: 'flooded', target: url, path: '/never-ending', allowPrivate: true},
      {...probe, name: 'dripped', target: url, path: '/drips-headers', allowPrivate: true, timeout: '400ms'},
    ],
    providers: [
      ...Object.entries(hostileAnswers).map(([name, {timeout = '20s'}]) => ({
        ...reach,
        name,
        title,
        kind: 'json',
        url: `${url}/${name}`,
        value: '/status',
        words: {up: 'ok'},
        timeout,
      })),
      {...reach, name: 'statuspage', title, kind: 'statuspage', url: `${url}/markup-as-word`},
      {...reach, name: 'workflow', title, kind: 'github-actions', api: `${url}/markup-as-word`, repository: 'a/b', workflow: 'c.yml'},
      // What is not refused shows that the others are refused for what they are.
      {...reach, name: 'honest', title, kind: 'json', url: `${url}/honest`, value: '/status', words: {up: 'ok'}},
    ],
    queries: [
      ...(live['queries'] ?? []),
      ...Object.keys(hostileFigures).map((name) => ({...reach, name, title, json: {url: `${url}/${name}`, value: '/n'}})),
    ],
    oncall: Object.keys(calendars).map((team) => ({...reach, team, kind: 'icalendar', url: `${url}/calendar-${team}`})),
  });
}

const promqlId = 'query:requests:lending-api';
function everyId(): string[] {
  return [
    'alert:BlackboxProbeFailed',
    'service:web-front',
    'slo:lending-api-availability',
    promqlId,
    ...Object.keys(hostileAnswers).map((name) => `provider:${name}`),
    ...['statuspage', 'workflow'].map((name) => `provider:${name}`),
    ...Object.keys(hostileFigures).map((name) => `query:${name}`),
    ...Object.keys(calendars).map((team) => `oncall:${team}`),
    ...['redirected', 'flooded', 'dripped'].map((name) => `probe:${name}`),
    ...neverAsked.map((_, n) => `probe:never-${n}`),
    ...closedTo(hostile.port).map((_, n) => `probe:closed-${n}`),
  ];
}

function inHundreds(ids: readonly string[]): string[][] {
  return Array.from({length: Math.ceil(ids.length / 100)}, (_, n) => ids.slice(n * 100, n * 100 + 100));
}

/** Asks the handbook, and keeps every byte of the answer. */
async function look(target: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const answer = await ask(handbook.url, target, headers);
  sent.push({to: target, text: JSON.stringify(answer.headers) + answer.body});
  return answer;
}

async function live(id: string): Promise<Live> {
  const {status, body} = await look(`/_status/v1/live?ids=${encodeURIComponent(id)}`);
  if (status !== 200) throw new Error(`${id}: ${status} ${body}`);
  const {items} = JSON.parse(body) as {items: Record<string, Live>};
  return items[id] ?? fail(id);
}

function fail(id: string): never {
  throw new Error(`The answer has no ${id}`);
}

/** What the evidence of an id says at first that failed. */
function fault({evidence}: Live): string {
  return evidence.find(({ok}) => !ok)?.detail ?? 'nothing failed';
}

async function settled(id: string): Promise<Live> {
  return until(
    `${id} to be asked`,
    async () => {
      const now = await live(id);
      return !(now.state === 'unknown' && now.reason === 'never-seen') && now;
    },
    {within: 25_000},
  );
}

/** Keeps what a stream says until the handbook ends. */
function listen(target: string): void {
  const request = get(`${handbook.url}${target}`, (response) => {
    response.on('data', (chunk) => sent.push({to: target, text: String(chunk)}));
    response.on('error', () => {});
  });
  request.on('error', () => {});
}

interface Health {
  readonly slowest: () => number;
  readonly failures: readonly string[];
  readonly asked: () => number;
  readonly stop: () => void;
}

/** Asks all the time whether the handbook lives. */
function watchHealth(): Health {
  const failures: string[] = [];
  let [slowest, asked, stopped] = [0, 0, false];
  const watching = async (): Promise<void> => {
    while (!stopped) {
      const started = performance.now();
      const status = await ask(handbook.url, '/healthz').then((answer) => String(answer.status), String);
      if (stopped) return;
      asked++;
      slowest = Math.max(slowest, performance.now() - started);
      if (status !== '200') failures.push(status);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  void watching();
  return {slowest: () => slowest, failures, asked: () => asked, stop: () => (stopped = true)};
}

describe('a reader who sends PromQL', () => {
  const kinds = ['query', 'alert', 'slo', 'service', 'probe', 'provider', 'oncall'];
  const names = [
    'pwned:a"}',
    'requests:lending-api"} or vector(1) or up{pwned="',
    'requests:pwned',
    'requests:$service:pwned',
    'requests:lending-api:pwned',
    'requests:lending-api,query:pwned',
    '{__name__=~".+pwned"}',
    'sum(rate(pwned[5m]))',
    'pwned',
    'pwned\n',
    'pwned\r\n\r\nevent: live\r\ndata: {}',
    'pwned\0',
    '../query?query=pwned',
    `pwned${'d'.repeat(300)}`,
    '__proto__:pwned',
    `<img src=x onerror=pwned()>`,
  ];
  const routes = ['live', 'stream', 'history'];

  it('is refused by every route, whatever it is put into', async () => {
    for (const route of routes) {
      for (const id of kinds.flatMap((kind) => names.map((name) => `${kind}:${name}`))) {
        const {status, headers} = await look(`/_status/v1/${route}?ids=${encodeURIComponent(id)}`);
        expect([route, id, status, headers['content-type']]).toEqual([route, id, expect.toBeOneOf([400, 404]), 'application/problem+json']);
        expect(headers['x-content-type-options']).toBe('nosniff');
        refused('ids');
      }
    }
  });

  it.each([
    '/_status/v1/query?query=pwned',
    '/_status/v1/api/v1/query?query=pwned',
    '/_status/v1/live/pwned',
    '/_status/v1/../../prometheus/api/v1/query?query=pwned',
    '/_status/v1/%2e%2e/%2e%2e/prometheus/api/v1/query?query=pwned',
    '//prometheus/api/v1/query?query=pwned',
    '/prometheus/api/v1/query?query=pwned',
    '/api/v1/query?query=pwned',
    '/_hooks/pwned',
  ])('finds nothing at %s', async (target) => {
    expect((await look(target)).status).toBe(404);
    refused('paths');
  });

  it('changes nothing by parameters, headers and bodies that nobody asked for', async () => {
    const query = [
      'query',
      'expr',
      'match[]',
      'filter',
      'start',
      'end',
      'step',
      'time',
      'range',
      'service',
      '$service',
      'timeout',
      'name[]',
    ]
      .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent('pwned"} or vector(1)')}`)
      .join('&');
    const headers = {
      'last-event-id': 'pwned-1',
      'if-none-match': '"pwned"',
      'x-forwarded-host': 'pwned',
      'x-original-url': '/pwned',
      'x-scope-orgid': 'pwned',
      range: 'pwned=0-1',
    };
    for (const target of [
      `/_status/v1/live?ids=${promqlId}&${query}`,
      `/_status/v1/alerts?${query}`,
      `/metrics?${query}`,
      `/readyz?${query}`,
    ]) {
      expect([target, (await look(target, headers)).status]).toEqual([target, 200]);
      refused('parameters', query.split('&').length + Object.keys(headers).length);
    }
    const hook = (authorization: string): Promise<Response> =>
      fetch(`${handbook.url}/_hooks/alertmanager?${query}`, {
        method: 'POST',
        headers: {authorization},
        body: JSON.stringify({alerts: [{status: 'firing', labels: {alertname: 'pwned'}, annotations: {summary: 'pwned'.repeat(1e6)}}]}),
      });
    expect((await hook('Bearer pwned')).status).toBe(401);
    expect((await hook(`Bearer ${hookToken}`)).status).toBe(204);
    refused('hooks', 2);
  });

  it.each(['/r/BlackboxProbeFailed?instance=', '/r/?alertname=BlackboxProbeFailed&instance=', '/ja/r/BlackboxProbeFailed?instance='])(
    'is led to no other place by %s',
    async (path) => {
      for (const value of ['//evil.example/', 'https://evil.example/', `${markup}`, '\r\nset-cookie: pwned=1', '$(pwned)']) {
        const {status, headers} = await look(`${path}${encodeURIComponent(value)}`);
        expect(status).toBe(307);
        expect(headers.location).toMatch(/^(\/ja)?\/runbooks\/site-probe-failed\?instance=[\w%.+*-]+$/);
        expect(headers['set-cookie']).toBeUndefined();
        refused('addresses of runbooks');
      }
    },
  );

  it('has made no source hear of it', async () => {
    await until('the query of data/live.yaml to be asked', () => promqlAsked().some((query) => query.includes('http_requests_total')));
    expect(hostile.asked.filter((url) => decodeURIComponent(url).includes('pwned'))).toEqual([]);
  });

  function promqlAsked(): string[] {
    return hostile.asked.flatMap((url) => new URL(url, hostile.url).searchParams.getAll('query'));
  }
});

describe('a rule that an attacker wrote, on a real Prometheus and Alertmanager', () => {
  let answer: AlertsAnswer;
  const item = (name: string) => answer.items.find(({alertname}) => alertname === name) ?? fail(name);
  beforeAll(async () => {
    answer = await until('both alerts to fire', async () => {
      const {body, headers} = await look('/_status/v1/alerts');
      expect([headers['content-type'], headers['x-content-type-options']]).toEqual(['application/json', 'nosniff']);
      const list = AlertsAnswer.parse(JSON.parse(body)) as AlertsAnswer;
      const firing = list.items.filter(({state}) => state === 'firing').map(({alertname}) => alertname);
      return ['BlackboxProbeFailed', 'Hostile'].every((name) => firing.includes(name)) && list;
    });
  });

  it('arrives as text without what cannot be seen', () => {
    const {summary, labels} = item('Hostile');
    expect(summary).toBe(`Nothing to see here. <img src=x onerror=pwned()>${seenOfBidi}`);
    expect(labels['namespace']).toBe(`prod${markup}${seenOfBidi}`);
    refused('texts', 2);
  });

  it('shows no label that is not listed', () => {
    expect(Object.keys(item('Hostile').labels).toSorted()).toEqual(['alertname', 'namespace', 'service', 'severity']);
    expect(Object.keys(item('BlackboxProbeFailed').labels).toSorted()).toEqual(['alertname', 'instance', 'job', 'severity']);
    refused('labels', 4);
  });

  it('keeps of its links only those to listed hosts over https', () => {
    const {links, runbook, href} = item('Hostile');
    expect(links).toEqual({dashboard: 'https://grafana.reiji.example/d/1?q=%22%3E%3Cb%3E'});
    expect([runbook, href]).toEqual([null, null]);
    refused('links', Object.keys(badLinks).length + 1);
  });

  it('fills the address of the runbook, and does not leave it', () => {
    const {href, labels} = item('BlackboxProbeFailed');
    expect(labels['instance']).toBe(`javascript:pwned()//${markup}`);
    expect(href).toMatch(/^\/r\/BlackboxProbeFailed\?instance=javascript%3A[\w%.+&=*-]+$/);
    refused('texts');
  });

  it('is drawn as text', () => {
    for (const name of ['Hostile', 'BlackboxProbeFailed']) {
      const html = renderToStaticMarkup(createElement(AlertRow, {item: item(name), vouched: true}));
      expect(html).toContain('&lt;img src=x onerror=pwned()&gt;');
      expect(html).not.toMatch(/<img|<script|\son\w+=["']/i);
      const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      expect(hrefs.length).toBeGreaterThan(0);
      for (const href of hrefs) expect(href).toMatch(/^(https:\/\/grafana\.reiji\.example\/|\/r\/BlackboxProbeFailed\?)/);
      refused('drawn');
    }
  });
});

describe('an address that must not be asked', () => {
  it('is refused in every spelling, whatever the probe may otherwise ask', async () => {
    for (const [n, target] of neverAsked.entries()) {
      const now = await settled(`probe:never-${n}`);
      expect([target, now.state, fault(now)]).toEqual([
        target,
        'unknown',
        'not-configured: an address of cloud metadata, link-local or multicast is never asked',
      ]);
      refused('addresses');
    }
  });

  it('is refused where it is private and nobody has allowed that', async () => {
    for (const [n, target] of closedTo(hostile.port).entries()) {
      const now = await settled(`probe:closed-${n}`);
      expect([target, now.state, fault(now)]).toEqual([
        target,
        'unknown',
        'not-configured: the address is private and allowPrivate is not set',
      ]);
      refused('addresses');
    }
  });

  it('is not reached by a redirect either', async () => {
    expect(await settled('probe:redirected')).toMatchObject({state: 'down', evidence: [{ok: false, detail: 'HTTP 301'}]});
    refused('addresses');
    expect(hostile.asked.filter((url) => url.includes('never/') || url.startsWith('/never?') || url === '/never')).toEqual([]);
  });

  it('does not hold a probe for ever', async () => {
    expect((await settled('probe:dripped')).state).toBe('down');
    expect((await settled('probe:flooded')).state).toBe('ok');
    refused('answers');
  });
});

describe('a source that means harm', () => {
  it.each(Object.entries(hostileAnswers))('vouches for nothing by the answer %s', async (name, {reason, detail}) => {
    const now = await settled(`provider:${name}`);
    expect(now).toMatchObject({state: 'unknown', reason});
    expect(fault(now)).toMatch(detail);
    refused('answers');
  });

  it.each(['statuspage', 'workflow'])('vouches for nothing as a %s', async (name) => {
    expect(await settled(`provider:${name}`)).toMatchObject({state: 'unknown', reason: 'parse'});
    refused('answers');
  });

  it.each(Object.keys(hostileFigures))('gives no figure by %s', async (name) => {
    const now = await settled(`query:${name}`);
    expect(now).toMatchObject({state: 'unknown', reason: 'parse'});
    expect(fault(now)).toBe('parse: what stands at /n is no number');
    refused('answers');
  });

  it.each(['lending', 'payments'])('has no say in who of %s is called', async (team) => {
    const now = await settled(`oncall:${team}`);
    expect(now).toMatchObject({state: 'unknown', reason: 'parse'});
    expect(fault(now)).toMatch(calendars[team]?.detail ?? /^$/);
    refused('answers');
  });

  it('gives a role and no more of a calendar', async () => {
    expect(await settled('oncall:support')).toMatchObject({state: 'ok', value: {onCall: {roles: ['support-lead']}}});
    refused('texts', 2);
  });
});
