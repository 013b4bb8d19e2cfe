import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {BrowserContext, Page} from '@playwright/test';
import {expect, test as base} from '../support/browser.ts';
import {startHandbook} from '../support/handbook.ts';
import {agenda, bundleStore, openIn, serveStore, type StorePage} from '../support/store-page.ts';

/** The browser's half of a board, in a real browser with the real server: what it keeps, and what it says of it. */

interface Fixtures {
  readonly site: StorePage;
  /** A tab of a person; with a board open in it. */
  readonly tab: (id?: string, person?: BrowserContext) => Promise<Page>;
  /** Somebody else's browser. */
  readonly guest: BrowserContext;
}

const test = base.extend<Fixtures, {readonly script: string}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern.
  script: [async ({}, use) => use(await bundleStore()), {scope: 'worker'}],
  site: async ({handbook, script}, use) => {
    const site = await serveStore(script);
    site.upstream = handbook.url;
    await use(site);
    site.end();
  },
  tab: async ({context, site}, use) =>
    use(async (id, person = context) => {
      const page = await person.newPage();
      await page.goto(site.url);
      if (id !== undefined) await openIn(page, id);
      return page;
    }),
  guest: async ({browser}, use) => {
    const guest = await browser.newContext();
    await use(guest);
    await guest.close();
  },
});

test('keeps a board that is in one browser only, for both of its tabs and over a reload', async ({tab}) => {
  const page = await tab();
  const id = await begin(page, 'writing');
  await openIn(page, id);
  await expectView(page, {kind: 'open', life: 'alone', saved: 'device'});
  await page.evaluate(() => void window.store.addCard('keep', 'one'));
  const second = await tab(id);
  await expect.poll(() => drafts(second)).toEqual(['one']);
  await second.evaluate(() => void window.store.addCard('problem', 'two'));
  await expect.poll(() => drafts(page)).toEqual(['one', 'two']);
  await page.evaluate(() => window.store.goTo('grouping'));
  await expect.poll(() => cards(second)).toEqual(['one', 'two']);
  await expectView(second, {saved: 'device'});
  await second.reload();
  await openIn(second, id);
  await expect.poll(() => cards(second)).toEqual(['one', 'two']);
});

test('takes a board to the server in the same tab; others follow, and nobody sees the drafts of another', async ({tab, guest: other}) => {
  const page = await tab();
  const id = await begin(page, 'writing');
  await openIn(page, id);
  await page.evaluate(() => void window.store.addCard('keep', 'of the first'));
  const second = await tab(id);
  await page.evaluate(() => window.store.share());
  await expectView(page, {life: 'shared', saved: 'server', connection: {isThere: true}});
  await expectView(second, {life: 'shared', saved: 'server'});
  await expect.poll(() => me(page)).toMatchObject({isLeader: true, hasKey: true});

  const guest = await tab(id, other);
  await guest.evaluate(() => window.store.setName('the guest'));
  await expectView(guest, {life: 'shared', saved: 'server'});
  await guest.evaluate(() => void window.store.addCard('problem', 'of the guest'));
  await expectView(guest, {saved: 'server'});
  expect(await me(guest)).toMatchObject({isLeader: false, hasKey: false});
  await expect.poll(() => people(page)).toEqual(['', 'the guest']);
  expect([await drafts(guest), await drafts(page), await cards(page)]).toEqual([['of the guest'], ['of the first'], []]);

  await guest.evaluate(() => window.store.goTo('grouping'));
  await expectView(guest, {refused: 'not-leader'});
  await second.evaluate(() => window.store.goTo('grouping'));
  for (const each of [page, second, guest]) await expect.poll(() => cards(each)).toEqual(['of the first', 'of the guest']);
  expect([await drafts(guest), await drafts(page)]).toEqual([[], []]);
});

