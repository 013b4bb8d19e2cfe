import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {chromium, type Browser} from '@playwright/test';
import {copyRepository} from '../support/copy.ts';
import {startHandbook} from '../support/handbook.ts';
import type {Figures} from './main.ts';

const frontMatter = (title: string): string => `---
title: ${title}
description: A page of the benchmark.
kind: reference
owner: sre
status: adopted
---

A page of the benchmark.
`;
const words = `
<FiringAlerts />

<ServiceStatus service="web-front" />

<ErrorBudget slo="lending-api-availability" />

<Sparkline query="requests:lending-api" />

<DependencyStatus provider="pay-provider" />

<OnCall team="sre" />
`;

/**
 * What live words add to a page: two pages of one build that are equal but for them, and all that Chromium fetches for each, as gzip. Words are
 * brought by the pages that use them, so a page without them carries nothing of them. And what the board's script weighs, which only its own page has.
 */
export async function benchPage(): Promise<Figures> {
  const {root, remove} = copyRepository();
  try {
    for (const folder of ['docs/reference', 'i18n/ja/docusaurus-plugin-content-docs/current/reference']) {
      writeFileSync(join(root, folder, 'bench-plain.mdx'), frontMatter('Plain'));
      writeFileSync(join(root, folder, 'bench-words.mdx'), frontMatter('Words') + words);
    }
    const [plain, withWords, board] = await weighBuilt(root, ['reference/bench-plain', 'reference/bench-words', 'retrospectives/board']);
    const more = sum(withWords) - sum(plain);
    // What a board is made of comes on request; its words and agendas come with its page.
    const own = [...(board ?? [])].filter(([name]) => name.endsWith('.js') && !plain?.has(name));
    const script = own.filter(([, {isWords}]) => !isWords).reduce((bytes, [, {size}]) => bytes + size, 0);
    return {
      plainBytes: sum(plain),
      withWordsBytes: sum(withWords),
      moreBytes: more,
      moreKb: kb(more),
      boardScriptKb: kb(script),
      boardWordsKb: kb(own.reduce((bytes, [, {size}]) => bytes + size, 0) - script),
    };
  } finally {
    remove();
  }
}

/** What a page fetches, by its name. */
type Weights = ReadonlyMap<string, {readonly size: number; readonly isWords: boolean}>;

function sum(weights: Weights | undefined): number {
  return [...(weights?.values() ?? [])].reduce((bytes, {size}) => bytes + size, 0);
}

function kb(bytes: number): number {
  return Math.round(bytes / 10.24) / 100;
}

async function weighBuilt(root: string, paths: readonly string[]): Promise<Weights[]> {
  execFileSync('npm', ['run', 'build'], {cwd: root, stdio: 'ignore'});
  const handbook = await startHandbook({}, {root});
  const browser = await chromium.launch({executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'});
  try {
    const weights: Weights[] = [];
    for (const path of paths) weights.push(await weigh(browser, `${handbook.url}/${path}`));
    return weights;
  } finally {
    await browser.close();
    await handbook.end();
  }
}

/** Bytes of the page, its scripts and its styles, each as gzip has them. */
async function weigh(browser: Browser, url: string): Promise<Weights> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const weights = new Map<string, {size: number; isWords: boolean}>();
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    const read = async (): Promise<void> => {
      const body = await response.body();
      weights.set(new URL(response.url()).pathname, {size: gzipSync(body, {level: 9}).length, isWords: body.includes('"agendas":[')});
    };
    if (['document', 'script', 'stylesheet'].includes(response.request().resourceType())) bodies.push(read());
  });
  await page.goto(url, {waitUntil: 'load'});
  // Scripts that the page asks for once it has started.
  await page.waitForTimeout(3000);
  await Promise.all(bodies);
  await context.close();
  return weights;
}
