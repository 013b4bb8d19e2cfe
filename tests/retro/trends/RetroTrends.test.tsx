// @vitest-environment happy-dom
import {cleanup, render, screen} from '@testing-library/react';
import {afterEach, describe, expect, it} from 'vitest';
import {RetroTrends} from '../../../src/retro/trends/RetroTrends.tsx';
import type {Trends} from '../../../src/retro/trends/trend-facts.ts';

afterEach(cleanup);

const times = ['2026-01-02', '2026-01-16', '2026-01-30'].map((date, n) => ({date, page: `retrospectives/records/${date}-kpt`, votes: n}));
const facts: Trends = {
  day: '2026-03-01',
  retrospectives: 3,
  months: [{month: '2026-01', done: 2, dropped: 1, open: 1}],
  open: [
    {
      id: 'try-20260130-1',
      text: '検索を測る',
      lang: 'ja',
      owner: '@sre-lead',
      check: '2026-02-13',
      from: 'retrospectives/records/2026-01-30-kpt',
      days: 30,
      carried: 1,
    },
  ],
  problems: [{text: 'PodCrash again', lang: 'en', about: 'KubePodCrashLooping', times}],
  keeps: [{text: 'The handover named what was open', lang: 'en', times, slug: 'handover-named-open'}],
};

describe('the trends of a page', () => {
  it('say what became of the Tries, in figures and in a picture with words', () => {
    render(<RetroTrends facts={facts} />);
    expect(screen.getByRole('row', {name: /^January 2026 4 2 1 1/}).textContent).toContain('50%');
    expect(screen.getByRole('img', {name: '2 done, 1 dropped, 1 open'})).toBeTruthy();
    expect(screen.getByRole('row', {name: /検索を測る/}).textContent).toBe('検索を測る@sre-lead302026-02-13 overdue1');
  });

  it('lead from what comes back to the records, and from a Keep to its page', () => {
    render(<RetroTrends facts={facts} />);
    expect(screen.getByText('All name KubePodCrashLooping, in 3 retrospectives')).toBeTruthy();
    expect(screen.getAllByRole('link', {name: '2026-01-16'})[0]?.getAttribute('href')).toBe('/retrospectives/records/2026-01-16-kpt');
    expect(screen.getByText('npm run new -- guideline handover-named-open')).toBeTruthy();
  });

  it('say how much is missing in place of a figure', () => {
    render(<RetroTrends facts={{...facts, retrospectives: 2, open: []}} />);
    expect(screen.getAllByText('This needs 3 retrospectives; there are 2.')).toHaveLength(3);
    expect(screen.getByText('No Try is open.')).toBeTruthy();
    expect(screen.queryByText(/PodCrash/)).toBeNull();
  });

  it('say in place of a table that no Try was ever written down', () => {
    render(<RetroTrends facts={{...facts, months: [], open: []}} />);
    expect(screen.getByText('This register is empty.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
