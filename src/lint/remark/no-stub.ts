import type {Root} from 'mdast';
import {lintRule} from 'unified-lint-rule';
import {visit} from 'unist-util-visit';

/** Words of pages that are not written yet. What a page says about such a word stands in a code span. */
export const stub = /\b(?:TODO|FIXME|TBD)\b|lorem ipsum|coming soon|準備中|作成中|工事中|(?:あと|後)で書く/iu;
const everyStub = new RegExp(stub, 'giu');

/** A page that says nothing is worse than none: the reader opens it, waits and loses trust in the others. */
export const noStub = lintRule<Root>({origin: 'handbook-lint:no-stub'}, (tree, file) => {
  visit(tree, (node) => {
    if (node.type !== 'text' && node.type !== 'yaml' && node.type !== 'mdxTextExpression' && node.type !== 'mdxFlowExpression') return;
    if (node.position === undefined) return;
    const {column} = node.position.start;
    // The fence of front matter is a line of its own.
    const line = node.position.start.line + (node.type === 'yaml' ? 1 : 0);
    const lead = node.type === 'text' || node.type === 'yaml' ? 0 : 1;
    for (const found of node.value.matchAll(everyStub)) {
      // Text nodes have their source's line breaks; what is before the word on its line gives the column.
      const before = node.value.slice(0, found.index).split('\n');
      const start =
        before.length === 1
          ? {line, column: column + lead + found.index}
          : {line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1};
      file.message(`Unexpected ${JSON.stringify(found[0])}, expected finished text, or no page yet`, start);
    }
  });
});
