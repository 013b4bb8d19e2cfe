import type {Language} from '../catalog/contract.ts';
import {plain, type Term} from './contract.ts';

/** A spelling that the glossary does not use, where it stands in a text. */
export interface Misspelled {
  readonly start: number;
  readonly found: string;
  readonly expected: string;
}

/** Finds the spellings in prose of one language that the glossary does not use. */
export type FindMisspelled = (words: string) => Misspelled[];

/** Speech and messages of machines stay as they were. Japanese brackets mark terms, too, and are looked into. */
const quoted = /“[^”]*”|"[^"]*"/g;

/**
 * Makes the search for one language. Whole words count in English, with a plural s and in any case; in Japanese, where words are not
 * parted, a spelling counts wherever no word of the glossary holds it: サーバ is not found in サーバー. Line breaks count as spaces.
 */
export function misspelledIn(terms: readonly Term[], language: Language): FindMisspelled {
  const expected = new Map(terms.flatMap((term) => term.not[language].map((wrong) => [plain(wrong), term[language]] as const)));
  if (expected.size === 0) return () => [];
  const wrong = new RegExp(whole([...expected.keys()], language), 'giu');
  const right = new RegExp(whole([...new Set(terms.map((term) => plain(term[language])))], language), 'giu');
  return (words) => {
    const text = words.replace(quoted, (found) => '\uFFFC'.repeat(found.length));
    const found = [...text.matchAll(wrong)];
    if (found.length === 0) return [];
    const sound = [...text.matchAll(right)].map((match) => ({from: match.index, to: match.index + match[0].length}));
    return found.flatMap((match) => {
      const [all, plural = ''] = match;
      const start = match.index;
      // ErrorBudget is the name of a component, whatever becomes of the words in it.
      if (/\p{Ll}\p{Lu}/u.test(all)) return [];
      if (sound.some(({from, to}) => from <= start && start + all.length <= to)) return [];
      const term = expected.get(plain(all.slice(0, all.length - plural.length)));
      return term === undefined ? [] : [{start, found: all, expected: likeWritten(term, all) + plural}];
    });
  };
}

/** The longest first, so that a spelling that begins another does not win. */
function whole(spellings: readonly string[], language: Language): string {
  const any = spellings
    .toSorted((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
    .join('|');
  return language === 'en' ? `(?<![\\p{L}\\p{N}_-])(?:${any})(s?)(?![\\p{L}\\p{N}_-])` : `(?:${any})`;
}

/** At the start of a sentence the word that belongs there has a capital, too. */
function likeWritten(term: string, found: string): string {
  const capital = /^\p{Lu}/u.test(found);
  return capital ? term.charAt(0).toUpperCase() + term.slice(1) : term;
}
