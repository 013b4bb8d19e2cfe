import {once} from 'node:events';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {copyRepository} from '../support/copy.ts';
import {freePort, run, until, type Running} from '../support/processes.ts';

/** `npm start` on a copy that the test may edit. */
let copy: ReturnType<typeof copyRepository>;
let server: Running;
let url: string;

test.beforeAll(async () => {
  copy = copyRepository();
  server = run(process.execPath, ['src/server/dev.server.ts'], {cwd: copy.root, env: {PORT: String(await freePort())}});
  url = await until('the development server', () => /The handbook is at (\S+)/.exec(server.output())?.[1], {within: 500_000});
});
test.afterAll(async () => {
  server?.signal('SIGTERM');
  if (server?.process.exitCode === null) await once(server.process, 'exit');
  copy?.remove();
});

// A page that does not come up says nothing by itself: the overlay and the servers' lines do.
test.afterEach(async ({browser}, info) => {
  if (info.status === info.expectedStatus) return;
  const frames = browser.contexts().flatMap((context) => context.pages().flatMap((page) => page.frames()));
  for (const frame of frames) console.log(`${frame.url()}\n${(await frame.locator('body').innerText()).slice(0, 2000)}`);
  console.log(server.output().slice(-8000));
});

test('shows the live state of its own probe, and follows a change of data/ on pages that are open, in both languages', async ({
  browser,
}) => {
  const [english, japanese] = [await browser.newPage(), await browser.newPage()];
  await english.goto(`${url}/reference/components/service-status`);
  await japanese.goto(`${url}/ja/reference/components/service-status`);
  await expect(english.locator('[data-live="service:sre-handbook"]').first()).toHaveAttribute('data-state', 'ok');

  const file = join(copy.root, 'data/catalog/platform.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('title: SRE Handbook', 'title: Night Shift Book').replace('SREハンドブック', '夜勤の手帳'));
  await expect(english.getByText('Night Shift Book').first()).toBeVisible();
  await expect(japanese.getByText('夜勤の手帳').first()).toBeVisible();

  // A fault is reported with its place, and neither the server nor what was read before is lost.
  writeFileSync(file, text.replace('owner: group:sre', 'owner: group:nobody'));
  await until('the slip', () => server.output().includes('data/catalog/platform.yaml:10:10 found the group "group:nobody"'));
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});
