import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {chromium, type Browser} from '@playwright/test';
import {startHandbook} from '../support/handbook.ts';
import type {Figures} from './main.ts';
import {cutAmong, packAmong} from './many-runbooks.ts';
import {serveStock} from './stock-page.ts';

const alert = 'KubePodCrashLooping';
const slug = 'runbooks/pod-crash-looping';
const rounds = 10;

/**
 * What one look at the incident lane costs a phone: requests, bytes, words before the first command, and the processor time of Chromium's main
 * thread from a blank tab to two seconds after the page has loaded, without a throttle. Since such a time means little on another machine, a page
 * of stock Docusaurus with the same text and an empty page are measured in turn with it. The sizes among many runbooks are those of copies of the
 * built pages.
 */
export async function benchLane(): Promise<Figures> {
  const handbook = await startHandbook();
  const stock = await serveStock(readFileSync(join('build', slug, 'index.html'), 'utf8'));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const figures: Record<string, number> = {};
    const urls: Record<string, string> = {};
    for (const [language, path] of [
      ['en', `/r/${alert}`],
      ['ja', `/ja/r/${alert}`],
    ] as const) {
      const url = (urls[language] = `${handbook.url}${path}?namespace=prod&pod=web-1&container=app`);
      const {requests, words} = await look(browser, url, language);
      const html = readFileSync(join('build', path, 'index.html'));
      figures[`${language}Requests`] = requests;
      figures[`${language}Bytes`] = html.length;
      figures[`${language}GzipBytes`] = gzipSync(html, {level: 9}).length;
      figures[`${language}WordsBeforeCopy`] = words;
    }
    const spent = await inTurn(browser, {...urls, stock: stock.stockUrl, empty: stock.emptyUrl});
    for (const [name, ms] of Object.entries(spent)) figures[`${name}MainThreadMs`] = ms;
    figures['enOfStock'] = Math.round(((spent['en'] ?? NaN) / (spent['stock'] ?? NaN)) * 100) / 100;
    for (const count of [20, 2000]) {
      const {bytes, ms} = await cutAmong(count, alert);
      figures[`gzipBytesAt${count}`] = bytes;
      figures[`cutMsAt${count}`] = ms;
    }
    for (const language of ['en', 'ja'] as const) figures[`${language}OfflineGzipBytesAt100`] = await packAmong(100, language);
    return figures;
  } finally {
    await browser.close();
    stock.end();
    await handbook.end();
  }
}

/** Median for each page, in rounds of all of them: what else the machine does meets them alike. */
async function inTurn(browser: Browser, urls: Readonly<Record<string, string>>): Promise<Record<string, number>> {
  const runs = Object.entries(urls).map(([name, url]) => ({name, url, ms: [] as number[]}));
  for (let round = 0; round < rounds; round++) for (const {url, ms} of runs) ms.push(await taskMs(browser, url));
  return Object.fromEntries(runs.map(({name, ms}) => [name, median(ms)]));
}

async function look(browser: Browser, url: string, language: string): Promise<{requests: number; words: number}> {
  const page = await browser.newPage({viewport: {width: 390, height: 844}});
  let requests = 0;
  // The live stream is no part of what makes the page readable.
  page.on('request', (request) => void (requests += request.url().includes('/_status/') ? 0 : 1));
  await page.goto(url);
  await page.waitForTimeout(1000);
  const words = await page.evaluate((locale) => {
    const end = document.querySelector('[data-kind="check"] [data-copy]');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode() !== null) {
      const node = walker.currentNode;
      if (end !== null && (end.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) === 0) continue;
      const parent = node.parentElement;
      if (parent?.checkVisibility() === true && parent.closest('script, style') === null) text += ` ${node.textContent}`;
    }
    return [...new Intl.Segmenter(locale, {granularity: 'word'}).segment(text)].filter(({isWordLike}) => isWordLike).length;
  }, language);
  await page.close();
  return {requests, words};
}

/** A browser context of its own each time: nothing is cached, nothing stored. */
async function taskMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({viewport: {width: 390, height: 844}});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  const duration = async (): Promise<number> => {
    const {metrics} = await session.send('Performance.getMetrics');
    return (metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  const before = await duration();
  await page.goto(url, {waitUntil: 'load'});
  await page.waitForTimeout(2000);
  const spent = (await duration()) - before;
  await context.close();
  return spent;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? NaN) * 10) / 10;
}
