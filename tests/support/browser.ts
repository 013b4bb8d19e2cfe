import {expect, test as base, type Page} from '@playwright/test';
import {startHandbook, type Handbook} from './handbook.ts';

interface Fixtures {
  /** What the page complained about until now: console errors, uncaught errors, violations of the content security policy. */
  readonly complaints: string[];
}

/** Tests in Chromium against a production server of their own. A page that complains fails the test that opened it. */
export const test = base.extend<Fixtures, {handbook: Handbook}>({
  handbook: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern.
    async ({}, use) => {
      const handbook = await startHandbook();
      await use(handbook);
      await handbook.end();
    },
    {scope: 'worker'},
  ],
  baseURL: async ({handbook}, use) => use(handbook.url),
  complaints: [
    async ({context}, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.page()?.url()}: ${message.text()}`);
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      await use(complaints);
      expect(complaints, 'what pages complained about').toEqual([]);
    },
    {auto: true},
  ],
});

/** Pixels by which a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export {expect};
