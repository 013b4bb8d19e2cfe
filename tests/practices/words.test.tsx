// @vitest-environment happy-dom
import {cleanup, render, screen, within} from '@testing-library/react';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {practiceFacts} from '../../src/practices/facts.ts';
import {Practices} from '../../src/practices/ui/Practices.tsx';
import {registersOf} from '../support/registers.ts';

const held = vi.hoisted(() => ({language: 'en'}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({i18n: {currentLocale: held.language}, siteConfig: {baseUrl: '/'}}),
}));
beforeEach(() => (held.language = 'en'));
afterEach(cleanup);

const registers = registersOf('.');
const facts = (language: 'en' | 'ja'): ReturnType<typeof practiceFacts> =>
  practiceFacts(
    registers.practices.map(({value}) => value),
    {
      language,
      titleOf: (page) => page,
      pagesOf: new Map([['A14', ['guidelines/postmortem', 'mission/vision']]]),
      registers: {...registers, 'daily-check': []},
      evidence: [],
      lapses: [],
    },
  );

describe('the practices', () => {
  it('are 65 rows, each with its page and what fails when it is not kept', () => {
    render(<Practices facts={facts('en')} />);
    expect(screen.getAllByRole('rowheader')).toHaveLength(65);
    const row = within(screen.getByRole('row', {name: /^A14 /}));
    expect(row.getByRole('link', {name: 'guidelines/postmortem'}).getAttribute('href')).toBe('/guidelines/postmortem');
    expect(row.getByRole('link', {name: 'postmortem-actions'}).getAttribute('href')).toBe('/reference/lint/postmortem-actions');
  });

  it('show beside the page of a practice the others that put it to work', () => {
    render(<Practices facts={facts('en')} />);
    const cell = within(screen.getByRole('row', {name: /^A14 /})).getAllByRole('cell')[0];
    expect(cell?.textContent).toBe('guidelines/postmortemAlso on mission/vision');
    expect(screen.getAllByText(/^Also on/)).toHaveLength(1);
  });

  it('show a practice whose register is empty as one that nobody keeps yet', () => {
    render(<Practices facts={facts('en')} />);
    const figure = (id: string): string | null | undefined =>
      within(screen.getByRole('row', {name: new RegExp(`^${id} `)})).getAllByRole('cell')[1]?.textContent;
    expect(figure('A11')).toBe('daily-checknothing recorded yet');
    expect(figure('A13')).toBe('versionsnothing lapsed');
    expect(figure('A1')).toBe('pages');
    cleanup();
    held.language = 'ja';
    render(<Practices facts={facts('ja')} />);
    expect(figure('A11')).toBe('daily-check記録がまだない');
  });

  it('do not pretend that a principle is checked', () => {
    held.language = 'ja';
    render(<Practices facts={facts('ja')} />);
    const row = within(screen.getByRole('row', {name: /^V12 /}));
    expect(row.getByRole('link', {name: '事例と問い'}).getAttribute('href')).toBe('/mission/compass#try-it');
  });
});
