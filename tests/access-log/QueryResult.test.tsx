// @vitest-environment happy-dom
import {cleanup, render, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {readExamples, readResult} from '../../src/access-log/examples.server.ts';
import {queryResultFacts, type QueryResultFacts} from '../../src/access-log/facts.ts';
import {QueryResult} from '../../src/access-log/ui/QueryResult.tsx';
import type {Language} from '../../src/catalog/contract.ts';

const held = vi.hoisted(() => ({language: 'en'}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({default: () => ({i18n: {currentLocale: held.language}})}));
beforeEach(() => {
  held.language = 'en';
});
afterEach(cleanup);

const examples = readExamples('.');
function factsOf(id: string, language: Language): QueryResultFacts {
  const example = examples.find(({query}) => query.id === id);
  if (example === undefined) throw new Error('not reached');
  return queryResultFacts({...example, result: readResult('.', id)}, language);
}

describe('QueryResult', () => {
  it('shows the answer as a table, with its units, and where it comes from', () => {
    render(<QueryResult id="before-after-release" facts={factsOf('before-after-release', 'en')} />);
    const [, first] = within(screen.getByRole('table')).getAllByRole('row');
    expect(first?.textContent).toBe('/reservations2523537 ms1,236 ms05');
    expect(screen.getByText('From a made-up log: 480 lines read, 5 that cannot be read.')).toBeDefined();
  });

  it('draws a bar for each figure, the longest over the whole width', () => {
    const {container} = render(<QueryResult id="before-after-release" facts={factsOf('before-after-release', 'en')} />);
    const widths = [...container.querySelectorAll('[aria-hidden] rect')].map((rect) => Number(rect.getAttribute('width')));
    expect(widths).toHaveLength(8);
    expect(Math.max(...widths)).toBe(100);
    expect(widths[0]).toBeCloseTo((537 / 1236) * 100, 3);
  });

  it('shows both dialects of the query as they stand in the files', () => {
    const facts = factsOf('latency-percentiles', 'en');
    const {container} = render(<QueryResult id="latency-percentiles" facts={facts} />);
    expect([...container.querySelectorAll('pre')].map(({textContent}) => textContent)).toEqual([
      facts.sql.trimEnd(),
      facts.bigquery.trimEnd(),
    ]);
    expect(facts.bigquery).toContain('APPROX_QUANTILES');
  });

  it('speaks Japanese', () => {
    held.language = 'ja';
    render(<QueryResult id="crawler-share" facts={factsOf('crawler-share', 'ja')} />);
    expect(screen.getByText('クローラーの割合')).toBeDefined();
    expect(screen.getByText('架空のログの集計。読めた行は480、読めなかった行は5。')).toBeDefined();
  });

  it('shows texts of a log as text, and an answer without rows as an empty table', () => {
    const facts = factsOf('error-rate-by-route', 'en');
    const hostile = {...facts, rows: [['<script>alert(1)</script>\u001B[2J', 1, 1, 100]]};
    const {container, rerender} = render(<QueryResult id="error-rate-by-route" facts={hostile} />);
    expect(container.querySelector('script')).toBeNull();
    expect(screen.getAllByText(/<script>alert\(1\)<\/script>/)).toHaveLength(2);
    rerender(<QueryResult id="error-rate-by-route" facts={{...facts, rows: []}} />);
    expect(screen.getAllByRole('row')).toHaveLength(1);
  });

  it('asks for a title of every column', () => {
    const [example] = examples;
    if (example === undefined) throw new Error('not reached');
    const result = {...readResult('.', example.query.id), columns: ['route', 'requests', 'errors', 'percent']};
    expect(() => queryResultFacts({...example, result}, 'en')).toThrow('found no title, expected one for the column percent');
  });
});
