// @vitest-environment happy-dom
import {cleanup, fireEvent, render, screen, within} from '@testing-library/react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {AlertItem, AlertsAnswer} from '../../../src/live/contract.ts';
import type {Evidence, Known, Live, Value} from '../../../src/live/state.ts';
import {DependencyStatus} from '../../../src/live/words/DependencyStatus.tsx';
import {ErrorBudget} from '../../../src/live/words/ErrorBudget.tsx';
import {FiringAlerts} from '../../../src/live/words/FiringAlerts.tsx';
import {OnCall} from '../../../src/live/words/OnCall.tsx';
import {ServiceStatus} from '../../../src/live/words/ServiceStatus.tsx';
import {Sparkline} from '../../../src/live/words/Sparkline.tsx';

const now = Date.UTC(2026, 10, 21, 18, 12, 7);

/** What the page holds, in place of a stream. */
const held = vi.hoisted(() => ({language: 'en', live: new Map<string, unknown>(), alerts: undefined as unknown}));
vi.mock('../../../src/live/feed/use-feed.ts', () => ({
  useLive: (id: string) => held.live.get(id),
  useAlerts: () => held.alerts,
  useNow: () => Date.UTC(2026, 10, 21, 18, 12, 7),
}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({i18n: {currentLocale: held.language}, siteConfig: {baseUrl: '/'}}),
}));

beforeEach(() => {
  held.language = 'en';
  held.live.clear();
  held.alerts = undefined;
});
afterEach(cleanup);

const evidence: Evidence[] = [
  {source: 'prometheus', check: 'answers', ok: true},
  {source: 'prometheus', check: 'latency', ok: true, detail: 'scrape=15 evaluation=15 asking=5 delivery=1'},
];
const observed = {observedAt: new Date(now - 4000).toISOString(), ageMs: 4000, validForMs: 20_000, evidence};
const known = (state: Known['state'], value: Value = {}): Live => ({...observed, state, value});
const lost: Live = {
  ...observed,
  state: 'unknown',
  reason: 'unreachable',
  evidence: [{source: 'prometheus', check: 'answers', ok: false, detail: 'unreachable: refused'}],
  lastKnown: {state: 'ok', value: {}, observedAt: observed.observedAt},
};
const shop = {name: 'shop', title: 'Shop', description: undefined, owner: 'SRE', consoles: {prometheus: 'https://prom.reiji.example/'}};
const item: AlertItem = {
  alertname: 'ShopDown',
  severity: 'critical',
  startsAt: new Date(now - 240_000).toISOString(),
  labels: {alertname: 'ShopDown', service: 'shop'},
  state: 'firing',
  summary: 'Nobody can buy.',
  links: {dashboard: 'https://grafana.reiji.example/d/1'},
  runbook: '/runbooks/shop-down',
  href: '/r/ShopDown?service=shop',
};
const alerts = (live: Live, ...items: AlertItem[]): AlertsAnswer => ({live, items});
const text = (): string => document.body.textContent ?? '';

