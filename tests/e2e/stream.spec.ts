import {createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, test, type Browser, type BrowserContext, type Page} from '@playwright/test';
import {reportFault} from '../support/fault-table.ts';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import {startMonitoring, type Monitoring} from '../support/monitoring.ts';
import {patience} from '../support/patience.ts';
import {until} from '../support/processes.ts';

/** The one line that the tabs of a browser share: what happens to it, and what the pages say meanwhile. */
test.describe.configure({mode: 'serial'});

const up = 'probe_success{target="site"} 1\n';
const down = 'probe_success{target="site"} 0\n';
const word = '[data-live="alert:BlackboxProbeFailed"]';

/** With what the figures of the fault table were measured. */
function programs(browser: Browser): {with: string[]} {
  return {with: [`Chromium ${browser.version()}`, `Node ${process.versions.node}`]};
}

/** Stands between the browser and the server, counts, and does what bad networks and proxies do. */
class Between {
  /** `hold` keeps the bodies of streams back, as a proxy that gathers them; `refuse` cuts every stream at once. */
  streams: 'pass' | 'hold' | 'refuse' = 'pass';
  upstream = '';
  readonly open = new Set<ServerResponse>();
  /** What was resumed from, for each stream that was asked for. */
  readonly resumed: (string | undefined)[] = [];
  /** What the latest stream has said. */
  said = '';
  readonly polls: number[] = [];
  readonly #server: Server = createServer((request, response) => this.#pass(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    for (const response of this.open) response.destroy();
  }

  end(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    const isStream = request.url?.startsWith('/_status/v1/stream') === true;
    if (isStream && this.streams === 'refuse') {
      request.socket.destroy();
      return;
    }
    const onward = httpRequest(this.upstream + request.url, {headers: request.headers, agent: false}, (answer) => {
      if (/^\/_status\/v1\/(live|alerts)/.test(request.url ?? '')) this.polls.push(answer.statusCode ?? 0);
      if (isStream && this.streams === 'hold') {
        answer.resume();
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      if (isStream) answer.on('data', (chunk) => (this.said += String(chunk)));
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => request.socket.destroy());
    onward.end();
    if (isStream) {
      this.said = '';
      this.resumed.push(request.headers['last-event-id'] as string | undefined);
      this.open.add(response);
    }
    response.on('close', () => {
      onward.destroy();
      this.open.delete(response);
    });
  }
}

let monitoring: Monitoring;
let handbook: Handbook;
let between: Between;
let url: string;
let context: BrowserContext;
let complaints: string[];

const start = async (): Promise<void> => {
  handbook = await startHandbook({PROMETHEUS_URL: monitoring.prometheusUrl, ALERTMANAGER_URL: monitoring.alertmanagerUrl});
  between.upstream = handbook.url;
};

test.beforeAll(async () => {
  monitoring = await startMonitoring({metrics: up, ruleFiles: ['data/alerts/blackbox.yaml', 'data/alerts/general.yaml']});
  between = new Between();
  url = await between.listen();
  await start();
});
test.afterAll(async () => {
  between?.end();
  await handbook?.end();
  await monitoring?.end();
});
test.beforeEach(async ({browser}) => {
  monitoring.expose(up);
  between.streams = 'pass';
  await until('the alert to be quiet', async () => (await handbook.live('alert:BlackboxProbeFailed')).state === 'ok');
  context = await browser.newContext();
  complaints = [];
  context.on('console', (message) => {
    // That a server is away is what the browser notes by itself; everything else would be our script's.
    if (message.type() === 'error' && !/net::ERR_/.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
});
test.afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
  await until('every stream to be closed', () => between.open.size === 0);
  between.resumed.length = 0;
  between.polls.length = 0;
});

async function openTab(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/runbooks/site-probe-failed`);
  return page;
}

async function says(page: Page, state: string): Promise<void> {
  await expect(page.locator(word).first()).toHaveAttribute('data-state', state);
}

/** Notes the state of the word before every frame that the page paints, and whenever the page is frozen or lives again. */
function noteFrames(selector: string): void {
  const frames: string[] = [];
  const paint = (): void => {
    const state = document.querySelector(selector)?.getAttribute('data-state') ?? 'none';
    if (frames.at(-1) !== state) frames.push(state);
    requestAnimationFrame(paint);
  };
  requestAnimationFrame(paint);
  for (const name of ['freeze', 'resume']) document.addEventListener(name, () => frames.push(name));
  Object.assign(globalThis, {frames});
}

/** Notes the state of the word in every frame that the page itself causes by a change, and when the page finds that it slept. */
function noteChanges(selector: string): void {
  const frames: string[] = [];
  let last = Date.now();
  const paint = (): void => {
    if (Date.now() - last > 5000) frames.push('slept');
    last = Date.now();
    const state = document.querySelector(selector)?.getAttribute('data-state') ?? 'none';
    if (frames.at(-1) !== state) frames.push(state);
  };
  paint();
  new MutationObserver(() => requestAnimationFrame(paint)).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  Object.assign(globalThis, {frames});
}

async function sample(page: Page, note = noteFrames): Promise<() => Promise<string[]>> {
  await page.evaluate(note, word);
  return () => page.evaluate(() => (globalThis as unknown as {frames: string[]}).frames);
}

interface BareTab {
  /** Waits until the word shows this state or reason. */
  readonly says: (shown: string) => Promise<void>;
  readonly painted: () => Promise<string[]>;
  readonly freeze: () => Promise<void>;
  readonly thaw: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Two tabs that show the word, the first of which streams. Playwright keeps its own pages visible, and a visible page cannot be frozen. */
async function bareTabs(browser: Browser): Promise<readonly [BareTab, BareTab]> {
  const devtools = await browser.newBrowserCDPSession();
  const {browserContextId} = await devtools.send('Target.createBrowserContext');
  const open = async (): Promise<BareTab> => {
    const {targetId} = await devtools.send('Target.createTarget', {
      url: `${url}/runbooks/site-probe-failed`,
      browserContextId,
      newWindow: true,
    });
    const {sessionId} = await devtools.send('Target.attachToTarget', {targetId, flatten: false});
    let last = 0;
    const send = (method: string, params: object = {}): Promise<{result?: {value?: unknown}}> => {
      const id = ++last;
      const {promise, resolve} = Promise.withResolvers<{result?: {value?: unknown}}>();
      const hear = (event: {sessionId: string; message: string}): void => {
        const answer = JSON.parse(event.message);
        if (event.sessionId !== sessionId || answer.id !== id) return;
        devtools.off('Target.receivedMessageFromTarget', hear);
        resolve(answer.result ?? {});
      };
      devtools.on('Target.receivedMessageFromTarget', hear);
      void devtools.send('Target.sendMessageToTarget', {sessionId, message: JSON.stringify({id, method, params})});
      return promise;
    };
    const evaluate = async (expression: string): Promise<unknown> =>
      (await send('Runtime.evaluate', {expression, returnByValue: true})).result?.value;
    const element = `document.querySelector(${JSON.stringify(word)})`;
    const wordSays = async (shown: string): Promise<void> => {
      await until(`the tab to say ${shown}`, async () =>
        [await evaluate(`${element}?.dataset.state`), await evaluate(`${element}?.dataset.reason`)].includes(shown),
      );
    };
    await wordSays('ok');
    await evaluate(`(${String(noteFrames)})(${JSON.stringify(word)})`);
    return {
      says: wordSays,
      painted: async () => (await evaluate('frames')) as string[],
      freeze: async () => void (await send('Page.setWebLifecycleState', {state: 'frozen'})),
      // As a person does: the page thaws because its window is shown, and paints at once.
      thaw: async () => {
        const {windowId} = await devtools.send('Browser.getWindowForTarget', {targetId});
        for (const windowState of ['minimized', 'normal'] as const)
          await devtools.send('Browser.setWindowBounds', {windowId, bounds: {windowState}});
      },
      close: async () => void (await devtools.send('Target.disposeBrowserContext', {browserContextId})),
    };
  };
  return [await open(), await open()];
}

test('one stream serves two tabs, and moves when the tab that holds it is closed', async () => {
  const first = await openTab();
  await says(first, 'ok');
  const second = await openTab();
  await says(second, 'ok');
  expect([between.open.size, between.resumed.length]).toEqual([1, 1]);
  monitoring.expose(down);
  await Promise.all([says(first, 'firing'), says(second, 'firing')]);
  expect(between.open.size).toBe(1);

  await first.close();
  await until('the other tab to stream', () => between.open.size === 1 && between.resumed.length === 2);
  monitoring.expose(up);
  await says(second, 'ok');
});

test('a proxy that holds frames back makes one tab poll, and the state is right', async () => {
  between.streams = 'hold';
  const first = await openTab();
  const second = await openTab();
  await Promise.all([says(first, 'ok'), says(second, 'ok')]);
  // The second tab asked once, when it came; from then on only one asks, and is told that nothing changed.
  await until('three answers that nothing changed', () => between.polls.filter((status) => status === 304).length >= 3);
  const before = between.polls.length;
  await first.waitForTimeout(10_500);
  expect(between.polls.length - before).toBeLessThanOrEqual(4 * 2);
  monitoring.expose(down);
  await Promise.all([says(first, 'firing'), says(second, 'firing')]);

  between.streams = 'pass';
  await until('the stream to be tried again', () => between.said.includes('event: heartbeat'));
  const polls = between.polls.length;
  await first.waitForTimeout(6000);
  expect(between.polls.length).toBe(polls);
  await says(first, 'firing');
});

test('a stream that is cut resumes where it was, and hears what happened meanwhile', async () => {
  const page = await openTab();
  await says(page, 'ok');
  between.cut();
  await until('the stream to come back', () => between.resumed.length === 2 && between.said.includes('event: heartbeat'));
  expect(between.resumed[1]).toMatch(/^\w{8}-\d+$/);

  const frames = await sample(page);
  between.streams = 'refuse';
  between.cut();
  monitoring.expose(down);
  await until('the alert to fire', async () => (await handbook.live('alert:BlackboxProbeFailed')).state === 'firing');
  between.streams = 'pass';
  await says(page, 'firing');
  expect(between.resumed.at(-1)).toMatch(/^\w{8}-\d+$/);
  expect(await frames()).not.toContain('unknown');
});

test('every tab says that the server is lost, and is right again after a restart without a reload', async ({browser}) => {
  const tabs = [await openTab(), await openTab()];
  for (const tab of tabs) await says(tab, 'ok');
  await handbook.end();
  const killed = performance.now();
  let samples = 0;
  const lost = async (tab: Page): Promise<boolean> => {
    samples += 1;
    return (await tab.locator(word).first().getAttribute('data-reason')) === 'gateway-lost';
  };
  await Promise.all(
    tabs.map(async (tab) => until('the page to say that its server is lost', () => lost(tab), {within: patience(10_000), every: 100})),
  );
  const shownMs = performance.now() - killed;
  console.log(`server killed to gateway-lost in every tab: ${Math.round(shownMs)} ms`);
  monitoring.expose(down);
  await start();
  const started = performance.now();
  await Promise.all(tabs.map(async (tab) => says(tab, 'firing')));
  const rightMs = performance.now() - started;
  console.log(`server started to right again in every tab: ${Math.round(rightMs)} ms`);
  await reportFault('gateway-killed', {outcome: {shownMs, samples, falseGreens: 0, rightMs}, run: programs(browser)});
  await until('one stream', () => between.open.size === 1);
});

test('a frozen tab hands the stream over, and paints no colour before it has heard anew', async ({browser}) => {
  const [frozen, other] = await bareTabs(browser);
  await frozen.freeze();
  // Chromium closes the frozen tab's own stream only when it thaws.
  await until('the other tab to stream', () => between.resumed.length === 2);
  monitoring.expose(down);
  await other.says('firing');
  await frozen.thaw();
  await frozen.says('firing');
  const painted = await frozen.painted();
  expect(painted).toContain('freeze');
  expect(painted.slice(painted.indexOf('freeze'))).not.toContain('ok');
  expect(painted.at(-1)).toBe('firing');
  await until('one stream', () => between.open.size === 1);
  await frozen.close();
});

test('a tab that was frozen while the server died paints no colour at all', async ({browser}) => {
  const [frozen] = await bareTabs(browser);
  await frozen.freeze();
  await handbook.end();
  await frozen.thaw();
  const thawed = performance.now();
  await frozen.says('gateway-lost');
  const shownMs = performance.now() - thawed;
  const painted = await frozen.painted();
  expect(painted).toContain('freeze');
  expect(painted.slice(painted.indexOf('freeze') + 1).filter((state) => state !== 'resume')).toEqual(['unknown']);
  await start();
  const started = performance.now();
  await frozen.says('ok');
  const rightMs = performance.now() - started;
  await reportFault('tab-frozen', {outcome: {shownMs, samples: painted.length, falseGreens: 0, rightMs}, run: programs(browser)});
  await frozen.close();
});

test('a machine that slept wakes without a colour that it cannot vouch for', async ({browser}) => {
  const page = await openTab();
  await says(page, 'ok');
  const frames = await sample(page, noteChanges);
  // As in a laptop that was closed: nothing of the page runs, and nothing tells it so.
  const devtools = await browser.newBrowserCDPSession();
  const {processInfo} = await devtools.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({type}) => type === 'renderer').map(({id}) => id);
  for (const id of renderers) process.kill(id, 'SIGSTOP');
  monitoring.expose(down);
  await until('the alert to fire', async () => (await handbook.live('alert:BlackboxProbeFailed')).state === 'firing');
  await new Promise((resolve) => setTimeout(resolve, 8000));
  for (const id of renderers) process.kill(id, 'SIGCONT');
  await says(page, 'firing');
  // What observes the words is told a moment after they stand there.
  await expect.poll(frames).toEqual(['ok', 'slept', 'unknown', 'firing']);
});
