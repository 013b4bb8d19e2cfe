// @vitest-environment happy-dom
import {cleanup, render} from '@testing-library/react';
import {afterEach, expect, it, vi} from 'vitest';
import type {Language} from '../../src/catalog/contract.ts';
import {WrittenIn} from '../../src/page/WrittenIn.tsx';

const held = vi.hoisted(() => ({language: 'en'}));
vi.mock('@docusaurus/useDocusaurusContext', () => ({
  default: () => ({i18n: {currentLocale: held.language}, siteConfig: {baseUrl: '/'}}),
}));
afterEach(cleanup);

it.each([
  ['en', 'ja', ' (in Japanese)'],
  ['ja', 'en', '（英語）'],
  ['ja', 'ja', ''],
  ['en', undefined, ''],
] as const)(
  'says on a page in %s that a text in %s is written so: "%s"',
  (page: Language, language: Language | undefined, said: string) => {
    held.language = page;
    const {container} = render(<WrittenIn language={language} />);
    expect(container.textContent).toBe(said);
  },
);
