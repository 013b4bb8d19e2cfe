import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import {expect, test, type Page} from '@playwright/test';
import {rolldown} from 'rolldown';

/** The timeline in a real browser with its real storage, on a page of its own. */

const sources = {
  script: `import {openTimeline} from './src/runbook/timeline/panel.ts';
    const root = document.querySelector('[data-lane]');
    const ticked = (steps) => (root.dataset.ticked = [...steps].join(' '));
    globalThis.timeline = openTimeline(root, {page: root.dataset.page, alerts: ['KubePodCrashLooping'], language: 'en', ticked});`,
  page: (slug: string, css: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title>
    <meta name="viewport" content="width=device-width"><style>:root{--brand:#2d6bae}body{background:var(--paper);color:var(--ink)}${css}</style>
    <main data-lane data-page="${slug}"><h1>t</h1><section data-glance data-steps-hash="${'5'.repeat(64)}"></section><section data-timeline></section></main>
    <script src="/timeline.js"></script></html>`,
};

let server: Server;
let origin: string;

test.beforeAll(async () => {
  const name = 'start-of-the-page';
  const bundle = await rolldown({
    input: name,
    plugins: [
      {
        name,
        resolveId: (id) => (id === name ? id : id.startsWith('./src/') ? join(process.cwd(), id) : null),
        load: (id) => (id === name ? sources.script : null),
      },
    ],
  });
  const {output} = await bundle.generate({format: 'iife', minify: true});
  const css = ['src/css/tokens.css', 'src/runbook/timeline/timeline.css'].map((file) => readFileSync(file, 'utf8')).join('');
  server = createServer(({url = ''}, response) => {
    const isScript = url === '/timeline.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? output[0].code : sources.page(url.slice(1), css));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => void server.close());

const slug = '/runbooks/pod-crash-looping';
const step = {id: 'see-copies', title: 'See how many copies are left'};
const summary = (page: Page) => page.locator('.timeline-panel > summary');

async function record(page: Page, what: object): Promise<void> {
  await page.evaluate((happening) => (globalThis as unknown as {timeline: {record(what: object): void}}).timeline.record(happening), what);
}

test('shows in every tab what one of them writes, and loses nothing when all write at once', async ({context}) => {
  const tabs = await Promise.all(
    [slug, slug, '/procedures/roll-back'].map(async (path) => {
      const page = await context.newPage();
      await page.goto(origin + path);
      return page;
    }),
  );
  await Promise.all(tabs.flatMap((page, tab) => [0, 1, 2, 3].map((n) => record(page, {kind: 'noted', text: `${tab} ${n}`}))));
  // Twelve notes, and two pages that were opened.
  for (const page of tabs) await expect(summary(page)).toHaveText('Timeline · 14 entries');
  await record(tabs[0] as Page, {kind: 'ticked', step});
  await expect((tabs[1] as Page).locator('[data-lane]')).toHaveAttribute('data-ticked', step.id);
  await expect((tabs[2] as Page).locator('[data-lane]')).toHaveAttribute('data-ticked', '');
});

test('goes by copy and paste to another device', async ({browser}) => {
  const [phone, laptop] = await Promise.all(
    [0, 1].map(async () => (await browser.newContext({permissions: ['clipboard-read', 'clipboard-write']})).newPage()),
  );
  if (phone === undefined || laptop === undefined) throw new Error('no page');
  for (const page of [phone, laptop]) await page.goto(origin + slug);
  await record(phone, {kind: 'copied', text: 'echo "`a`" </b>', step});
  await record(phone, {kind: 'ticked', step});
  await summary(phone).click();
  await phone.getByRole('button', {name: 'Copy for the postmortem'}).click();
  await expect(phone.locator('.timeline > .timeline-said')).toHaveText('Copied.');
  const text = await phone.evaluate(() => navigator.clipboard.readText());
  await record(laptop, {kind: 'noted', text: 'here'});
  await summary(laptop).click();
  await laptop.getByText('Import from another device').click();
  for (const said of ['Imported: 3 new, 0 already here.', 'Imported: 0 new, 3 already here.']) {
    await laptop.getByLabel(/^Paste/).fill(`mail:\n${text}`);
    await laptop.getByRole('button', {name: 'Import', exact: true}).click();
    await expect(laptop.getByText(said)).toBeVisible();
  }
  await expect(summary(laptop)).toHaveText('Timeline · 5 entries');
  await expect(laptop.locator('[data-lane]')).toHaveAttribute('data-ticked', step.id);
  await phone.context().close();
  await laptop.context().close();
});

test('says loudly that nothing is kept where the browser has no storage, and works all the same', async ({page}) => {
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, 'indexedDB', {value: {open: () => ({addEventListener: () => undefined})}}),
  );
  await page.goto(origin + slug);
  await record(page, {kind: 'noted', text: 'a'});
  await expect(page.getByRole('alert')).toContainText('Not saved');
  await expect(summary(page)).toHaveText('Timeline · 2 entries');
});

for (const scheme of ['light', 'dark'] as const)
  test(`is one line on a phone, is worked by keyboard and thumb, and axe finds nothing (${scheme})`, async ({browser}) => {
    const context = await browser.newContext({viewport: {width: 390, height: 844}, hasTouch: true});
    const page = await context.newPage();
    await page.goto(origin + slug);
    await page.evaluate((theme) => (document.documentElement.dataset['theme'] = theme), scheme);
    await record(page, {kind: 'copied', text: `kubectl ${'very-long-word'.repeat(9)}`, step});
    await expect(summary(page)).toHaveText('Timeline · 2 entries');
    expect((await page.locator('.timeline-panel').boundingBox())?.height).toBeLessThan(64);
    await summary(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('next');
    await page.keyboard.press('Enter');
    await expect(page.locator('.timeline-noted')).toHaveText('line\nnext');
    for (const details of await page.locator('.timeline-panel details:not([hidden]) > summary').all()) await details.click();
    for (const target of await page.locator('.timeline :is(button, input, select, textarea, summary):visible').all())
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect((await new AxeBuilder({page}).analyze()).violations).toEqual([]);
    if (process.env['SHOTS'] !== undefined)
      await page.screenshot({path: join(process.env['SHOTS'], `timeline-${scheme}.png`), fullPage: true});
    await context.close();
  });
