import type {Slip} from '../../catalog/slip.ts';
import type {Remark} from '../finding.ts';
import {byName, isRecord, type Page, type Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';
import {hashOf, readSync, syncFile} from '../synced/sync-file.server.ts';

/** A page and its translation change together: whichever language one reads, one reads the same. */
export const translationInStep: CatalogRule = {
  id: 'translation-in-step',
  check: (repository) => {
    const pairs = translatedPages(repository);
    const slips: Slip[] = [];
    const sync = readSync(repository.root, slips);
    if (slips.length > 0)
      return slips.map(({found, expected, ...place}) => ({...place, message: `Unexpected ${found}, expected ${expected}`}));
    if (sync === undefined) {
      const message = `Unexpected translations without ${syncFile}, expected it: npm run synced -- --all writes it, once both languages agree`;
      return pairs.size === 0 ? [] : [{file: syncFile, line: 1, column: 1, message}];
    }
    const gone = repository.languages.length < 2 ? [] : Object.keys(sync.agreed).filter((name) => !pairs.has(name));
    return [
      ...[...pairs].flatMap(([name, pair]) => inStep(pair, sync.agreed[name])),
      ...gone.map((name) => ({
        ...sync.place(name),
        message: `Unexpected ${JSON.stringify(name)}, which is no page in both languages, expected the pages that are there: npm run synced -- --all`,
      })),
    ];
  },
};

interface Pair {
  readonly en: Page;
  readonly ja: Page;
}

/** Pages in two languages, by name. A record is written once; a page without its translation is the concern of translation-exists. */
export function translatedPages(repository: Repository): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const [name, pages] of byName(repository)) {
    const [en, ja] = (['en', 'ja'] as const).map((language) => pages.find((page) => page.language === language));
    if (en !== undefined && ja !== undefined && !pages.some(isRecord)) pairs.set(name, {en, ja});
  }
  return pairs;
}

function inStep({en, ja}: Pair, agreed: {readonly en: string; readonly ja: string} | undefined): Remark[] {
  const command = `npm run synced -- ${en.file}`;
  const at = ({file}: Page): Pick<Remark, 'file' | 'line' | 'column'> => ({file, line: 1, column: 1});
  if (agreed === undefined)
    return [
      {...at(en), message: `Unexpected page that ${syncFile} does not have, expected it there once both languages agree: ${command}`},
    ];
  const moved = [...(hashOf(en.text) === agreed.en ? [] : [en]), ...(hashOf(ja.text) === agreed.ja ? [] : [ja])];
  const [first, second] = moved;
  if (first === undefined) return [];
  // Both were edited, most likely together. Until somebody says so, the next edit of one of them alone would go unseen.
  if (second !== undefined)
    return [{...at(en), severity: 'warning', message: `Unexpected change of both languages, expected a word that they agree: ${command}`}];
  const other = first === en ? ja : en;
  return [
    {
      ...at(other),
      message: `Unexpected page that stayed as it was when ${first.file} changed, expected the same change here, or none to make; then ${command}`,
    },
  ];
}
