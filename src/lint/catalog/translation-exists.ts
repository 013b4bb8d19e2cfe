import {join} from 'node:path';
import {docsFolder} from '../../runbook/read-runbooks.server.ts';
import {byName, isRecord} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/** What teaches exists in every language of the handbook. A record, which says its `lang`, is written once. */
export const translationExists: CatalogRule = {
  id: 'translation-exists',
  isLocal: true,
  check: (repository) =>
    [...byName(repository)].flatMap(([name, pages]) => {
      const [page] = pages;
      if (page === undefined || pages.some(isRecord)) return [];
      return repository.languages
        .filter((language) => !pages.some((candidate) => candidate.language === language))
        .map((language) => {
          const expected = join(docsFolder(language), name);
          return {file: page.file, line: 1, column: 1, message: `Unexpected page in ${page.language} only, expected ${expected} as well`};
        });
    }),
};
