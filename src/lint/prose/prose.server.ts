import type {Language} from '../../catalog/contract.ts';
import {filesIn, readText} from '../../catalog/read-text.server.ts';
import type {Page, Repository} from '../repository.ts';
import {passagesOf, type Passage} from './passage.ts';
import {dataStrings, frontMatterStrings, interfaceStrings, propStrings} from './strings.ts';

/** What a file says to readers. */
export interface Prose {
  readonly file: string;
  readonly text: string;
  /** Undefined when it is no page. */
  readonly page: Page | undefined;
  readonly passages: readonly Passage[];
}

const known = new WeakMap<Page, Prose>();

/** Everything in the handbook that is written for readers: pages, the words of the interface, and what `data/` says in a language. */
export function proseOf(repository: Repository): readonly Prose[] {
  return [...repository.pages.map(ofPage), ...readInterface(repository), ...readData(repository)];
}

function ofPage(page: Page): Prose {
  const before = known.get(page);
  if (before !== undefined) return before;
  const {file, text, tree, frontMatter} = page;
  const language = languageOf(page);
  const passages = [
    ...(frontMatter === undefined ? [] : frontMatterStrings(tree, text, language)),
    ...passagesOf(tree, text, language),
    ...propStrings(tree, text, language),
  ];
  const prose = {file, text, page, passages: passages.toSorted((a, b) => a.start - b.start)};
  known.set(page, prose);
  return prose;
}

/** A record is written in the language that it says, wherever it stands. */
function languageOf({frontMatter, language}: Page): Language {
  const value = frontMatter?.value;
  const lang = typeof value === 'object' && value !== null && 'lang' in value ? value.lang : undefined;
  return lang === 'en' || lang === 'ja' ? lang : language;
}

function readInterface({root, languages}: Repository): Prose[] {
  return languages.flatMap((language) =>
    texts(root, `i18n/${language}`, /\.json$/).map(({file, text}) => ({
      file,
      text,
      page: undefined,
      passages: interfaceStrings(text, language),
    })),
  );
}

function readData({root, languages}: Repository): Prose[] {
  return texts(root, 'data', /\.ya?ml$/).map(({file, text}) => ({
    file,
    text,
    page: undefined,
    passages: dataStrings(text).filter(({language}) => languages.includes(language)),
  }));
}

/** Files that cannot be read are left out: whoever needs what is in them says so. */
function texts(root: string, folder: string, ending: RegExp): {file: string; text: string}[] {
  return filesIn(root, folder, {ending}, []).flatMap((file) => {
    const text = readText(root, file, []);
    return text === undefined ? [] : [{file, text}];
  });
}

/** Line and column of a place in a text, both from 1. */
export function placeOf(text: string, offset: number): {line: number; column: number} {
  const before = text.slice(0, offset);
  const last = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line++;
  return {line, column: offset - last};
}
