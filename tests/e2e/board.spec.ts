import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {AxeBuilder} from '@axe-core/playwright';
import type {Browser, Locator, Page} from '@playwright/test';
import {readRegisters} from '../../src/registers/read-registers.server.ts';
import {readBoardFacts} from '../../src/retro/facts/read-board-facts.server.ts';
import {importRecord} from '../../src/retro/record/import.server.ts';
import {messages as say} from '../../src/retro/ui/messages.ja.ts';
import {expect, overflow, test} from '../support/browser.ts';
import {serveFiles} from '../support/static-site.ts';

/** Whole retrospectives in Japanese, by the keyboard alone. */

test.describe.configure({mode: 'parallel'});

test('four people in four browsers hold one from the background to the record', async ({browser, handbook}) => {
  const lead = await open(browser, `${handbook.url}/ja/retrospectives/board`);
  await push(lead, lead.getByRole('button', {name: say.door.go, exact: true}));
  await expect(lead.getByText('1枚のカードに書く事実は1つ')).toBeVisible();
  await push(lead, lead.locator('summary', {hasText: say.lead.role}));
  await push(lead, lead.getByRole('button', {name: say.lead.share, exact: true}));
  await expect(lead.getByText(say.saved.server)).toBeVisible();
  expect(await lead.getByText('#key=').innerText()).toMatch(/#key=[\w-]{16,}$/);
  await push(lead, lead.getByRole('button', {name: say.lead.keyKept}));
  await expect(lead.getByText('#key=')).toHaveCount(0);

  const others = [await open(browser, lead.url()), await open(browser, lead.url()), await open(browser, lead.url())];
  const all = [lead, ...others];
  for (const page of all) await expect(page.getByText(say.people(4))).toBeVisible();
  await expect(others[0]?.getByRole('button', {name: /^次へ/}) as Locator).toHaveCount(0);

  await next(lead, '前回のTry');
  await push(lead, lead.getByRole('button', {name: say.outcomes.done, exact: true}).first());
  await next(lead, '黙って書く');
  for (const [n, page] of all.entries()) {
    await write(page, 'Keep', `続けたいこと${n}`);
    await write(page, 'Problem', `困ったこと${n}`);
    await push(page, page.getByRole('button', {name: say.haveDone}));
  }
  await expect(lead.getByText(say.doneOf(4, 4))).toBeVisible();
  for (const [n, page] of all.entries()) expect(await page.getByText(/(続けたい|困った)こと/).count(), `texts at person ${n}`).toBe(2);

  await next(lead, '読み上げとグループ分け');
  for (const page of all) await expect(page.getByRole('article').filter({hasText: /こと\d/})).toHaveCount(8);
  const [, second] = all as [Page, Page];
  await walkTo(second, '困ったこと1');
  await second.keyboard.press('g');
  await second.keyboard.press('Tab');
  await second.keyboard.press('Enter');
  await expect(lead.locator('article article')).toHaveCount(1);

  await next(lead, '投票');
  for (const page of all) {
    await walkTo(page, '困ったこと2');
    await page.keyboard.press('v');
    await expect(page.getByText(say.votesLeft(1, 2))).toBeVisible();
    await page.keyboard.press('v');
    // A third one is not to be had.
    await page.keyboard.press('v');
    await expect(page.getByText(say.noVotesLeft)).toBeAttached();
  }
  expect(await lead.getByText(say.votes(8), {exact: true}).count()).toBe(0);
  await next(lead, '議論');
  for (const page of all) await expect(page.getByText(say.votes(8), {exact: true})).toBeVisible();
  await write(second, 'Try', 'バッチの待ち時間を測る');

  await next(lead, 'Tryの選択');
  await commit(lead);
  await expect(second.getByText(say.chosen(1))).toBeVisible();
  await next(lead, 'ふりかえりのふりかえり');
  await type(second, second.getByRole('textbox', {name: say.oneSentence}), '時間どおりに始める。');
  await expect(lead.getByText('時間どおりに始める。')).toBeVisible();
  await push(lead, lead.getByRole('button', {name: say.lead.close}));
  await push(lead, lead.getByRole('button', {name: say.lead.closeYes, exact: true}));
  for (const page of all) await expect(page.getByText(say.readOnly)).toBeVisible();
  const record = await expectRecord(lead, ['困ったこと2', 'バッチの待ち時間を測る', '@sre-primary', '時間どおりに始める。']);
  const imported = await importOf(record);
  expect(imported.map(({text}) => text)).toContain('バッチの待ち時間を測る');
  expect(await openedWith(lead, `${handbook.url}/ja/retrospectives/board`)).toEqual(imported.map(({text}) => text));
  for (const page of all) await page.context().close();
});

test('one person holds one in a browser, with no server behind the files', async ({browser}) => {
  const site = await serveFiles('build');
  const page = await open(browser, `${site.url}/ja/retrospectives/board`);
  await push(page, page.getByRole('button', {name: say.door.go, exact: true}));
  await next(page, '前回のTry');
  await next(page, '黙って書く');
  await write(page, 'Problem', '困ったこと1');
  await expect(page.getByText(say.saved.device)).toBeVisible();
  await page.reload();
  await expect(page.getByText('困ったこと1')).toBeVisible();
  site.end();
  // From here on not even files come.
  await next(page, '読み上げとグループ分け');
  await next(page, '投票');
  await next(page, '議論');
  await write(page, 'Try', 'バッチの待ち時間を測る');
  await next(page, 'Tryの選択');
  await commit(page);
  await next(page, 'ふりかえりのふりかえり');
  await push(page, page.getByRole('button', {name: say.lead.close}));
  await push(page, page.getByRole('button', {name: say.lead.closeYes, exact: true}));
  await expectRecord(page, ['困ったこと1', 'バッチの待ち時間を測る', '@sre-primary']);
  const again = await serveFiles('build', site.port);
  expect(await openedWith(page, `${again.url}/ja/retrospectives/board`)).toContain('バッチの待ち時間を測る');
  again.end();
  await page.context().close();
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing on a board in any of its boxes, and it fits a phone: ${scheme}`, async ({page}) => {
    await page.emulateMedia({colorScheme: scheme, reducedMotion: 'reduce'});
    await page.setViewportSize({width: 390, height: 844});
    await page.goto('/ja/retrospectives/board');
    await expectClean(page);
    await page.getByRole('button', {name: say.door.go, exact: true}).click();
    for (const box of ['前回のTry', '黙って書く', '読み上げとグループ分け', '投票', '議論', 'Tryの選択', 'ふりかえりのふりかえり']) {
      await expectClean(page);
      await page.getByRole('button', {name: say.lead.next(box)}).click();
      if (box === '黙って書く' || box === '議論') {
        const field = page.locator('textarea[data-add]:visible').first();
        await field.fill('手順が古い /runbooks/pod-crash-looping');
        await field.press('Enter');
      }
    }
    await expectClean(page);
    await page.getByRole('button', {name: say.lead.close}).click();
    await page.getByRole('button', {name: say.lead.closeYes, exact: true}).click();
    await expect(page.getByText(say.readOnly)).toBeVisible();
    await expectClean(page);
  });

async function open(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, locale: 'ja-JP', acceptDownloads: true});
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Presses Tab until it is there, as somebody without a pointer does. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted.first()).toBeVisible();
  for (let n = 0; n < 150; n++) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No number of Tabs leads to ${wanted.toString()}`);
}

async function push(page: Page, button: Locator): Promise<void> {
  await reach(page, button);
  await page.keyboard.press('Enter');
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

async function write(page: Page, column: string, text: string): Promise<void> {
  await type(page, page.getByRole('textbox', {name: say.newCard(column), exact: true}), text);
  await expect(page.getByRole('article').getByText(text, {exact: true})).toBeVisible();
}

/** By Tab to the first card of its column, and down from there. */
async function walkTo(page: Page, text: string): Promise<void> {
  const column = page.getByRole('region', {name: /^Problem/});
  await reach(page, column.locator('[data-card][tabindex="0"]'));
  const card = column.locator('[data-card]').filter({hasText: text}).last();
  await page.keyboard.press('Home');
  for (let n = 0; n < 10; n++) {
    if (await card.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No number of arrows leads to ${text}`);
}

async function next(page: Page, box: string): Promise<void> {
  await push(page, page.getByRole('button', {name: say.lead.next(box), exact: true}));
  await expect(page.getByRole('heading', {level: 2, name: box})).toBeVisible();
}

async function commit(page: Page): Promise<void> {
  await push(page, page.getByRole('button', {name: say.choose}));
  await expect(page.getByText(say.missing.owner)).toBeVisible();
  await type(page, page.getByLabel(say.ownerRole), '@sre-primary');
  await type(page, page.getByLabel(say.firstStep), '月曜のログを読む');
  await reach(page, page.getByLabel(say.checkDate));
  await page.keyboard.type('12312099');
  await expect(page.getByText(say.complete)).toBeVisible();
}

/** What is open once a record has been imported in a copy of this handbook. */
async function importOf(record: string): Promise<readonly {readonly text: string}[]> {
  const root = mkdtempSync(join(tmpdir(), 'handbook-import-'));
  for (const part of ['data', 'docs', '.prettierrc.json']) cpSync(part, join(root, part), {recursive: true});
  await importRecord(root, ['import', '-'], {readInput: () => Promise.resolve(record)});
  const pages = new Set(readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'}).map((file) => file.replace(/\.mdx?$/, '')));
  const {openTries} = readBoardFacts(readRegisters(root, {pages}), {folder: join(root, 'docs')});
  rmSync(root, {recursive: true});
  return openTries;
}

/** The last Tries of a new board. */
async function openedWith(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  await push(page, page.getByRole('button', {name: say.door.go, exact: true}));
  await next(page, '前回のTry');
  const tries = page.getByRole('region', {name: say.lastTries}).getByRole('article');
  await expect(tries.first()).toBeVisible();
  return tries.evaluateAll((articles) => articles.map((article) => article.ariaLabel ?? ''));
}

/** The record's text. */
async function expectRecord(page: Page, words: readonly string[]): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    push(page, page.getByRole('button', {name: say.download, exact: true})),
  ]);
  expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-kpt\.md$/);
  const record = readFileSync(await download.path(), 'utf8');
  expect(record).toMatch(/^---\ntitle: /);
  expect(record).toContain('lang: ja');
  for (const word of words) expect(record).toContain(word);
  return record;
}

async function expectClean(page: Page): Promise<void> {
  const {violations} = await new AxeBuilder({page}).analyze();
  expect(
    violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}: ${failureSummary}`)),
  ).toEqual([]);
  expect(await overflow(page)).toBe(0);
}
