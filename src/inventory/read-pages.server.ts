import {relative} from 'node:path';
import * as z from 'zod';
import type {Language} from '../catalog/contract.ts';
import {filesIn, readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources} from '../catalog/source.ts';
import {hashOf, readSync, type Sync} from '../lint/synced/sync-file.server.ts';
import {docsFolder} from '../runbook/read-runbooks.server.ts';
import type {Page, Twin} from './page-health.ts';

/** What is listed of a page. Lint checks the rest; a field that is not sound is not listed. */
const Matter = z.object({
  title: z.string().optional().catch(undefined),
  owner: z.string().optional().catch(undefined),
  status: z.string().optional().catch(undefined),
  drafted: z.iso.date().optional().catch(undefined),
  lang: z.string().optional().catch(undefined),
});

/**
 * Every page of the handbook as it is called in one language, in the order of their paths.
 * @throws {SlipError} when a folder or a file cannot be read, or i18n/sync.json is broken.
 */
export function readPages(root: string, language: Language, languages: readonly Language[]): Page[] {
  const slips: Slip[] = [];
  const texts = new Map(languages.map((one) => [one, textsOf(root, one, slips)]));
  const [first] = texts.values();
  const agreed = readSync(root, slips)?.agreed ?? {};
  if (slips.length > 0) throw new SlipError(slips);
  const files = [...new Set([...texts.values()].flatMap((pages) => [...pages.keys()]))].toSorted();
  return files.map((file) => {
    // A page of the language lies over the one of the first, as in the site.
    const shown = texts.get(language)?.get(file) ?? first?.get(file);
    const matter = matterOf(shown ?? languages.map((one) => texts.get(one)?.get(file)).find((text) => text !== undefined) ?? '', file);
    const slug = file.replace(/\.mdx?$/, '');
    const {title = slug, owner, status, drafted, lang} = matter;
    const twin =
      lang !== undefined || languages.length < 2
        ? 'once'
        : twinOf({en: texts.get('en')?.get(file), ja: texts.get('ja')?.get(file)}, agreed[file]);
    return {slug, title, owner, status, drafted, twin, isShown: shown !== undefined};
  });
}

/** The texts of a language by the path of their page below its folder. */
function textsOf(root: string, language: Language, slips: Slip[]): ReadonlyMap<string, string> {
  const folder = docsFolder(language);
  const files = filesIn(root, folder, {ending: /\.mdx?$/, without: /^_/}, slips);
  return new Map(files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readText(root, file, slips) ?? '']));
}

function matterOf(text: string, file: string): z.output<typeof Matter> {
  const yaml = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(text)?.[1];
  const value = yaml === undefined ? undefined : parseSources(file, yaml, [])[0]?.value;
  return Matter.safeParse(value).data ?? {};
}

function twinOf({en, ja}: Readonly<Partial<Record<Language, string | undefined>>>, agreed: Sync[string] | undefined): Twin {
  if (en === undefined || ja === undefined) return 'missing';
  if (agreed === undefined) return 'unsaid';
  const [isEn, isJa] = [hashOf(en) === agreed.en, hashOf(ja) === agreed.ja];
  if (isEn) return isJa ? 'in-step' : 'ja-moved';
  return isJa ? 'en-moved' : 'both-moved';
}
