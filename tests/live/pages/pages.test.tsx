// @vitest-environment happy-dom
import {cleanup, fireEvent, render, screen, within} from '@testing-library/react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {AlertItem} from '../../../src/live/contract.ts';
import type {OnCallPageFacts, StatusPageFacts} from '../../../src/live/facts.ts';
import {OnCallPage} from '../../../src/live/pages/OnCallPage.tsx';
import {StatusPage} from '../../../src/live/pages/StatusPage.tsx';
import type {Live} from '../../../src/live/state.ts';

const held = vi.hoisted(() => ({alerts: undefined as unknown}));
vi.mock('../../../src/live/feed/use-feed.ts', () => ({
  useLive: () => undefined,
  useAlerts: () => held.alerts,
  useNow: () => Date.UTC(2026, 10, 21, 18, 12, 7),
}));
beforeEach(() => {
  held.alerts = undefined;
});
afterEach(cleanup);

const observed = {observedAt: '2026-11-21T18:12:03.000Z', ageMs: 4000, validForMs: 20_000, evidence: []};
const ok: Live = {...observed, state: 'ok', value: {}};
const lost: Live = {
  ...observed,
  state: 'unknown',
  reason: 'timeout',
  evidence: [{source: 'alertmanager', check: 'alert:ShopDown/answers', ok: false, detail: 'timeout: no answer'}],
  lastKnown: {state: 'ok', value: {}, observedAt: observed.observedAt},
};
const item: AlertItem = {
  alertname: 'ShopDown',
  severity: 'critical',
  startsAt: '2026-11-21T18:00:00.000Z',
  labels: {alertname: 'ShopDown', service: 'shop'},
  state: 'firing',
  summary: null,
  links: {},
  runbook: '/runbooks/shop-down',
  href: '/r/ShopDown?service=shop',
};
const facts: OnCallPageFacts = {
  teams: [{team: 'sre', title: 'Platform SRE', channel: '#sre'}],
  severities: {critical: 'page'},
  services: {shop: 'Shop'},
  about: {},
  runbooks: [{slug: 'runbooks/shop-down', title: 'Shop down', alert: 'ShopDown'}],
  consoles: {},
};
const text = (): string => document.body.textContent ?? '';

describe('/oncall', () => {
  it('is complete without a script: whom to reach, the runbooks, and what it cannot know', () => {
    const html = renderToStaticMarkup(<OnCallPage facts={facts} />);
    expect(html).toContain('What is firing needs this page’s script');
    expect(html).toContain('Reach: #sre');
    expect(html).toContain('href="/runbooks/shop-down"');
    expect(html).not.toContain('data-state');
  });

  it('says first that it cannot tell, why, and whom to reach', () => {
    held.alerts = {live: lost, items: [item]};
    render(<OnCallPage facts={facts} />);
    const [first] = screen.getAllByRole('heading', {level: 2});
    expect(first?.textContent).toBe('Cannot tell what is firing');
    expect(text()).toContain('Alertmanager: the source does not answer in time');
    expect(text()).toContain('last known: OK');
    expect(within(screen.getAllByRole('list').find((list) => list.tagName === 'OL') as HTMLElement).getByText('Reach: #sre')).toBeDefined();
    // What was seen last stays readable, uncoloured.
    expect(screen.getByRole('link', {name: 'ShopDown'}).closest('li')?.dataset['state']).toBe('unknown');
  });

  it('shows what fires with its filled runbook, and folds what waits, is silenced or held back', () => {
    held.alerts = {
      live: {...observed, state: 'firing', value: {firing: 3}},
      items: [item, {...item, state: 'silenced', labels: {a: '1'}}, {...item, state: 'inhibited', labels: {a: '2'}}],
    };
    render(<OnCallPage facts={facts} />);
    expect(screen.getByRole('heading', {name: 'Firing now: 1'})).toBeDefined();
    expect(screen.getByRole('heading', {name: 'Shop', level: 3})).toBeDefined();
    expect(screen.getAllByRole('link', {name: 'ShopDown'})[0]?.getAttribute('href')).toBe('/r/ShopDown?service=shop');
    expect([...document.querySelectorAll('summary')].map(({textContent}) => textContent)).toEqual([
      'Silenced: 1',
      'Held back by another alert: 1',
    ]);
  });

  it.each<[string, Live, AlertItem['state'][]]>([
    ['Nothing fires yet', {...observed, state: 'degraded', value: {pending: 1}}, ['pending']],
    ['All that fires is silenced or held back', {...observed, state: 'firing', value: {firing: 1}}, ['silenced', 'pending']],
    ['Something fires that this list does not hold', {...observed, state: 'firing', value: {firing: 1}}, ['pending']],
  ])('does not contradict its own headline: %s', (heading, live, itemStates) => {
    held.alerts = {live, items: itemStates.map((state) => ({...item, state, labels: {state}}))};
    render(<OnCallPage facts={facts} />);
    expect(screen.getByRole('heading', {name: heading})).toBeDefined();
    expect(screen.queryByRole('heading', {name: 'Nothing is firing'})).toBeNull();
  });

  it('shows what was seen before and does not count it as firing', () => {
    held.alerts = {live: lost, items: [{...item, lastSeenAt: '2026-11-21T18:11:27.000Z'}]};
    render(<OnCallPage facts={facts} />);
    expect(screen.getByRole('heading', {name: 'Seen before, and nobody can say whether it has ended: 1'})).toBeDefined();
    expect(screen.queryByRole('heading', {name: /^Firing now/})).toBeNull();
    const link = screen.getByRole('link', {name: 'ShopDown'});
    expect([link.getAttribute('href'), link.closest('li')?.dataset['state']]).toEqual(['/r/ShopDown?service=shop', 'unknown']);
  });

  it('says that nothing fires when that is vouched for, with its age', () => {
    held.alerts = {live: ok, items: []};
    render(<OnCallPage facts={facts} />);
    expect(screen.getByRole('heading', {name: 'Nothing is firing'})).toBeDefined();
    expect(text()).toContain('4 s ago');
  });
});

describe('/status', () => {
  const service = {name: 'shop', title: 'Shop', description: 'Sells.', owner: 'SRE', consoles: {}, probes: ['front'], needs: ['Database']};
  const status: StatusPageFacts = {systems: [{title: 'Web', services: [service]}], providers: [], budgets: []};

  it('is complete without a script, and claims no state', () => {
    const html = renderToStaticMarkup(<StatusPage facts={status} />);
    for (const said of ['Web', 'Shop', 'Depends on Database', 'Probe front', 'need this page’s script']) expect(html).toContain(said);
    expect(html).not.toContain('data-state');
    expect(html).not.toContain('data-bar');
  });

  it('draws the days of a probe, says them in words, and lists them on demand', async () => {
    const day = {day: '2026-11-20', ok: 90, failed: 10, missing: 0};
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({items: {'probe:front': [day]}})));
    render(<StatusPage facts={status} />);
    const strip = await screen.findByRole('img', {
      name: 'Probe front, 90 days: 1 with failures, worst 2026-11-20 (10% failed), 89 not fully observed',
    });
    expect(strip.querySelectorAll('path')).toHaveLength(3);
    const details = document.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(screen.getByRole('rowheader', {name: '2026-11-20'}).parentElement?.textContent).toBe('2026-11-2010%0%');
    expect(screen.getByRole('rowheader', {name: '2026-11-19'}).parentElement?.textContent).toBe('2026-11-19not known100%');
    vi.unstubAllGlobals();
  });
});
