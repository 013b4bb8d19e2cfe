import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Directory} from '../../search/directory.ts';
import {builtStyles, readBuilt, type BuiltLanguage} from './build-lanes.server.ts';
import {bundleScript} from './bundle.server.ts';
import {NothingToCutError} from './cut-page.ts';
import {selfContained} from './document.ts';
import {lookupBody, type LookupPart} from './lookup-page.ts';
import {messages} from './messages.ts';

interface Options {
  readonly built: BuiltLanguage;
  readonly directory: Directory;
  /** Every language of the site. */
  readonly parts: readonly LookupPart[];
  /** Where the site's own `404.html` lies, once every language is built; undefined before. */
  readonly siteDir: string | undefined;
}

/**
 * Lays down what answers without a page: the lookup at `/r/` with its list, and `404.html`. The one of the whole site speaks the language of
 * the address, because a static host has only that one.
 */
export async function buildLookup({built, directory, parts, siteDir}: Options): Promise<void> {
  const {language, outDir} = built;
  const mine = parts.filter((part) => part.language === language);
  mkdirSync(join(outDir, 'r'), {recursive: true});
  writeFileSync(join(outDir, 'r', 'index.json'), JSON.stringify(directory));
  const script = await bundleScript('runbook/lane/lookup-main.ts', language);
  write(join(outDir, 'r', 'index.html'), page({built, script, body: lookupBody(mine, 'lookup', parts), title: messages[language].lookup}));
  write(join(outDir, '404.html'), page({built, script, body: lookupBody(mine, 'missing', parts), title: messages[language].missing}));
  if (siteDir === undefined || parts.length === 1) return;
  const both = await bundleScript('runbook/lane/lookup-main.ts', undefined);
  const [first] = parts;
  write(
    join(siteDir, '404.html'),
    page({
      built: {...built, language: first?.language ?? language},
      script: both,
      body: lookupBody(parts, 'missing', parts),
      title: messages[first?.language ?? language].missing,
    }),
  );
}

interface Page {
  readonly built: BuiltLanguage;
  readonly script: string;
  readonly body: string;
  readonly title: string;
}

function page({built, script, body, title}: Page): string {
  const home = readBuilt(built.outDir, 'runbooks') ?? readBuilt(built.outDir, '');
  if (home === undefined) throw new NothingToCutError('Found no list of runbooks in the build, expected runbooks/index.html.');
  const style = builtStyles(built, script, 'lane/lane.css', 'lane/find.css')(home, body);
  return selfContained({language: built.language, title, style, body, script, themeKey: built.themeKey});
}

function write(file: string, text: string): void {
  rmSync(file, {force: true});
  writeFileSync(file, text);
}
