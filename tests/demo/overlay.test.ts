import {expect, it} from 'vitest';
import {parse, stringify} from 'yaml';
import {LiveConfig} from '../../src/catalog/live-contract.ts';
import {overlay} from '../../src/demo/overlay.ts';

const text = {en: 'X', ja: 'X'};
const live = LiveConfig.parse({
  sources: [{kind: 'prometheus', url: 'https://prometheus.example', tokenFrom: 'TOKEN'}],
  watchdog: {alert: 'Watchdog', labels: {cluster: 'prod'}},
  probes: [
    {name: 'self', target: 'self'},
    {name: 'site', target: 'https://site.example', path: '/health', basicFrom: 'BASIC'},
    {name: 'db', target: 'tcp://db.example:5432'},
    {name: 'cert', target: 'tls://site.example:443', every: '1h'},
  ],
  mayBeAbsent: [],
  providers: [
    {name: 'page', kind: 'statuspage', title: text, url: 'https://status.example/api/v2/summary.json'},
    {name: 'runs', kind: 'github-actions', title: text, repository: 'o/r', workflow: 'w.yml', tokenFrom: 'TOKEN'},
    {name: 'word', kind: 'json', title: text, url: 'https://word.example', value: '/a', words: {up: 'ok'}, headers: {'X-Key': 'k'}},
  ],
  queries: [
    {name: 'prom', title: text, expr: 'x', every: '1m'},
    {name: 'json', title: text, json: {url: 'https://figures.example', value: '/a'}, tokenFrom: 'TOKEN'},
  ],
  oncall: [{team: 'sre', kind: 'icalendar', urlFrom: 'CALENDAR'}],
});
const standIns = {url: 'http://127.0.0.1:41000', address: '127.0.0.1:41000'};

it('keeps every name and leads nowhere outside', () => {
  const written = stringify(overlay(live, standIns));
  const read = LiveConfig.parse(parse(written));
  for (const key of ['probes', 'providers', 'queries'] as const)
    expect(read[key].map(({name}) => name)).toEqual(live[key].map(({name}) => name));
  expect(read.oncall.map(({team}) => team)).toEqual(['sre']);
  expect(read.sources).toEqual([]);
  expect(read.watchdog).toEqual(live.watchdog);
  // The one address left is a default that the gateway does not use here.
  const hosts = [...written.matchAll(/(?:https?|tcp|tls):\/\/([^\s/]+)/g)].map(([, host]) => host);
  expect(new Set(hosts)).toEqual(new Set(['127.0.0.1:41000']));
});

it('sends no credential', () => {
  expect(stringify(overlay(live, standIns))).not.toMatch(/TOKEN|BASIC|CALENDAR|X-Key/);
});

it('asks often enough for a person to wait', () => {
  const {probes, providers, queries, oncall} = overlay(live, standIns);
  expect([...probes, ...providers, ...queries, ...oncall].map(({every}) => every)).toEqual([
    ...Array(4).fill('5s'),
    ...Array(3).fill('10s'),
    '5s',
    '10s',
    '10s',
  ]);
});
