import {sectionsOf, type Section} from '../content.ts';
import type {Remark} from '../finding.ts';
import {byName, isRecord, type Page} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/** Headings carry an id of their own, the same in every language: a link keeps its place whatever the heading says. */
export const headingIdsEqual: CatalogRule = {
  id: 'heading-ids-equal',
  check: (repository) =>
    // A record is written once, often in a hurry, and nothing has to match it.
    [...byName(repository).values()]
      .filter((pages) => !pages.some(isRecord))
      .flatMap((pages) => {
        const original = pages.find((page) => page.language === repository.languages[0]);
        return pages.flatMap((page) => [...own(page), ...(original === undefined || page === original ? [] : against(page, original))]);
      }),
};

function headings(page: Page): Section[] {
  return sectionsOf(page.tree).filter(({depth}) => depth >= 2 && depth <= 4);
}

function own(page: Page): Remark[] {
  const {file} = page;
  const seen = new Set<string>();
  return headings(page).flatMap(({id, text, line, column}) => {
    if (id === undefined)
      return [{file, line, column, message: `Unexpected heading ${JSON.stringify(text)} without an id, expected {/* #id */} after it`}];
    if (seen.has(id)) return [{file, line, column, message: `Unexpected id "${id}" a second time, expected each id once in a page`}];
    seen.add(id);
    return [];
  });
}

/** The first difference only: what follows it is rarely a second mistake. */
function against(page: Page, original: Page): Remark[] {
  const ours = headings(page).filter(({id}) => id !== undefined);
  const theirs = headings(original).filter(({id}) => id !== undefined);
  for (const [i, theirsHere] of theirs.entries()) {
    const expected = `h${theirsHere.depth} "${theirsHere.id}" as in ${original.file}:${theirsHere.line}`;
    const here = ours[i];
    if (here === undefined) return [{file: page.file, line: 1, column: 1, message: `Unexpected end of the headings, expected ${expected}`}];
    if (here.id === theirsHere.id && here.depth === theirsHere.depth) continue;
    return [
      {
        file: page.file,
        line: here.line,
        column: here.column,
        message: `Unexpected heading h${here.depth} "${here.id}", expected ${expected}`,
      },
    ];
  }
  const extra = ours[theirs.length];
  if (extra === undefined) return [];
  const {line, column, depth, id} = extra;
  return [
    {file: page.file, line, column, message: `Unexpected heading h${depth} "${id}", expected no further heading, as in ${original.file}`},
  ];
}