test('says where everything is while the server is killed and comes back, and loses nothing of it', async ({tab, guest, context, site}) => {
  // A browser says in its console that a server is not there: in that of a context that may complain.
  const person = guest;
  const state = mkdtempSync(join(tmpdir(), 'handbook-boards-'));
  let handbook = await startHandbook({HANDBOOK_STATE_DIR: state});
  try {
    site.upstream = handbook.url;
    let page = await tab(undefined, person);
    const id = await begin(page, 'grouping');
    await openIn(page, id);
    await page.evaluate(() => window.store.share());
    await page.evaluate(() => void window.store.addCard('keep', 'before'));
    await expectView(page, {saved: 'server'});
    // In the middle of a word, in the instant in which the server ends.
    const typing = page.evaluate(typeFor, 600);
    await page.waitForTimeout(200);
    await handbook.end();
    await typing;
    await expectView(page, {saved: 'device', connection: {isThere: false, retryAt: expect.any(Number)}});
    await page.evaluate(() => void window.store.addCard('keep', 'meanwhile'));
    const written = await cards(page);
    expect(written).toHaveLength(3);
    await expect.poll(() => isAsking(page)).toBe(true);
    await expectView(page, {saved: 'device'});

    // A new tab without the server, and an address that only the server could know.
    await page.close();
    page = await tab(id, person);
    await expect.poll(() => cards(page)).toEqual(written);
    await expectView(page, {life: 'shared', saved: 'device'});
    const unknown = await tab('AAAAAAAAAAAAAAAAAAAAAA', person);
    await expectView(unknown, {kind: 'unknown', isServerThere: false});

    handbook = await startHandbook({HANDBOOK_STATE_DIR: state});
    site.upstream = handbook.url;
    // The browser says that there is a network again: nothing is waited for.
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expectView(page, {saved: 'server', connection: {isThere: true}});
    expect(await cards(page)).toEqual(written);
    await unknown.evaluate(() => window.dispatchEvent(new Event('online')));
    await expectView(unknown, {kind: 'unknown', isServerThere: true});
    const other = await tab(id, context);
    await expect.poll(() => cards(other)).toEqual(written);
  } finally {
    await handbook.end();
    rmSync(state, {recursive: true, force: true});
  }
});

test('keeps a board deleted when an old copy of it comes back', async ({tab, guest, site, handbook}) => {
  const page = await tab();
  const id = await begin(page, 'grouping');
  await openIn(page, id);
  await page.evaluate(() => window.store.share());
  const there = await tab(id);
  const away = await tab(id, guest);
  await away.evaluate(() => void window.store.addCard('keep', 'old words'));
  await expectView(away, {saved: 'server'});
  await expect(away.evaluate(() => window.store.remove())).rejects.toThrow('refused');
  await away.close();

  await page.evaluate(() => window.store.remove());
  await expectView(page, {kind: 'gone'});
  await expectView(there, {kind: 'gone'});
  const back = await tab(id, guest);
  await expectView(back, {kind: 'gone'});
  expect(await back.evaluate(() => window.boards.listBoards())).toEqual([]);
  site.upstream = undefined;
  await expectView(await tab(id, guest), {kind: 'gone'});
  site.upstream = handbook.url;
});

test('says that a board is kept nowhere while the browser keeps nothing, and keeps it as soon as it does', async ({tab}) => {
  const page = await tab();
  await page.evaluate(() => {
    Object.defineProperty(indexedDB, 'open', {
      configurable: true,
      value: () => {
        throw new DOMException('no', 'QuotaExceededError');
      },
    });
  });
  const id = await begin(page, 'grouping');
  await openIn(page, id);
  await expectView(page, {kind: 'open', life: 'alone', saved: 'nowhere'});
  await page.evaluate(() => void window.store.addCard('keep', 'one'));
  await expectView(page, {saved: 'nowhere'});
  await expect.poll(() => isAsking(page)).toBe(true);
  await page.evaluate(() => void Reflect.deleteProperty(indexedDB, 'open'));
  await page.evaluate(() => void window.store.addCard('keep', 'two'));
  await expectView(page, {saved: 'device'});
  await expect.poll(() => isAsking(page)).toBe(false);
  const second = await tab(id);
  await expect.poll(() => cards(second)).toEqual(['one', 'two']);
});

test('gives the words back that a closed board does not take', async ({tab, guest}) => {
  const page = await tab();
  const id = await begin(page, 'grouping');
  await openIn(page, id);
  await page.evaluate(() => window.store.share());
  const train = await tab(id, guest);
  await train.evaluate(() => void window.store.addCard('keep', 'in time'));
  await expectView(train, {saved: 'server'});
  await expect.poll(() => cards(page)).toEqual(['in time']);
  await train.routeWebSocket(/_board$/, (socket) => void socket.close());
  await train.reload();
  await openIn(train, id);
  await expect.poll(() => cards(train)).toEqual(['in time']);
  await train.evaluate(() => void window.store.addCard('keep', 'too late'));
  await expectView(train, {saved: 'device'});
  await page.evaluate(() => window.store.close());
  await expect.poll(() => page.evaluate(() => JSON.stringify(window.store.view()))).toContain('"phase":"closed"');
  const back = await tab(id, guest);
  await expectView(back, {saved: 'server', leftOver: ['too late']});
  expect(await cards(back)).toEqual(['in time']);
});

