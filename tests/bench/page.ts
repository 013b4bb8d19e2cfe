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
 * brought by the pages that use them, so a page without them carries nothing of them.
 */
export async function benchPage(): Promise<Figures> {
  const {root, remove} = copyRepository();
  try {
    for (const folder of ['docs/reference', 'i18n/ja/docusaurus-plugin-content-docs/current/reference']) {
      writeFileSync(join(root, folder, 'bench-plain.mdx'), frontMatter('Plain'));
      writeFileSync(join(root, folder, 'bench-words.mdx'), frontMatter('Words') + words);
    }
    const [plain = NaN, withWords = NaN] = await weighBuilt(root, ['bench-plain', 'bench-words']);
    return {
      plainBytes: plain,
      withWordsBytes: withWords,
      moreBytes: withWords - plain,
      moreKb: Math.round((withWords - plain) / 10.24) / 100,
    };
  } finally {
    remove();
  }
}

async function weighBuilt(root: string, names: readonly string[]): Promise<number[]> {
  execFileSync('npm', ['run', 'build'], {cwd: root, stdio: 'ignore'});
  const handbook = await startHandbook({}, {root});
  const browser = await chromium.launch({executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'});
  try {
    const sizes: number[] = [];
    for (const name of names) sizes.push(await weigh(browser, `${handbook.url}/reference/${name}`));
    return sizes;
  } finally {
    await browser.close();
    await handbook.end();
  }
}

/** Bytes of the page, its scripts and its styles, each as gzip has them. */
async function weigh(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies: Promise<number>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (['document', 'script', 'stylesheet'].includes(kind)) bodies.push(response.body().then((body) => gzipSync(body, {level: 9}).length));
  });
  await page.goto(url, {waitUntil: 'load'});
  // Scripts that the page asks for once it has started.
  await page.waitForTimeout(3000);
  const sizes = await Promise.all(bodies);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}
