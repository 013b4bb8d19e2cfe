import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {load} from 'cheerio';
import type {Findable} from '../../search/findable.ts';
import {builtStyles, readBuilt, type BuiltLanguage} from '../lane/build-lanes.server.ts';
import {bundleScript} from '../lane/bundle.server.ts';
import {cutPage} from '../lane/cut-page.ts';
import {packBody, packRunbooks, type Commit} from './pack.ts';
import {relink} from './relink.ts';

interface Options {
  readonly built: BuiltLanguage;
  /** Every runbook of the language, as the finder knows it. */
  readonly entries: readonly Findable[];
  /** Folder of the whole site: the files of every language lie side by side. */
  readonly siteDir: string;
  readonly commit: Commit;
}

/** Lays down `runbooks.<language>.html`. */
export async function buildOffline({built, entries, siteDir, commit}: Options): Promise<void> {
  const {language, outDir, baseUrl, url, site, themeKey} = built;
  const script = await bundleScript('runbook/offline/main.ts', language);
  const slugs = new Set(entries.map(({slug}) => slug));
  let sample = '';
  const runbooks = entries.flatMap((entry) => {
    const html = readBuilt(outDir, entry.slug);
    if (html === undefined) return [];
    sample ||= html;
    const $ = load(cutPage(html, {language, alert: entry.alerts[0] ?? ''}), null, false);
    relink($, {baseUrl, url, slugs});
    return [{entry, content: $.html()}];
  });
  if (runbooks.length === 0) return;
  const facts = {language, site, home: url + baseUrl, commit, runbooks};
  // What stands in a template is cut like the rest.
  const words = packBody(facts).replaceAll(/<\/?template[^>]*>/g, '');
  const style = builtStyles(built, script, 'lane/lane.css', 'lane/find.css', 'offline/offline.css')(sample, words);
  writeFileSync(join(siteDir, `runbooks.${language}.html`), packRunbooks({...facts, style, script, themeKey}));
}

/** The last commit of the folder; without git, or outside of a repository, only the time of the build is known. */
export function readCommit(folder: string, now = new Date()): Commit {
  try {
    const [id, at] = execFileSync('git', ['log', '-1', '--format=%h %cI'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split(' ');
    if (id !== undefined && at !== undefined && !Number.isNaN(Date.parse(at))) return {id, at: new Date(at).toISOString()};
  } catch {
    // Told as unknown.
  }
  return {id: undefined, at: now.toISOString()};
}
