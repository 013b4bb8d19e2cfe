// @vitest-environment happy-dom
import {cleanup, render, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Language} from '../../src/catalog/contract.ts';
import {chainFacts, type ChainFacts} from '../../src/measures/facts.ts';
import {GrowthChain} from '../../src/measures/GrowthChain.tsx';
import {MeasureTable} from '../../src/measures/MeasureTable.tsx';
import type {Measure} from '../../src/measures/chain.ts';

const held = vi.hoisted(() => ({language: 'en'}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({i18n: {currentLocale: held.language}, siteConfig: {baseUrl: '/'}}),
}));
beforeEach(() => (held.language = 'en'));
afterEach(cleanup);

const source = {en: '1 of 2 asked.', ja: '2件のうち1件。'};
const measures: readonly Measure[] = [
  {
    id: 'lead-time',
    title: {en: 'Commit to production', ja: 'コミットから本番まで'},
    link: 'development',
    unit: {en: 'h', ja: '時間'},
    better: 'down',
    target: 24,
    owner: 'sre',
    computed: 'lead-time',
    values: [],
  },
  {
    id: 'self-service',
    title: {en: 'Requests that teams serve themselves', ja: '自分で済ませた依頼'},
    link: 'company',
    unit: {en: '%', ja: '%'},
    better: 'up',
    target: 60,
    owner: 'sre',
    values: [
      {at: '2026-07-01', value: 41.25, source},
      {at: '2026-10-01', value: 52, source},
    ],
  },
];
const facts = (language: Language): ChainFacts => chainFacts({measures, releases: [], today: '2026-11-22'}, language);

describe('the chain on a page', () => {
  it('shows each link with its figure, its day and how it compares, in words', () => {
    render(<GrowthChain facts={facts('en')} />);
    const links = within(screen.getByRole('list', {name: /growth chain/})).getAllByRole('listitem');
    expect(links.map((link) => link.textContent.slice(0, 11))).toEqual(['Development', 'ProductMemb', 'BusinessMor', 'CompanyNew ']);
    expect(links[3]?.textContent).toContain('52%');
    expect(links[3]?.textContent).toContain('as of 1 Oct 2026');
    expect(links[3]?.textContent).toContain('Better (before: 41.3%)');
    expect(links[3]?.textContent).toContain('Target: at least 60%');
  });

  it('says where there is no figure, and where there is no measure', () => {
    render(<GrowthChain facts={facts('en')} />);
    const [development, product] = screen.getAllByRole('listitem');
    expect(development?.textContent).toContain('No figure yet');
    expect(product?.textContent).toContain('No measure yet: this link is a belief');
  });

  it('speaks Japanese', () => {
    held.language = 'ja';
    render(<GrowthChain facts={facts('ja')} />);
    const [development, product, , company] = screen.getAllByRole('listitem');
    expect(development?.textContent).toContain('まだ数値がありません');
    expect(product?.textContent).toContain('このつながりは仮説です');
    expect(company?.textContent).toContain('52%');
    expect(company?.textContent).toContain('良くなった。前は41.3%');
    expect(company?.textContent).toContain('目標：60%以上');
  });
});

describe('the table of measures', () => {
  it.each([
    ['en', 'This register is empty.'],
    ['ja', 'この一覧は空です。'],
  ] as const)('says in place of a table that there is no measure: %s', (language, said) => {
    held.language = language;
    const {container} = render(<MeasureTable facts={chainFacts({measures: [], releases: [], today: '2026-11-22'}, language)} />);
    expect(container.textContent).toBe(said);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('has a row for each measure with its target, whether it is reached, and what it rests on', () => {
    render(<MeasureTable facts={facts('en')} />);
    const [, lead, self] = screen.getAllByRole('row');
    expect(within(lead as HTMLElement).getByRole('rowheader').textContent).toBe('Commit to production');
    expect(lead?.textContent).toContain('No figure yet');
    expect(lead?.textContent).toContain('0 releases in 90 days');
    expect(self?.textContent).toContain('at least 60%not reached');
    expect(self?.textContent).toContain('1 of 2 asked.');
  });

  it.each([
    ['en', 'all (100% of services)'],
    ['ja', 'すべて（100%）'],
  ] as const)('says in %s that a share has to be all of it', (language, said) => {
    held.language = language;
    const whole = measures.map((measure) => ({...measure, unit: {en: '% of services', ja: '%'}, better: 'up', target: 100}) as const);
    render(<MeasureTable facts={chainFacts({measures: whole, releases: [], today: '2026-11-22'}, language)} />);
    expect(screen.getAllByRole('row').map((row) => row.textContent.includes(said))).toEqual([false, true, true]);
  });
});
