import {misspelledIn} from '../../glossary/find-misspelled.ts';
import {placeOf, proseOf} from '../prose/prose.server.ts';
import type {CatalogRule} from '../rule.ts';

/** What readers read spells the words of data/glossary.yaml as it does. Code, addresses and quoted words are left alone. */
export const termSpelling: CatalogRule = {
  id: 'term-spelling',
  isLocal: true,
  check: (repository) => {
    const terms = repository.glossary?.value.terms;
    if (terms === undefined) return [];
    const find = {en: misspelledIn(terms, 'en'), ja: misspelledIn(terms, 'ja')};
    return proseOf(repository).flatMap(({file, text, passages}) =>
      passages.flatMap(({language, words, start}) =>
        find[language](words).map((misspelled) => {
          const from = start + misspelled.start;
          const found = misspelled.found.replace(/\s+/g, ' ');
          return {
            file,
            ...placeOf(text, from),
            end: placeOf(text, from + misspelled.found.length),
            message: `Unexpected spelling ${JSON.stringify(found)}, expected ${JSON.stringify(misspelled.expected)}, as data/glossary.yaml has it`,
          };
        }),
      ),
    );
  },
};
