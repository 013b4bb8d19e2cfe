import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {expect, overflow, test} from '../support/browser.ts';

const query = '?namespace=prod&pod=lending-api-5d8f7c9b6-x2x7k&container=app';
const languages = [
  {path: '/r/KubePodCrashLooping', language: 'en', copied: 'Copied', guarded: 'Read the undo first', near: 'Similar names'},
  {
    path: '/ja/r/KubePodCrashLooping',
    language: 'ja',
    copied: 'コピーしました',
    guarded: '元に戻す方法を先に読んでください',
    near: '似た名前',
  },
];

test.use({viewport: {width: 390, height: 844}, permissions: ['clipboard-read', 'clipboard-write']});

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

for (const {path, language, copied, guarded} of languages) {
  test.describe(`the incident lane in ${language}`, () => {
    test('asks for one file, and is readable, filled and copyable with the network cut after it', async ({page, context, complaints}) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await context.route(/_status/, (route) => route.abort('internetdisconnected'));
      await page.goto(path + query);
      await context.setOffline(true);
      expect(asked.filter((name) => !name.startsWith('/_status/'))).toEqual([path]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const section of ['check', 'fix', 'verify', 'escalate']) await expect(page.locator(`#${section}`)).toBeVisible();
      const step = page.locator('[data-step="see-copies"]');
      await expect(step.locator('pre').first()).toContainText("'prod'");
      await step.locator('[data-copy]').first().click();
      await expect(step.locator('[data-copied]').first()).toContainText(copied);
      expect(await clipboard(page)).toBe("kubectl -n 'prod' get pods -o wide");
      expect(complaints.splice(0).filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    });

    test('begins the first check above the fold of a phone, at most 200 words before its copy button', async ({page}) => {
      await page.goto(path + query);
      expect(await overflow(page)).toBe(0);
      const step = page.locator('[data-step][data-kind="check"]').first();
      const box = await step.boundingBox();
      expect(box?.y).toBeLessThan(844 - 48);
      expect(await wordsBefore(page, '[data-kind="check"] [data-copy]', language)).toBeLessThanOrEqual(200);
    });

    test('says in words that a change waits for its undo to be seen, and copies after that, by keyboard alone', async ({page}) => {
      await page.goto(path + query);
      const step = page.locator('[data-step][data-kind="change"]').first();
      const button = step.locator('[data-command]:not([data-undo] *) [data-copy]').first();
      const said = step.locator('[data-command]:not([data-undo] *) [data-copied]').first();
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(said).toContainText(guarded);
      // The reader is taken to the undo; Enter opens it.
      await expect(step.locator('[data-undo] > summary')).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(step.locator('[data-undo]')).toHaveAttribute('open', '');
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(said).toContainText(copied);
      expect(await clipboard(page)).toContain('rollout undo');
    });

    test('is reached under any case of letters and by query', async ({page, handbook}) => {
      const expected = await (await fetch(handbook.url + path)).text();
      const prefix = language === 'en' ? '' : '/ja';
      for (const other of ['/r/kubepodcrashlooping', '/r/KUBEPODCRASHLOOPING/', '/r/?alertname=kubePodCrashLooping&namespace=a'])
        expect(await (await fetch(handbook.url + prefix + other)).text()).toBe(expected);
      await page.goto(`${prefix}/r/?alertname=KubePodCrashLooping&namespace=by-query`);
      await expect(page.locator('[data-step="see-copies"] pre').first()).toContainText("'by-query'");
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`axe finds nothing in the ${colorScheme} one`, async ({page}) => {
        await page.emulateMedia({colorScheme});
        await page.goto(path + query);
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        const {violations} = await new AxeBuilder({page}).analyze();
        expect(violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`))).toEqual([]);
      });
    }

    test('prints on one page', async ({page}) => {
      await page.goto(path);
      expect(pagesOf(await page.pdf({format: 'A4'}))).toBe(1);
    });
  });
}

for (const {language, near} of languages) {
  const prefix = language === 'en' ? '' : '/ja';
  test(`an unknown alert gets near names, first steps, whom to call and an issue, in ${language}`, async ({page, complaints}) => {
    const response = await page.goto(`${prefix}/r/KubePodCrashLoop?namespace=prod`);
    expect(response?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', {name: near})).toBeVisible();
    await expect(page.getByRole('link', {name: /KubePodCrashLooping/}).first()).toHaveAttribute(
      'href',
      `${prefix}/r/KubePodCrashLooping?namespace=prod`,
    );
    await expect(page.locator('[data-triage] a')).toHaveAttribute('href', `${prefix}/runbooks/start-here`);
    await expect(page.locator('[data-answer] a[href*="/issues/new"]')).toHaveCount(1);
    expect(complaints.splice(0).filter((text) => !text.includes('404 (Not Found)'))).toEqual([]);
  });
}

test('a static host’s own 404.html leads to the alert that was meant, with its labels', async ({page, handbook, context}) => {
  const missing = await (await fetch(`${handbook.url}/404.html`)).text();
  await context.route('**/ja/r/kubepodCRASHlooping*', (route) => route.fulfill({status: 200, contentType: 'text/html', body: missing}));
  await page.goto('/ja/r/kubepodCRASHlooping?namespace=prod');
  await expect(page).toHaveURL(/\/ja\/r\/KubePodCrashLooping\?namespace=prod$/);
  await expect(page.locator('[data-step="see-copies"] pre').first()).toContainText("'prod'");
});

/** Words that are in sight before the first element that is found. Japanese is counted by dictionary words. */
function wordsBefore(page: Page, selector: string, language: string): Promise<number> {
  return page.evaluate(
    ([first, locale]) => {
      const end = document.querySelector(first);
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let text = '';
      while (walker.nextNode() !== null) {
        const node = walker.currentNode;
        const parent = node.parentElement;
        if (end !== null && (end.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) === 0) continue;
        if (parent?.checkVisibility() === true && parent.closest('script, style') === null) text += ` ${node.textContent}`;
      }
      return [...new Intl.Segmenter(locale, {granularity: 'word'}).segment(text)].filter(({isWordLike}) => isWordLike).length;
    },
    [selector, language] as const,
  );
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