describe('every word', () => {
  const budget = {name: 'a', title: 'Availability', target: 0.999, window: '30 d', consoles: {}};
  const query = {name: 'q', title: 'Requests', unit: 'req/s', judged: false, consoles: {}};
  const provider = {name: 'pay', title: 'Payments', link: 'https://status.pay.reiji.example/', probe: 'pay', usedBy: ['Shop']};
  const team = {team: 'sre', title: 'SRE', channel: '#sre'};
  const words = [
    {id: 'service:shop', word: <ServiceStatus service="shop" facts={shop} />},
    {id: 'alert:ShopDown', word: <FiringAlerts facts={{alerts: [{name: 'ShopDown'}]}} />},
    {id: 'slo:a', word: <ErrorBudget slo="a" facts={budget} />},
    {id: 'query:q', word: <Sparkline query="q" facts={query} />},
    {id: 'provider:pay', word: <DependencyStatus provider="pay" facts={provider} />},
    {id: 'oncall:sre', word: <OnCall team="sre" facts={team} />},
  ];

  it.each(words)('claims nothing in the static page: $id', ({id, word}) => {
    const html = renderToStaticMarkup(word);
    expect(html).toContain(`data-live="${id}"`);
    expect(html).toContain('Not known here');
    expect(html).not.toContain('data-state');
  });

  it.each(words)('says unknown and why when nobody can vouch for it, and opens the drawer: $id', async ({id, word}) => {
    held.live.set(id, lost);
    render(word);
    const place = document.querySelector(`[data-live="${id}"]`) as HTMLElement;
    expect(place.dataset['state']).toBe('unknown');
    expect(within(place).getByRole('status').textContent).toBe('Unknown: the source cannot be reached');
    expect(place.textContent).toContain('last known: OK');
    const why = within(place).getByRole('button', {name: /^Why\?/});
    expect(why.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(why);
    expect(why.getAttribute('aria-expanded')).toBe('true');
    const [signal] = await within(place).findAllByRole('listitem');
    expect(signal?.textContent?.replaceAll(/\s+/g, ' ')).toBe('fails Prometheus answers in time the source cannot be reached refused');
  });

  it('tells in its drawer how old and how late it is, and where to look', async () => {
    held.live.set('service:shop', known('ok'));
    render(<ServiceStatus service="shop" facts={shop} />);
    fireEvent.click(screen.getByRole('button'));
    const drawer = screen.getByRole('group');
    await within(drawer).findByRole('list');
    expect(drawer.textContent).toContain('4 s ago. Believed for 20 s from then.');
    expect(drawer.textContent).toContain('up to 36 s late');
    expect(within(drawer).getByRole('link', {name: 'Prometheus'}).getAttribute('href')).toBe('https://prom.reiji.example/');
    fireEvent.click(screen.getByRole('button'));
    expect(screen.queryByRole('group')).toBeNull();
  });

  it.each([
    ['gateway-lost', 'This page hears the server'],
    ['stale', 'This page has an observation that is recent enough'],
  ] as const)('says first what took a state away whose evidence holds, and that the rest is of before: %s', async (reason, claim) => {
    held.live.set('service:shop', {...observed, state: 'unknown', reason});
    render(<ServiceStatus service="shop" facts={shop} />);
    fireEvent.click(screen.getByRole('button'));
    const [first, second] = await screen.findAllByRole('listitem');
    expect(first?.textContent?.replaceAll(/\s+/g, ' ').trim()).toBe(`fails ${claim}`);
    expect(second?.textContent).toContain('Prometheus answers in time');
    expect(screen.getByRole('group').textContent).toMatch(/From before, and no longer vouched for:.*Prometheus answers/);
  });

  it('speaks Japanese on a Japanese page', async () => {
    held.language = 'ja';
    held.live.set('service:shop', lost);
    render(<ServiceStatus service="shop" facts={shop} />);
    fireEvent.click(screen.getByRole('button', {name: /^根拠/}));
    expect(text()).toContain('不明（情報源に接続できません）');
    expect(await screen.findByText('不成立')).toBeDefined();
  });
});

describe('FiringAlerts', () => {
  it('leads to the runbook with the labels of the alert, says its summary, and keeps its links from telling where one comes from', () => {
    held.alerts = alerts(known('firing', {firing: 1}), item);
    render(<FiringAlerts />);
    expect(screen.getByRole('link', {name: 'ShopDown'}).getAttribute('href')).toBe('/r/ShopDown?service=shop');
    const link = screen.getByRole('link', {name: 'dashboard'});
    expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual(['https://grafana.reiji.example/d/1', 'noreferrer']);
    expect(text()).toContain('Nobody can buy.');
    expect(text()).toContain('1 alert');
  });

  it('tells silenced, inhibited and pending alerts apart', () => {
    const states = ['pending', 'silenced', 'inhibited'] as const;
    held.alerts = alerts(known('firing'), ...states.map((state) => ({...item, state, labels: {state}})));
    render(<FiringAlerts />);
    expect(
      screen
        .getAllByRole('listitem')
        .map((row) => [row.dataset['state'], /(Condition|Firing)[^·]*?(?=critical)/.exec(row.textContent)?.[0].trim()]),
    ).toEqual([
      ['degraded', 'Condition holds, waiting to fire'],
      ['firing', 'Firing, silenced'],
      ['firing', 'Firing, held back by another alert'],
    ]);
  });

  it('keeps what it saw last readable, without colour, when nobody can vouch for it', () => {
    held.alerts = alerts(lost, item);
    render(<FiringAlerts />);
    expect(screen.getAllByRole('listitem')[0]?.dataset['state']).toBe('unknown');
    expect(text()).not.toContain('No alert is firing');
  });

  it('names what was seen before, when, and its runbook, without colour', () => {
    held.alerts = alerts(lost, {...item, lastSeenAt: new Date(now - 40_000).toISOString()});
    render(<FiringAlerts />);
    const [row] = screen.getAllByRole('listitem');
    expect(row?.dataset['state']).toBe('unknown');
    expect(row?.textContent).toMatch(/Last seen .*:11:27 .*, 40 s ago: Firing/);
    expect(screen.getByRole('link', {name: 'ShopDown'}).getAttribute('href')).toBe('/r/ShopDown?service=shop');
    cleanup();
    held.alerts = alerts(known('firing', {firing: 1}), {...item, lastSeenAt: new Date(now - 40_000).toISOString()});
    render(<FiringAlerts />);
    expect(screen.getAllByRole('listitem')[0]?.dataset['state']).toBe('unknown');
  });

  it('does not follow a link that is none', () => {
    held.alerts = alerts(known('firing'), {...item, links: {evil: 'javascript:alert(1)'}});
    render(<FiringAlerts />);
    expect(screen.queryByRole('link', {name: 'evil'})).toBeNull();
  });

  it('says that nothing fires only when that is vouched for', () => {
    held.alerts = alerts(known('ok'));
    render(<FiringAlerts />);
    expect(text()).toContain('No alert is firing.');
  });
});

describe('ErrorBudget', () => {
  const facts = {name: 'a', title: 'Availability', target: 0.9995, window: '30 d', consoles: {}};
  const budget = {
    target: 0.9995,
    windowMs: 2_592_000_000,
    coveredMs: 2_592_000_000,
    remaining: 0.625,
    burn: [
      {windowMs: 3_600_000, rate: 1.25},
      {windowMs: 21_600_000, rate: 0.5},
    ],
    exhaustedInMs: 273_600_000,
  };
  const draw = (more: Partial<typeof budget>): void => {
    held.live.set('slo:a', known('ok', {budget: {...budget, ...more}}));
    render(<ErrorBudget slo="a" facts={facts} />);
  };

  it('says what is left, of what, how fast it burns and when nothing is left', () => {
    draw({});
    expect(text()).toContain('Target 99.95% over 30 d');
    expect(text()).toContain('62.5% of the error budget is left');
    expect(text()).toContain('At the pace of the last 6 h nothing is left in 3 d 4 h.');
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
      'In the lastPace (1 is just what the target allows)',
      '1 h1.25',
      '6 h0.5',
    ]);
    expect(text()).not.toContain('Only');
  });

  it('says aloud that it knows a part of the window only', () => {
    draw({coveredMs: 259_200_000});
    expect(text()).toContain('Only 3 d of 30 d are known.');
  });

  it('says that it is overspent, and no time in which it will be', () => {
    draw({remaining: -0.2});
    expect(text()).toContain('overspent by 20%');
    expect(text()).toContain('Nothing is left.');
    expect(text()).not.toContain('nothing is left in');
  });

  it('says that it lasts while no more is spent than earned', () => {
    held.live.set('slo:a', known('ok', {budget: {...budget, exhaustedInMs: undefined}}));
    render(<ErrorBudget slo="a" facts={facts} />);
    expect(text()).toContain('it lasts');
  });
});

