import {field} from '../content.ts';
import type {Remark} from '../finding.ts';
import type {Page, Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/**
 * A page names practices that are in the register, and the page of a practice names it: whoever gives up one of the two sees the other. A
 * handbook whose register is empty has begun with other practices, and owes nothing.
 */
export const practiceExists: CatalogRule = {
  id: 'practice-exists',
  check: ({registers, pages, languages}) => {
    const rows = registers?.practices ?? [];
    if (rows.length === 0) return [];
    return [...pages.flatMap((page) => unknown(page, rows)), ...rows.flatMap((row) => unnamed(row, {pages, languages}))];
  },
};

type Row = NonNullable<Repository['registers']>['practices'][number];

function unknown(page: Page, rows: readonly Row[]): Remark[] {
  const known = new Set(rows.map(({value: {id}}) => id));
  const named = practicesOf(page);
  return named.flatMap((id, i) => {
    if (page.frontMatter === undefined || (known.has(id) && named.indexOf(id) === i)) return [];
    const [found, expected] = known.has(id)
      ? [`${id} a second time`, 'each practice once']
      : [JSON.stringify(id), 'the id of a practice in data/registers/practices.yaml'];
    return [{...page.frontMatter.place(['practices', i]), message: `Unexpected practice ${found}, expected ${expected}`}];
  });
}

function unnamed({value: {id, page}, place}: Row, {pages, languages}: Pick<Repository, 'pages' | 'languages'>): Remark[] {
  const own = pages.find(({language, name}) => language === languages[0] && name.replace(/\.mdx?$/, '') === page);
  if (own === undefined)
    return [{...place('page'), message: `Unexpected page ${JSON.stringify(page)} of ${id}, expected one that exists in ${languages[0]}`}];
  const named = practicesOf(own);
  if (named.includes(id)) return [];
  const message = `Unexpected page ${page} of ${id} whose front matter does not name it, expected practices: [${[...named, id].join(', ')}]`;
  return [{...place('page'), message}];
}

/** A value of another shape is said by page-front-matter. */
function practicesOf({frontMatter}: Page): string[] {
  const value = field(frontMatter, 'practices');
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
