import type {Root} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {VFileMessage} from 'vfile-message';
import type {Finding} from './finding.ts';

// The syntax that the site reads: every page is MDX, whatever its extension.
const markdown = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(remarkDirective).freeze();

/** The tree of a page, or the finding that says where it stops being MDX. */
export function parsePage(file: string, text: string): Root | Finding {
  try {
    return markdown.parse(new VFile({path: file, value: text}));
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error;
    return {file, line: error.line ?? 1, column: error.column ?? 1, rule: 'mdx', severity: 'error', message: error.reason};
  }
}
