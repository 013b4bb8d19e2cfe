import type {Language} from '../catalog/contract.ts';
import type {RegisterFacts} from '../registers/register-facts.ts';
import type {Term} from './contract.ts';

/** A word in the language of a page. */
export interface TermFacts {
  readonly id: string;
  readonly term: string;
  /** The same in the other language; undefined where both spell it alike. */
  readonly other: string | undefined;
  /** よみ, where the page is Japanese and the word is more than kana. */
  readonly reading: string | undefined;
  readonly means: string;
}

/** What `<Term>` shows. */
export function termFacts({id, reading, means, ...term}: Term, language: Language): TermFacts {
  const other = term[otherThan(language)];
  return {
    id,
    term: term[language],
    other: other === term[language] ? undefined : other,
    reading: language === 'ja' && !kana.test(term.ja) ? reading : undefined,
    means: means[language],
  };
}

const kana = /^[\p{Script=Katakana}\p{Script=Hiragana}ー・]+$/u;

/** Every term as a row, in the order of a dictionary: by its letters in English, by its reading in Japanese. The row is the term's address. */
export function glossaryFacts(terms: readonly Term[], language: Language): RegisterFacts {
  const other = otherThan(language);
  const title = titles[language];
  const keyOf = (term: Term): string => (language === 'ja' ? term.reading : term.en);
  return {
    columns: [
      {id: 'term', kind: 'text', title: title.term},
      {id: 'reading', kind: 'text', title: title.reading, lang: language === 'ja' ? undefined : 'ja'},
      {id: 'means', kind: 'text', title: title.means},
      {id: 'other', kind: 'text', title: title.other, lang: other},
      {id: 'not', kind: 'text', title: title.not},
    ],
    rows: terms
      .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), language))
      .map((term) => ({
        id: term.id,
        cells: {
          term: term[language],
          reading: term.reading,
          means: term.means[language],
          other: term[other],
          not: term.not[language].join(language === 'ja' ? '、' : ', '),
        },
      })),
  };
}

const titles: Readonly<Record<Language, Readonly<Record<'term' | 'reading' | 'means' | 'other' | 'not', string>>>> = {
  en: {term: 'Word', reading: 'Reading (よみ)', means: 'Meaning', other: 'Japanese', not: 'Not written'},
  ja: {term: '言葉', reading: 'よみ', means: '意味', other: '英語', not: '使わない表記'},
};

function otherThan(language: Language): Language {
  return language === 'en' ? 'ja' : 'en';
}
