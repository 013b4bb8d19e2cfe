// @vitest-environment happy-dom
import {cleanup, render, screen, within} from '@testing-library/react';
import {afterEach, describe, expect, it} from 'vitest';
import type {RunbookFacts} from '../../src/runbook/facts.ts';
import {RunbookList} from '../../src/runbook/RunbookList.tsx';

afterEach(cleanup);

const runbook: RunbookFacts = {
  slug: 'runbooks/shop-down',
  title: 'Shop down',
  description: 'The shop does not answer.',
  impact: 'Nobody can buy.',
  alerts: [{name: 'ShopDown', severities: ['critical'], urgency: 'page'}],
  urgency: 'page',
  services: [{name: 'shop', title: 'Shop'}],
  owner: {name: 'Platform', channel: '#sre'},
  escalateTo: {name: '@sre-lead', channel: '#sre'},
  escalateAfterMinutes: 15,
  access: [],
  params: [],
  symptoms: [],
  aliases: [],
};

describe('the list of runbooks', () => {
  it('leads to each page by its title and its alert, and says which services it is about', () => {
    render(<RunbookList facts={[runbook, {...runbook, slug: 'runbooks/other', title: 'Other', alerts: [], services: []}]} />);
    const [first, second] = screen.getAllByRole('listitem');
    const link = within(first as HTMLElement).getByRole('link');
    expect(link.getAttribute('href')).toBe('/runbooks/shop-down');
    expect(link.textContent).toContain('Shop down');
    expect(link.textContent).toContain('ShopDown');
    expect(first?.textContent).toContain('Shop');
    expect(second?.textContent).toContain('Any service');
  });
});
