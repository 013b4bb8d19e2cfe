import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {gzipSync} from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import {expect, test} from '@playwright/test';
import {pagesOf} from '../support/pdf.ts';

/** The offline file as somebody opens it from a disk, with no network at all. */
const files = [
  {language: 'en', search: 'crashloop back', copied: 'Copied', old: 'days old'},
  {language: 'ja', search: 'ＣｒａｓｈＬｏｏｐ', copied: 'コピーしました', old: '日前のもの'},
];

test.use({viewport: {width: 390, height: 844}, offline: true});

for (const {language, search, copied, old} of files) {
  const file = pathToFileURL(resolve(`build/runbooks.${language}.html`)).href;

  test(`finds, opens, fills and copies from file:// in ${language}`, async ({page}) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(file);
    await expect(page.locator('[data-built]')).toContainText(/[0-9a-f]{7}|unknown|不明/);
    await page.locator('#find').fill(search);
    await expect(page.locator('[data-hits] a').first()).toContainText('KubePodCrashLooping');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-step="see-copies"]')).toBeVisible();
    await page.locator('[data-values] > summary').click();
    await page.locator('input[name="NAMESPACE"]').fill('prod');
    const step = page.locator('[data-step="see-copies"]');
    await expect(step.locator('pre').first()).toContainText("'prod'");
    await step.locator('[data-copy]').first().click();
    await expect(step.locator('[data-copied]').first()).toContainText(copied);
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  });

  test(`opens a runbook by its address with the alert's labels, and stays in it when an anchor is followed, in ${language}`, async ({
    page,
  }) => {
    await page.goto(`${file}#/r/kubepodcrashlooping?namespace=a-b`);
    await expect(page.locator('[data-step="see-copies"] pre').first()).toContainText("'a-b'");
    await page.locator('[data-otherwise] a[href^="#"]').first().click();
    await expect(page.locator('[data-lane]')).toHaveCount(1);
    expect(new URL(page.url()).hash).toBe('#/r/kubepodcrashlooping?namespace=a-b');
    await page.goto(`${file}#BlackboxProbeFailed`);
    await expect(page.locator('[data-lane][data-page="runbooks/site-probe-failed"]')).toBeVisible();
  });

  test(`says loudly when it is old, in ${language}`, async ({page}) => {
    await page.clock.setFixedTime(Date.now() + 40 * 86_400_000);
    await page.goto(file);
    await expect(page.getByRole('alert')).toContainText(old);
  });

  test(`prints one page a card, in ${language}`, async ({page}) => {
    await page.goto(`${file}#KubePodCrashLooping`);
    expect(pagesOf(await page.pdf({format: 'A4'}))).toBe(1);
    await page.goto(`${file}#runbooks/start-here`);
    expect(pagesOf(await page.pdf({format: 'A4'}))).toBe(1);
    await page.goto(`${file}#`);
    const paging = await page.evaluate(
      () =>
        (JSON.parse(document.querySelector('[data-entries]')?.textContent ?? '[]') as {urgency?: string}[]).filter(
          ({urgency}) => urgency === 'page',
        ).length,
    );
    expect(paging).toBeGreaterThan(0);
    // The emergency card comes first.
    expect(pagesOf(await page.pdf({format: 'A4'}))).toBe(paging + 1);
  });

  test(`axe finds nothing, in ${language}`, async ({page}) => {
    for (const address of [file, `${file}#KubePodCrashLooping`]) {
      await page.goto(address);
      const {violations} = await new AxeBuilder({page}).analyze();
      expect(violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.join(' ')}`))).toEqual([]);
    }
  });

  test(`weighs at most 15 KB a runbook, in ${language}`, () => {
    const html = readFileSync(`build/runbooks.${language}.html`);
    const count = html.toString().match(/<template data-slug/g)?.length ?? 0;
    // The script and the style are there once; 100 runbooks may weigh 1.5 MB.
    expect(gzipSync(html).length / count).toBeLessThan(15 * 1024);
  });
}
