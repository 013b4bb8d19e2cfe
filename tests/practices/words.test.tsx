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

const facts = (language: 'en' | 'ja'): ReturnType<typeof practiceFacts> =>
  practiceFacts(
    registersOf('.').practices.map(({value}) => value),
    {language, titleOf: (page) => page},
  );

describe('the practices', () => {
  it('are 65 rows, each with its page and what fails when it is not kept', () => {
    render(<Practices facts={facts('en')} />);
    expect(screen.getAllByRole('rowheader')).toHaveLength(65);
    const row = within(screen.getByRole('row', {name: /^A14 /}));
    expect(row.getByRole('link', {name: 'guidelines/postmortem'}).getAttribute('href')).toBe('/guidelines/postmortem');
    expect(row.getByRole('link', {name: 'postmortem-actions'}).getAttribute('href')).toBe('/reference/lint/postmortem-actions');
  });

  it('do not pretend that a principle is checked', () => {
    held.language = 'ja';
    render(<Practices facts={facts('ja')} />);
    expect(screen.getByRole('row', {name: /^V12 /}).textContent).toContain('原則。ページに事例と問いがある');
  });
});
