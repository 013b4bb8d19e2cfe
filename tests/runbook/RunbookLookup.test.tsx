// @vitest-environment happy-dom
import {cleanup, fireEvent, render, screen} from '@testing-library/react';
import {afterEach, describe, expect, it} from 'vitest';
import {RunbookLookup} from '../../src/runbook/RunbookLookup.tsx';
import type {Findable} from '../../src/search/findable.ts';

afterEach(cleanup);

const runbook = (alert: string): Findable => ({
  slug: `runbooks/${alert.toLowerCase()}`,
  title: alert,
  alerts: [alert],
  aliases: [],
  symptoms: [],
  services: [],
});
const runbooks = ['DiskFull', 'QueueGrows'].map(runbook);

function type(query: string): void {
  const input = screen.getByRole('searchbox');
  fireEvent.focus(input);
  fireEvent.change(input, {target: {value: query}});
}

function draw(): void {
  render(
    <RunbookLookup runbooks={runbooks}>
      {(hits) => <p data-testid="hits">{hits.map((hit) => hit.runbook.title).join(' ')}</p>}
    </RunbookLookup>,
  );
}
const drawn = (): string | null => screen.getByTestId('hits').textContent;
const status = (): HTMLElement => screen.getByRole('status');

describe('the field that finds a runbook', () => {
  it('shows every runbook before anything is typed, and narrows with each letter', () => {
    draw();
    expect(drawn()).toBe('DiskFull QueueGrows');
    type('queue');
    expect(drawn()).toBe('QueueGrows');
    expect(status().textContent).toBe('');
  });

  it('says that what it offers is spelt nearly so', () => {
    draw();
    type('QueuGrows');
    expect(drawn()).toBe('QueueGrows');
    expect(status().textContent).toContain('spelt nearly so');
  });

  it('leads to the first steps when there is nothing at all, and to where words and rules stand', () => {
    draw();
    type('Foo');
    expect(drawn()).toBe('');
    expect(status().textContent).toContain('No runbook has these words.');
    expect(screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['What to do without a runbook', '/runbooks/start-here'],
      ['Glossary', '/reference/glossary'],
      ['Guidelines', '/guidelines/'],
    ]);
  });

  it('opens the first with Enter, and nothing for an empty field', () => {
    window.history.replaceState(null, '', '/');
    draw();
    fireEvent.submit(screen.getByRole('search'));
    expect(window.location.pathname).toBe('/');
    type('queue');
    fireEvent.submit(screen.getByRole('search'));
    expect(window.location.pathname).toBe('/runbooks/queuegrows');
  });
});
