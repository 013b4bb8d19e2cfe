import {field, sectionsOf, type Section} from '../content.ts';
import type {Remark} from '../finding.ts';
import {byName, isRecord, type Page} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';
import {hasOwnSections} from '../sections.ts';

/** Headings carry an id of their own, the same in every language: a link keeps its place whatever the heading says. */
export const headingIdsEqual: CatalogRule = {
  id: 'heading-ids-equal',
  isLocal: true,
  check: (repository) =>
    // A record is written once, often in a hurry, and nothing has to match it.
    [...byName(repository).values()]
      .filter((pages) => !pages.some(isRecord))
      .flatMap((pages) => {
        const original = pages.find((page) => page.language === repository.languages[0]);
        return pages.flatMap((page) => [...own(page), ...(original === undefined || page === original ? [] : against(page, original))]);
      }),
};

/** Where a rule about sections says which there are, it speaks of them alone. */
function headings({tree, frontMatter}: Page): Section[] {
  const first = hasOwnSections(field(frontMatter, 'kind')) ? 3 : 2;
  return sectionsOf(tree).filter(({depth}) => depth >= first && depth <= 4);
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

/** The first difference only: what follows it is rarely a second mistake. A heading without an id is one already. */
function against(page: Page, original: Page): Remark[] {
  const {file} = page;
  const ours = headings(page);
  const theirs = headings(original);
  // Said already, of the page itself.
  if (new Set(ours.map(({id}) => id)).size < ours.length) return [];
  for (const [i, theirsHere] of theirs.entries()) {
    const expected = `${say(theirsHere)} as in ${original.file}:${theirsHere.line}`;
    const here = ours[i];
    if (here === undefined) return [{file, line: 1, column: 1, message: `Unexpected end of the headings, expected ${expected}`}];
    const sameId = here.id === undefined || theirsHere.id === undefined || here.id === theirsHere.id;
    if (sameId && here.depth === theirsHere.depth) continue;
    return [{file, line: here.line, column: here.column, message: `Unexpected heading ${say(here)}, expected ${expected}`}];
  }
  const extra = ours[theirs.length];
  if (extra?.id === undefined) return [];
  const {line, column} = extra;
  return [{file, line, column, message: `Unexpected heading ${say(extra)}, expected no further heading, as in ${original.file}`}];
}

function say({depth, id, text}: Section): string {
  return `h${depth} ${JSON.stringify(id ?? text)}`;
}
