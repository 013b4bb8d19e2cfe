import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {kindOf} from '../content.ts';
import {checkSections, sectionIds} from '../sections.ts';

/** A runbook has the same six sections in the same order, so that whoever knows one knows all. */
export const runbookSections = lintRule<Root>({origin: 'handbook-lint:runbook-sections'}, (tree, file) => {
  if (kindOf(tree) === 'runbook') checkSections(tree, file, sectionIds.runbook);
});
