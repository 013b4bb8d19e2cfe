import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {load} from 'cheerio';
import type {Language} from '../../catalog/contract.ts';
import type {Runbook} from '../read-runbooks.server.ts';
import {bundleScript} from './bundle.server.ts';
import {cutPage, NothingToCutError} from './cut-page.ts';
import {laneDocument} from './lane-document.ts';
import {layDown} from './lay-down.server.ts';
import {spellings} from './names.ts';
import {shortNames} from './short-names.ts';
import {styleCutter} from './style-cutter.ts';

/** The build of one language, which is finished but for what is cut from it. */
export interface BuiltLanguage {
  readonly language: Language;
  /** Where it lies, and the path under which it is served. */
  readonly outDir: string;
  readonly baseUrl: string;
  /** Origin of the site. */
  readonly url: string;
  /** Name of the handbook in this language. */
  readonly site: string;
  readonly themeKey: string;
  /** Every language of the site, with the path under which it is served. */
  readonly languages: readonly {readonly language: Language; readonly baseUrl: string}[];
  /** Of this language. */
  readonly runbooks: readonly Runbook[];
}

/** Lays down the incident lane of every alert of one language, under every name that it has. */
export async function buildLanes(built: BuiltLanguage): Promise<void> {
  const {language, outDir, baseUrl, url, site, themeKey, runbooks} = built;
  const script = await bundleScript('runbook/lane/main.ts', language);
  const styleOf = builtStyles(built, script, 'lane/lane.css');
  const names = [...spellings(runbooks)];
  for (const {slug, frontMatter} of runbooks) {
    const html = readBuilt(outDir, slug);
    if (html === undefined) continue;
    const alerts = new Set(names.filter(([, name]) => name.slug === slug).map(([, {alert}]) => alert));
    for (const alert of alerts) {
      const cut = cutPage(html, {language, alert});
      const {content, style} = shortNames({content: cut, style: styleOf(html, `<main data-bar>${cut}</main>`)});
      const document = laneDocument({
        language,
        alert,
        title: frontMatter.title,
        site,
        content,
        style,
        script,
        themeKey,
        links: {
          home: baseUrl,
          page: baseUrl + slug,
          canonical: url + baseUrl + slug,
          others: built.languages
            .filter((other) => other.language !== language)
            .map((other) => ({language: other.language, href: `${other.baseUrl}r/${alert}`})),
        },
      });
      const spelt = names.filter(([, name]) => name.slug === slug && name.alert === alert).map(([name]) => name);
      // Its own name first: that is the file which the others are.
      const files = [alert, ...spelt.filter((name) => name !== alert)].map((name) => join(outDir, 'r', name, 'index.html'));
      layDown(files, document);
    }
  }
}

/** A page of the build; undefined for one that was not built, as a draft is not. */
export function readBuilt(outDir: string, slug: string): string | undefined {
  const file = [join(outDir, slug, 'index.html'), join(outDir, `${slug}.html`)].find((path) => existsSync(path));
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}

/**
 * Cuts the style sheets that a built page names, together with some of ours, whose paths are given below `src/runbook/`.
 * @returns a function from the page, and what was cut of it, to its style.
 */
export function builtStyles(
  {outDir, baseUrl}: Pick<BuiltLanguage, 'outDir' | 'baseUrl'>,
  script: string,
  ...ours: readonly string[]
): (html: string, body: string) => string {
  const own = ours.map((name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  const cutters = new Map<string, (body: string) => string>();
  return (html, body) => {
    const hrefs = load(html)('link[rel="stylesheet"]')
      .get()
      .map(({attribs}) => attribs['href'] ?? '')
      .filter((href) => href.startsWith(baseUrl));
    if (hrefs.length === 0) throw new NothingToCutError('Found no style sheet of our own in a built page, expected one.');
    const key = hrefs.join(' ');
    const cutter =
      cutters.get(key) ??
      styleCutter(
        [...hrefs.map((href) => readFileSync(join(outDir, href.slice(baseUrl.length).replace(/\?.*/, '')), 'utf8')), ...own].join('\n'),
        script,
      );
    cutters.set(key, cutter);
    return cutter(body);
  };
}
