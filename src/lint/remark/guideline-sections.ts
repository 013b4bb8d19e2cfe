import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {kindOf} from '../content.ts';
import {checkSections, sectionIds} from '../sections.ts';

/** A guideline says why before what, how one knows that it works, and where it does not fit. */
export const guidelineSections = lintRule<Root>({origin: 'handbook-lint:guideline-sections'}, (tree, file) => {
  if (kindOf(tree) === 'guideline') checkSections(tree, file, sectionIds.guideline);
});