describe('Sparkline', () => {
  const facts = {name: 'q', title: 'Requests', unit: 'req/s', judged: false, consoles: {}};
  const series = {startMs: now - 240_000, stepMs: 60_000, points: [1, 2, null, 4, 3]};
  const draw = (judged: boolean): void => {
    held.live.set('query:q', known('ok', {figure: 3, series}));
    render(<Sparkline query="q" facts={{...facts, judged}} />);
  };

  it('breaks its line where nothing is known, and says the same in words', () => {
    draw(false);
    const image = screen.getByRole('img');
    expect(image.getAttribute('aria-label')).toBe(
      'Requests: latest 3 req/s, lowest 1 req/s, highest 4 req/s, over 4 min, 20% of the points are missing',
    );
    expect(image.querySelector('path')?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });

  it('ends its line and its table at the latest figure, which the words name', async () => {
    held.live.set('query:q', known('ok', {figure: 0.5, series: {...series, latestMs: now + 30_000}}));
    render(<Sparkline query="q" facts={facts} />);
    const image = screen.getByRole('img');
    expect(image.getAttribute('aria-label')).toContain('latest 0.5 req/s, lowest 0.5 req/s');
    // The lowest point, at the right edge.
    expect(image.querySelector('path')?.getAttribute('d')).toMatch(/L237\.0,45\.0$/);
    fireEvent.click(screen.getByRole('button', {name: 'Table'}));
    expect((await screen.findAllByRole('row'))[1]?.textContent).toMatch(/:37 .*0\.5 req\/s$/);
  });

  it('has every point in a table, and a gap in it is a gap', async () => {
    draw(false);
    fireEvent.click(screen.getByRole('button', {name: 'Table'}));
    expect((await screen.findAllByRole('row')).map((row) => row.lastElementChild?.textContent)).toEqual([
      'Figure',
      '3 req/s',
      '4 req/s',
      'not known',
      '2 req/s',
      '1 req/s',
    ]);
  });

  it('says the figure that was last known, not OK, where nobody judges it', () => {
    const lastKnown = {state: 'ok', value: {figure: 3}, observedAt: observed.observedAt};
    held.live.set('query:q', {...lost, lastKnown});
    render(<Sparkline query="q" facts={facts} />);
    expect(text()).toContain('last known: 3 req/s at');
    cleanup();
    render(<Sparkline query="q" facts={{...facts, judged: true}} />);
    expect(text()).toContain('last known: OK at');
  });

  it('calls a figure OK only when data/live.yaml says what is not', () => {
    draw(false);
    expect(screen.queryByRole('status')).toBeNull();
    cleanup();
    draw(true);
    expect(screen.getByRole('status').textContent).toBe('OK');
  });
});

describe('DependencyStatus', () => {
  const facts = {name: 'pay', title: 'Payments', link: 'https://status.pay.reiji.example/', probe: 'pay', usedBy: ['Shop']};

  it('marks that a provider says all is well while our probe knows better', () => {
    const said = known('down', {provider: {word: 'ok', ours: 'down'}});
    held.live.set('provider:pay', {
      ...said,
      evidence: [...evidence, {source: 'statuspage', check: 'agrees', ok: false, detail: 'ok, down'}],
    });
    held.live.set('probe:pay', known('down'));
    render(<DependencyStatus provider="pay" facts={facts} />);
    expect(text()).toContain('They disagree.');
    expect(screen.getAllByRole('definition').map((row) => row.textContent?.slice(0, 5).trim())).toEqual(['OK', 'Down']);
    expect(screen.getByRole('link').getAttribute('rel')).toBe('noreferrer');
  });

  it('does not take our probe for the word of the provider', () => {
    held.live.set('provider:pay', known('down', {}));
    render(<DependencyStatus provider="pay" facts={facts} />);
    expect(screen.getAllByRole('definition')[0]?.textContent?.trim()).toBe('not known');
  });
});

describe('OnCall', () => {
  it('says which role has the shift until when, and the channel of the team', () => {
    held.live.set('oncall:sre', known('ok', {onCall: {roles: ['sre-primary'], until: new Date(now + 3_600_000).toISOString()}}));
    render(<OnCall team="sre" facts={{team: 'sre', title: 'SRE', channel: '#sre'}} />);
    expect(text()).toMatch(/SRE sre-primary until .*19:12/);
    expect(text()).toContain('Reach: #sre');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('says who had the shift, not OK, when the calendar falls silent', () => {
    const until = new Date(now + 3_600_000).toISOString();
    held.live.set('oncall:sre', {
      ...lost,
      lastKnown: {state: 'ok', value: {onCall: {roles: ['sre-primary'], until}}, observedAt: observed.observedAt},
    });
    render(<OnCall team="sre" facts={{team: 'sre', title: 'SRE', channel: '#sre'}} />);
    expect(text()).toContain('last known: sre-primary at');
  });

  it('does not nest brackets in Japanese', () => {
    held.language = 'ja';
    held.live.set('oncall:sre', known('ok', {onCall: {roles: ['sre-primary'], until: new Date(now + 3_600_000).toISOString()}}));
    render(<OnCall team="sre" facts={{team: 'sre', title: 'SRE', channel: '#sre'}} />);
    expect(text()).toMatch(/sre-primary、.*まで/);
    expect(text()).not.toMatch(/（[^）]*（/);
  });

  it('still says how to reach the team when the calendar is silent', () => {
    held.live.set('oncall:sre', lost);
    render(<OnCall team="sre" facts={{team: 'sre', title: 'SRE', channel: '#sre'}} />);
    expect(text()).toContain('Reach: #sre');
  });
});
