import {expect, overflow, test} from '../support/browser.ts';
import {oneOfEachKind, routes} from '../support/routes.ts';

const homes = [
  {path: '/', kind: 'home', language: 'en', title: ''},
  {path: '/ja/', kind: 'home', language: 'ja', title: ''},
];
const live = ['/oncall', '/status', '/retrospectives/board', '/ja/oncall', '/ja/status', '/ja/retrospectives/board'].map((path) => ({
  path,
  kind: 'live',
  language: path.startsWith('/ja') ? 'ja' : 'en',
  title: '',
}));
const runbooks = routes().filter(({kind}) => kind === 'runbook');

test('every page answers in its language, and its static HTML claims no state', async ({handbook}) => {
  const all = [...homes, ...live, ...routes()];
  // A few at a time: one after the other, hundreds of pages outlast a test on a busy machine.
  for (let from = 0; from < all.length; from += 16) {
    await Promise.all(
      all.slice(from, from + 16).map(async ({path, language}) => {
        const response = await fetch(handbook.url + path);
        expect(`${path} ${response.status}`).toBe(`${path} 200`);
        const html = await response.text();
        expect(/<html lang="?(\w+)/.exec(html)?.[1], path).toBe(language);
        expect(/<[^>]+\sdata-state\b[^>]*>/.exec(html)?.[0], path).toBeUndefined();
      }),
    );
  }
});

const lost = {
  en: {name: 'Lost?', href: '/mission/compass'},
  ja: {name: '迷ったら', href: '/ja/mission/compass'},
};

for (const {path, kind, language, title} of [...homes, ...live, ...oneOfEachKind()]) {
  test(`a ${kind} page fits a phone, complains about nothing and leads to the compass: ${path}`, async ({page}) => {
    await page.setViewportSize({width: 390, height: 844});
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', {level: 1})).toHaveText(title === '' ? /./ : title);
    // Until the page's own script has run, it cannot complain.
    await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
    expect(await overflow(page)).toBe(0);

    // By keyboard, at the page's foot too, and not on paper.
    await page.setViewportSize({width: 1280, height: 720});
    const {name, href} = lost[language === 'ja' ? 'ja' : 'en'];
    const links = page.getByRole('link', {name, exact: true});
    await expect(links).toHaveCount(2);
    for (const link of await links.all()) {
      await expect(link).toHaveAttribute('href', href);
      await link.focus();
      await expect(link).toBeFocused();
    }
    await page.emulateMedia({media: 'print'});
    for (const link of await links.all()) await expect(link).toBeHidden();
  });
}

for (const path of ['/no/such/page', '/ja/no/such/page']) {
  test(`an address without a page says so in its language: ${path}`, async ({page, complaints}) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', path.startsWith('/ja') ? 'ja' : 'en');
    await expect(page.getByRole('heading', {level: 1})).toBeVisible();
    // Chromium notes the answer itself as an error.
    const own = complaints.splice(0).filter((text) => !text.includes('404 (Not Found)'));
    expect(own).toEqual([]);
  });
}

test.describe('without a script', () => {
  test.use({javaScriptEnabled: false, viewport: {width: 390, height: 844}});

  for (const {path, title} of runbooks) {
    test(`the runbook is readable and complete: ${path}`, async ({page}) => {
      await page.goto(path);
      await expect(page.getByRole('heading', {level: 1})).toHaveText(title);
      for (const id of ['meaning', 'impact', 'check', 'fix', 'verify', 'escalate']) await expect(page.locator(`h2#${id}`)).toBeVisible();
      const fences = page.locator('article pre');
      expect(await fences.count()).toBeGreaterThan(0);
      // An undo opens by itself, and a word of HTML does that without a script.
      for (const undo of await page.locator('[data-undo] > summary').all()) await undo.click();
      for (const fence of await fences.all()) await expect(fence).toBeVisible();
      expect((await page.locator('[data-live]').allInnerTexts()).filter((text) => text.trim() === '')).toEqual([]);
      expect(await page.locator('[data-live]').count()).toBeGreaterThan(0);
    });
  }
});

test('the script of the board comes with its own pages only', async ({page}) => {
  let scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  const board = /\/board[.-][^/]*\.js$/;
  for (const path of ['/', '/retrospectives/kpt', '/retrospectives/', '/runbooks/pod-crash-looping']) {
    scripts = [];
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
    // What a page asks for once it has started.
    await page.waitForTimeout(500);
    expect(
      scripts.filter((script) => board.test(script)),
      path,
    ).toEqual([]);
  }
  await page.goto('/retrospectives/board');
  await expect(page.getByRole('button', {name: 'Begin', exact: true})).toBeVisible();
  expect(scripts.filter((script) => board.test(script))).toHaveLength(1);
});