test('finds out when it wakes that its connection is dead, and has what was written meanwhile', async ({tab, guest, site, handbook}) => {
  const page = await tab();
  const id = await begin(page, 'grouping');
  await openIn(page, id);
  await page.evaluate(() => window.store.share());
  const asleep = await tab(id, guest);
  await asleep.evaluate(() => void window.store.addCard('keep', 'in the evening'));
  await expectView(asleep, {saved: 'server'});
  site.freeze();
  await asleep.evaluate(() => void window.store.addCard('problem', 'at night'));
  await expectView(asleep, {saved: 'device', connection: {isThere: true}});
  const other = await tab(id);
  await other.evaluate(() => void window.store.addCard('keep', 'in the morning'));
  await expectView(other, {saved: 'server'});
  await asleep.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expectView(asleep, {saved: 'server'});
  for (const each of [asleep, other]) await expect.poll(() => cards(each)).toEqual(['at night', 'in the evening', 'in the morning']);
  expect(handbook.server.process.exitCode).toBe(null);
});

test('keeps the words that were typed while their draft was shown', async ({tab, guest}) => {
  const page = await tab();
  const id = await begin(page, 'writing');
  await openIn(page, id);
  await page.evaluate(() => window.store.share());
  const writer = await tab(id, guest);
  await expectView(writer, {saved: 'server'});
  const typing = writer.evaluate(typeFor, 1200);
  await page.waitForTimeout(500);
  await page.evaluate(() => window.store.goTo('grouping'));
  const typed = await typing;
  for (const each of [page, writer]) await expect.poll(() => cards(each)).toEqual([typed]);
  expect(await drafts(writer)).toEqual([]);
  await expectView(writer, {saved: 'server', leftOver: []});
});

test('undoes and redoes what this person did, and nothing from before the cards were shown', async ({tab}) => {
  const page = await tab();
  const id = await begin(page, 'writing');
  await openIn(page, id);
  await page.evaluate(() => void window.store.addCard('keep', 'one'));
  await page.evaluate(() => window.store.undo());
  expect(await drafts(page)).toEqual([]);
  await page.evaluate(() => window.store.redo());
  expect(await drafts(page)).toEqual(['one']);
  await page.evaluate(() => window.store.goTo('grouping'));
  await expectView(page, {canUndo: false, canRedo: false});
  await page.evaluate(() => {
    const card = window.store.addCard('keep', 'two');
    window.store.removeCard(card);
  });
  await page.evaluate(() => window.store.undo());
  expect(await cards(page)).toEqual(['one', 'two']);
});

test('gives a board to another browser as a file', async ({tab, guest}) => {
  const page = await tab();
  const id = await begin(page, 'grouping');
  await openIn(page, id);
  await page.evaluate(() => void window.store.addCard('try', 'look at it together'));
  const file = await page.evaluate(() => [...window.store.exportFile()]);
  const other = await tab(undefined, guest);
  const copy = await other.evaluate((bytes) => window.boards.importBoard(new Uint8Array(bytes)), file);
  expect(copy).not.toBe(id);
  await openIn(other, copy);
  expect(await cards(other)).toEqual(['look at it together']);
  expect((await other.evaluate(() => window.boards.listBoards())).map(({life, agenda: known}) => [life, known])).toEqual([
    ['alone', agenda.id],
  ]);
  await expect(other.evaluate(() => window.boards.importBoard(new Uint8Array([1, 2, 3])))).rejects.toThrow('not-a-board');
});

async function begin(page: Page, phase: string): Promise<string> {
  return page.evaluate(
    ([known, first]) => window.boards.createBoard({agenda: known, lang: 'ja', date: '2026-11-27', phase: first, lastTries: []}),
    [agenda.id, phase] as const,
  );
}

async function expectView(page: Page, expected: Record<string, unknown>): Promise<void> {
  const shown = () => page.evaluate(() => ({...window.store.view(), board: undefined, me: undefined, people: undefined}));
  await expect.poll(shown).toMatchObject(expected);
}

function drafts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const view = window.store.view();
    return view.kind === 'open' ? view.me.drafts.map(({text}) => text).toSorted() : [];
  });
}

function cards(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const view = window.store.view();
    return view.kind === 'open' ? view.board.cards.map(({text}) => text).toSorted() : [];
  });
}

function me(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const view = window.store.view();
    return view.kind === 'open' ? {...view.me, drafts: 0, votes: 0} : view.kind;
  });
}

function people(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const view = window.store.view();
    return view.kind === 'open' ? view.people.map(({name}) => name) : [];
  });
}

/** Whether the page would ask a reader who leaves. */
function isAsking(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true})));
}

/** Types on a card, a letter every few milliseconds. Gives what stands there at the end. */
async function typeFor(ms: number): Promise<string> {
  const id = window.store.addCard('try', '');
  const end = performance.now() + ms;
  let text = '';
  while (performance.now() < end) {
    text += 'a';
    window.store.writeCard(id, text);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return text;
}
