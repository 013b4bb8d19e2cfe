import {linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {Language} from '../../src/catalog/contract.ts';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {runbookFacts} from '../../src/runbook/facts.ts';
import {buildLanes, type BuiltLanguage} from '../../src/runbook/lane/build-lanes.server.ts';
import {buildOffline, readCommit} from '../../src/runbook/offline/build-offline.server.ts';
import {readRunbooks, type Runbook} from '../../src/runbook/read-runbooks.server.ts';
import {findable} from '../../src/search/findable.ts';

/** The lane of an alert, cut among as many copies of its page: its size as gzip, and how long all of them took. */
export function cutAmong(count: number, alert: string): Promise<{bytes: number; ms: number}> {
  const isIts = ({frontMatter}: Runbook): boolean => frontMatter.alerts.includes(alert);
  return withCopies({count, language: 'en', of: isIts}, async (built) => {
    const began = performance.now();
    await buildLanes(built);
    const ms = Math.round(performance.now() - began);
    const lane = (n: number): string => join(built.outDir, 'r', built.runbooks[n]?.frontMatter.alerts[0] ?? '', 'index.html');
    if (!statSync(lane(count - 1)).isFile()) throw new Error('The last lane is missing.');
    return {bytes: zipped(lane(0)), ms};
  });
}

/**
 * The offline file of so many copies of all pages in turn, as gzip. A copy is farther from the last one of the same page than gzip looks back, so
 * that it weighs as much as a page of its own.
 */
export function packAmong(count: number, language: Language): Promise<number> {
  return withCopies({count, language, of: () => true}, async (built) => {
    const catalog = readCatalog(process.cwd());
    const entries = built.runbooks.map(({slug, frontMatter}) => ({
      ...findable(runbookFacts(slug, frontMatter, {catalog, language})),
      alerts: frontMatter.alerts,
    }));
    await buildOffline({built, entries, siteDir: built.outDir, commit: readCommit(process.cwd())});
    return zipped(join(built.outDir, `runbooks.${language}.html`));
  });
}

interface Copies {
  readonly count: number;
  readonly language: Language;
  readonly of: (runbook: Runbook) => boolean;
}

/** A folder as the build leaves it, with copies of the pages that are meant; each has alerts of its own. */
async function withCopies<T>({count, language, of}: Copies, work: (built: BuiltLanguage) => Promise<T>): Promise<T> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-runbooks-'));
  try {
    const {site} = readCatalog(process.cwd());
    const from = language === site.languages[0] ? 'build' : join('build', language);
    const real = readRunbooks(process.cwd(), language).filter(of);
    symlinkSync(resolve(from, 'assets'), join(outDir, 'assets'));
    const runbooks = Array.from({length: count}, (_, n) => {
      const one = real[n % real.length];
      if (one === undefined) throw new Error('No runbook is meant.');
      const slug = `runbooks/bench-${n}`;
      mkdirSync(join(outDir, slug), {recursive: true});
      copyLinked(join(from, one.slug, 'index.html'), join(outDir, slug, 'index.html'));
      const alerts = one.frontMatter.alerts.map((alert) => (n < real.length ? alert : `${alert}${n}`));
      return {...one, slug, frontMatter: {...one.frontMatter, alerts, aliases: []}};
    });
    const baseUrl = from === 'build' ? '/' : `/${language}/`;
    return await work({
      language,
      outDir,
      baseUrl,
      url: 'https://handbook.example',
      site: site.name[language],
      themeKey: 'theme',
      languages: [{language, baseUrl}],
      runbooks,
    });
  } finally {
    rmSync(outDir, {recursive: true, force: true});
  }
}

function zipped(file: string): number {
  return gzipSync(readFileSync(file), {level: 9}).length;
}

function copyLinked(from: string, to: string): void {
  try {
    linkSync(resolve(from), to);
  } catch {
    symlinkSync(resolve(from), to);
  }
}
