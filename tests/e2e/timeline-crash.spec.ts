import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium, type Browser, type Page} from '@playwright/test';
import {expect, test} from '../support/browser.ts';
import {until} from '../support/processes.ts';

/** The timeline of a real incident lane, in a browser that dies without a goodbye. */

const rounds = Number(process.env['TIMELINE_KILLS'] ?? 4);
const lane = '/r/KubePodCrashLooping?namespace=prod&pod=web-1&container=app';

test(`has all that the lane says is written, after the browser is killed in the instant in which it says so, ${rounds} times`, async ({
  handbook,
  launchOptions: {executablePath = '', args = []},
}) => {
  test.setTimeout(120_000 + rounds * 120_000);
  const profile = mkdtempSync(join(tmpdir(), 'handbook-killed-'));
  /** Every entry that was acknowledged, as the timeline shows it, and the steps that are ticked by then. */
  const acknowledged: string[] = [];
  const ticked = new Set<string>();
  try {
    for (let round = 0; round < rounds; round++) {
      const {browser, kill} = await launch(executablePath, [...args, `--user-data-dir=${profile}`]);
      try {
        const page = await openLane(browser, handbook.url + lane);
        await expectAll(page, {acknowledged, ticked});
        acknowledged.push(await (round % 2 === 0 ? tick(page, {round, ticked}) : copy(page, round)));
      } finally {
        await kill();
      }
    }
    const {browser, kill} = await launch(executablePath, [...args, `--user-data-dir=${profile}`]);
    try {
      await expectAll(await openLane(browser, handbook.url + lane), {acknowledged, ticked});
    } finally {
      await kill();
    }
  } finally {
    rmSync(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
  }
});

async function openLane(browser: Browser, url: string): Promise<Page> {
  const [context] = browser.contexts();
  const page = context?.pages()[0];
  if (context === undefined || page === undefined) throw new Error('no page');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.setViewportSize({width: 390, height: 844});
  await page.goto(url);
  return page;
}

async function expectAll(
  page: Page,
  {acknowledged, ticked}: {readonly acknowledged: readonly string[]; readonly ticked: ReadonlySet<string>},
): Promise<void> {
  const summary = page.locator('.timeline-panel > summary');
  await expect(summary).toHaveText(acknowledged.length === 0 ? /\b0 / : /\b[1-9]/);
  await summary.click();
  const shown = async (): Promise<string[]> => {
    const entries = await page.locator('.timeline-entry > :is(.timeline-ticked, .timeline-unticked, .timeline-copied)').allTextContents();
    return entries.toReversed();
  };
  await expect.poll(shown).toEqual(acknowledged);
  const boxes = await page.locator('[data-step]:has([data-tick] input:checked)').all();
  expect(new Set(await Promise.all(boxes.map((step) => step.getAttribute('data-step'))))).toEqual(ticked);
}

/** Ticks the box of the next check, or takes the tick back once all of them have one. */
async function tick(page: Page, {round, ticked}: {readonly round: number; readonly ticked: Set<string>}): Promise<string> {
  const steps = page.locator('[data-step][data-kind="check"]');
  const step = steps.nth((round / 2) % (await steps.count()));
  const id = (await step.getAttribute('data-step')) ?? '';
  await step.locator('[data-tick] input').click();
  if (!ticked.delete(id)) ticked.add(id);
  return written(page);
}

/** Copies one of the commands whose values came with the address. */
async function copy(page: Page, round: number): Promise<string> {
  const commands = page.locator('[data-step][data-kind="check"] [data-command]:has([data-filled])');
  await commands
    .nth(((round - 1) / 2) % 2)
    .locator('[data-copy]')
    .click();
  return written(page);
}

/** Waits until the lane says that something is written, and gives what. */
async function written(page: Page): Promise<string> {
  const said = await page.waitForFunction(
    () =>
      /^Written: .*?((?:Done|Not done after all|Command copied): .*)$/s.exec(
        document.querySelector('.timeline > .timeline-said')?.textContent ?? '',
      )?.[1] ?? false,
    undefined,
    {polling: 1},
  );
  return String(await said.jsonValue());
}

/** A browser that can be killed as a whole: with all its processes, none of which gets to say goodbye. */
async function launch(path: string, args: readonly string[]): Promise<{browser: Browser; kill: () => Promise<void>}> {
  const child = spawn(path, ['--headless', '--remote-debugging-port=0', ...args, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  const address = await until('the browser', () => /DevTools listening on (\S+)/.exec(said)?.[1]);
  return {browser: await chromium.connectOverCDP(address), kill};
}
