import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../../src/catalog/read-catalog.server.ts';
import {budgetFacts, onCallFacts, providerFacts, queryFacts} from '../../../src/live/facts.ts';
import {onCallPage, statusPage} from '../../../src/live/pages/gather-facts.ts';
import type {Catalog, Team} from '../../../src/catalog/model.ts';
import {handbook} from '../../support/sample.ts';

const live = `sources:
  - {kind: prometheus, url: 'https://prom.internal.example', console: 'https://prom.reiji.example/'}
watchdog: Watchdog
probes:
  - {name: front, service: shop, target: self}
mayBeAbsent: []
queries:
  - name: requests
    title: {en: Requests, ja: リクエスト数}
    expr: up{job="$job"}
    params: {job: [shop, search]}
    degraded: {above: 5}
providers:
  - name: pay
    title: {en: Payments, ja: 決済}
    kind: statuspage
    url: https://status.reiji.example/summary.json
    link: https://status.reiji.example/
    usedBy: [shop]
oncall:
  - {team: sre, kind: icalendar, url: 'https://calendar.reiji.example/sre.ics'}
`;
const slo = `apiVersion: openslo/v1
kind: SLO
metadata: {name: a, displayName: Availability, annotations: {handbook/title-ja: 可用性}}
spec:
  service: shop
  timeWindow: [{duration: 30d, isRolling: true}]
  budgetingMethod: Occurrences
  objectives: [{target: 0.999}]
`;
const alerts = `groups:
  - name: general
    rules:
      - {alert: Watchdog, expr: vector(1), labels: {severity: info}}
      - {alert: ShopDown, expr: up == 0, labels: {severity: critical, service: shop}}
`;
const read = (): Catalog => readCatalog(handbook({'data/live.yaml': live, 'data/slos/a.yaml': slo, 'data/alerts/general.yaml': alerts}));

describe('what /oncall knows without a server', () => {
  it('is the teams with a calendar, the services of each alert, and the runbooks of those that wake somebody', () => {
    const runbook = {
      slug: 'runbooks/shop-down',
      title: 'Shop down',
      alerts: [
        {name: 'ShopDown', urgency: 'page'},
        {name: 'Lag', urgency: 'ticket'},
      ],
    };
    expect(onCallPage([runbook], {catalog: read(), language: 'en'})).toEqual({
      teams: [{team: 'sre', title: 'sre', channel: undefined}],
      severities: {critical: 'page', warning: 'ticket', info: 'note'},
      services: {shop: 'shop'},
      about: {ShopDown: ['shop']},
      runbooks: [{slug: 'runbooks/shop-down', title: 'Shop down', alert: 'ShopDown'}],
      consoles: {prometheus: 'https://prom.reiji.example/'},
    });
  });
});

describe('what /status knows without a server', () => {
  it('is every service with its probes, those without a system last, and no address of a source or target', () => {
    const facts = statusPage({catalog: read(), language: 'en'});
    expect(facts.systems.map(({title, services}) => [title, services.map(({name, probes}) => `${name}: ${probes.join()}`)])).toEqual([
      [undefined, ['shop: front']],
    ]);
    expect(facts.providers.map(({name}) => name)).toEqual(['pay']);
    expect(facts.budgets.map(({name}) => name)).toEqual(['a']);
    expect(JSON.stringify(facts)).not.toMatch(/internal|summary\.json|ics/);
  });
});

describe('the facts of a word', () => {
  it('are in the language of the page', () => {
    const catalog = read();
    const wares = {catalog, language: 'ja'} as const;
    const [objective] = catalog.slos.values();
    const [query] = catalog.queries.values();
    const [provider] = catalog.live.providers;
    if (objective === undefined || query === undefined || provider === undefined) throw new Error('The sample lacks one of them');
    expect(budgetFacts(objective, wares)).toMatchObject({title: '可用性', target: 0.999, window: '30日'});
    expect(queryFacts(query, wares)).toMatchObject({name: 'requests:shop', title: 'リクエスト数（shop）', judged: true, unit: ''});
    expect(providerFacts(provider, wares)).toEqual({
      name: 'pay',
      title: '決済',
      link: 'https://status.reiji.example/',
      probe: undefined,
      usedBy: ['shop'],
    });
  });

  it('of a team hold its channel, and nobody’s number', () => {
    const place = {file: 'data/catalog/org.yaml', line: 1, column: 1};
    const team: Team = {name: 'sre', title: {en: 'SRE', ja: 'SRE班'}, channel: '#sre', members: ['sre-primary'], place};
    expect(onCallFacts(team, 'ja')).toEqual({team: 'sre', title: 'SRE班', channel: '#sre'});
  });
});
