import {linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import {chromium, type Browser} from '@playwright/test';
import type {Language} from '../../src/catalog/contract.ts';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {buildLanes} from '../../src/runbook/lane/build-lanes.server.ts';
import {readRunbooks} from '../../src/runbook/read-runbooks.server.ts';
import {startHandbook} from '../support/handbook.ts';
import type {Figures} from './main.ts';

const alert = 'KubePodCrashLooping';
const rounds = 10;

/**
 * What one look at the incident lane costs a phone: requests, bytes, words before the first command, and the processor time of Chromium's main
 * thread from a blank tab to two seconds after the page has loaded, without a throttle (about 20 ms of it are those of any page in a new
 * process). The sizes at 20 and 2,000 runbooks are those of the lane cut among as many copies of the built page, not of as many pages built.
 */
export async function benchLane(): Promise<Figures> {
  const handbook = await startHandbook();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const figures: Record<string, number> = {};
    for (const [language, path] of [
      ['en', `/r/${alert}`],
      ['ja', `/ja/r/${alert}`],
    ] as const) {
      const url = `${handbook.url}${path}?namespace=prod&pod=web-1&container=app`;
      const {requests, words} = await look(browser, url, language);
      const runs: number[] = [];
      for (let round = 0; round < rounds; round++) runs.push(await taskMs(browser, url));
      const html = readFileSync(join('build', path, 'index.html'));
      figures[`${language}Requests`] = requests;
      figures[`${language}Bytes`] = html.length;
      figures[`${language}GzipBytes`] = gzipSync(html, {level: 9}).length;
      figures[`${language}WordsBeforeCopy`] = words;
      figures[`${language}MainThreadMs`] = median(runs);
    }
    for (const count of [20, 2000]) {
      const {bytes, ms} = await cutAmong(count);
      figures[`gzipBytesAt${count}`] = bytes;
      figures[`cutMsAt${count}`] = ms;
    }
    return figures;
  } finally {
    await browser.close();
    await handbook.end();
  }
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

async function cutAmong(count: number): Promise<{bytes: number; ms: number}> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-lane-'));
  try {
    const language: Language = 'en';
    const {site} = readCatalog(process.cwd());
    const real = readRunbooks(process.cwd(), {language, defaultLanguage: language}).find(({frontMatter}) =>
      frontMatter.alerts.includes(alert),
    );
    if (real === undefined) throw new Error(`No runbook has the alert ${alert}.`);
    symlinkSync(resolve('build/assets'), join(folder, 'assets'));
    const runbooks = Array.from({length: count}, (_, n) => ({
      ...real,
      slug: `runbooks/bench-${n}`,
      frontMatter: {...real.frontMatter, alerts: [n === 0 ? alert : `BenchAlert${n}`], aliases: []},
    }));
    for (const {slug} of runbooks) {
      mkdirSync(join(folder, slug), {recursive: true});
      copyLinked(join('build', real.slug, 'index.html'), join(folder, slug, 'index.html'));
    }
    const began = performance.now();
    await buildLanes({
      language,
      outDir: folder,
      baseUrl: '/',
      url: 'https://handbook.example',
      site: site.name[language],
      themeKey: 'theme',
      languages: [{language, baseUrl: '/'}],
      runbooks,
    });
    const ms = Math.round(performance.now() - began);
    if (!statSync(join(folder, 'r', `BenchAlert${count - 1}`, 'index.html')).isFile()) throw new Error('The last lane is missing.');
    return {bytes: gzipSync(readFileSync(join(folder, 'r', alert, 'index.html')), {level: 9}).length, ms};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function copyLinked(from: string, to: string): void {
  try {
    linkSync(resolve(from), to);
  } catch {
    symlinkSync(resolve(from), to);
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? NaN) * 10) / 10;
}
