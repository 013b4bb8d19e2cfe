import {basename} from 'node:path';
import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import type {Slip} from '../../catalog/slip.ts';
import {CommonFrontMatter, kinds} from '../../page/contract.ts';
import {field, frontMatterOf} from '../content.ts';

/**
 * Every page says what it is, whose it is and how far it can be trusted, in the shape of its kind. The own fields of a runbook are the concern of
 * runbook-front-matter.
 */
export const pageFrontMatter = lintRule<Root>({origin: 'handbook-lint:page-front-matter'}, (tree, file) => {
  const slips: Slip[] = [];
  const frontMatter = frontMatterOf(tree, file.path, slips);
  const kind = field(frontMatter, 'kind');
  if (frontMatter === undefined) {
    if (slips.length === 0)
      file.message('Unexpected page without front matter, expected title, description, kind, owner and status', {line: 1, column: 1});
  } else if (!kinds.some((known) => known === kind)) {
    const {line, column} = frontMatter.place(['kind']);
    const found = kind === undefined ? 'front matter without a kind' : `kind: ${JSON.stringify(kind)}`;
    file.message(`Unexpected ${found}, expected one of ${kinds.join(', ')}`, {line, column});
  } else {
    const matter = frontMatter.check(CommonFrontMatter, slips);
    const named = /^\d{4}-\d\d-\d\d(?=-)/.exec(basename(file.path))?.[0];
    // Whoever looks for a day finds the record by its name; lists show it under its date.
    if (matter !== undefined && 'date' in matter && named !== undefined && matter.date !== named)
      slips.push({...frontMatter.place(['date']), found: `date: ${matter.date}`, expected: `${named}, as the name of the file says`});
  }
  for (const {line, column, found, expected} of slips) file.message(`Unexpected ${found}, expected ${expected}`, {line, column});
});
