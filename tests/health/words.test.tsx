// @vitest-environment happy-dom
import {cleanup, render, screen, within} from '@testing-library/react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Language} from '../../src/catalog/contract.ts';
import {healthFacts, serviceHealthFacts, type HealthFacts} from '../../src/health/facts.ts';
import {HealthCheck} from '../../src/health/ui/HealthCheck.tsx';
import {healthAfter} from '../support/health.ts';

const held = vi.hoisted(() => ({language: 'en', live: new Map<string, unknown>()}));
vi.mock('../../src/live/feed/use-feed.ts', () => ({
  useLive: (id: string) => held.live.get(id),
  useNow: () => Date.UTC(2026, 10, 22, 12),
}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({i18n: {currentLocale: held.language}, siteConfig: {baseUrl: '/'}}),
}));

beforeEach(() => {
  held.language = 'en';
  held.live.clear();
});
afterEach(cleanup);

const all = (language: Language): HealthFacts => healthFacts(healthAfter(), language);
const one = (service: string, language: Language = 'en'): HealthFacts => {
  const facts = new Map(serviceHealthFacts(healthAfter(), language)).get(service);
  if (facts === undefined) throw new Error(`no service ${service}`);
  return facts;
};
const ok = {
  state: 'ok',
  observedAt: '2026-11-22T11:59:56Z',
  ageMs: 4000,
  validForMs: 20_000,
  value: {},
  evidence: [],
};

describe('the health check', () => {
  it('claims no colour before anybody vouches for one, in either language', () => {
    for (const language of ['en', 'ja'] satisfies Language[]) {
      held.language = language;
      const html = renderToStaticMarkup(<HealthCheck facts={all(language)} />);
      expect(html).not.toContain('data-state');
      expect(html).toContain('data-live="slo:lending-api-availability"');
      expect(html).toContain('data-live="service:web-front"');
    }
  });

  it('says one line a finding, what it was last time and what improves it', () => {
    render(<HealthCheck facts={all('en')} />);
    const organisation = within(screen.getByRole('region', {name: 'Findings of the organisation'}));
    expect(organisation.getAllByRole('link')).toHaveLength(9);
    const recovery = organisation.getByRole('link', {name: 'Improve: Recovery drill'});
    expect(recovery.getAttribute('href')).toBe('/guidelines/recovery-drills#how-we-know');
    const line = recovery.closest('li');
    expect(line?.textContent).toMatch(/^Recovery drill Act now.*Photo store: never restored\..*Last time\s+Act now/);
  });

  it('opens each service from a row of shapes that say their names', () => {
    render(<HealthCheck facts={all('en')} />);
    const services = within(screen.getByRole('region', {name: 'Findings of each service'}));
    const summary = services.getByText('Legacy reports').closest('summary');
    if (summary === null) throw new Error('the service does not open');
    const names = within(summary)
      .getAllByRole('img')
      .map((shape) => shape.getAttribute('aria-label'));
    expect(names).toContain('Operators: Watch');
    expect(names).toHaveLength(10);
  });

  it('takes the colour of live state only from the gateway', () => {
    held.live.set('service:lending-api', ok);
    render(<HealthCheck service="lending-api" facts={one('lending-api')} />);
    const coloured = [...document.querySelectorAll('[data-state]')].map((element) => element.getAttribute('data-live'));
    expect(coloured).toEqual(['service:lending-api']);
  });

  it('shows one service alone, in Japanese', () => {
    held.language = 'ja';
    render(<HealthCheck service="legacy-reports" facts={one('legacy-reports', 'ja')} />);
    expect(document.body.textContent).toContain('運用できる役割は1つ（@data-engineer）。');
    expect(document.body.textContent).not.toContain('例示工房');
    expect(document.querySelectorAll('[data-aspect]')).toHaveLength(9);
  });

  it('draws figures over time with their first and last value', () => {
    render(<HealthCheck service="search" facts={one('search')} />);
    // Once in the line, and once where it opens.
    expect(screen.getAllByText(/Lending database: minutes of each restore: 175 min to 88 min/)).toHaveLength(2);
    expect(document.querySelectorAll('polyline').length).toBeGreaterThan(0);
  });
});
