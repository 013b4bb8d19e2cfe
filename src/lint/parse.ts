import type {Root} from 'mdast';
import type {Node, Parent} from 'mdast';
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
  const refuse = (message: string, {line = 1, column = 1}: {line?: number | undefined; column?: number | undefined}): Finding => ({
    file,
    line,
    column,
    rule: 'mdx',
    severity: 'error',
    message,
  });
  try {
    const tree = markdown.parse(new VFile({path: file, value: text}));
    const deep = deepest(tree, limit);
    return deep === undefined ? tree : refuse(tooDeep, deep.position?.start ?? {});
  } catch (error) {
    if (error instanceof VFileMessage) return refuse(error.reason, tagIn(error.reason) ?? error);
    // The parser calls itself for what stands in something else.
    if (error instanceof RangeError) return refuse(tooDeep, {});
    throw error;
  }
}

/** The tag that a message is about, where it names it: its own place is that of the paragraph. */
function tagIn(reason: string): {line: number; column: number} | undefined {
  const [, line, column] = /^Expected a closing tag for `[^`]*` \((\d+):(\d+)-/.exec(reason) ?? [];
  return line === undefined ? undefined : {line: Number(line), column: Number(column)};
}

const limit = 100;
const tooDeep = `Unexpected nesting of more than ${limit} levels, expected text that a person can follow`;

/** A node below so many others; what walks a tree calls itself for each level. */
function deepest(tree: Root, levels: number): Node | undefined {
  let below: readonly Node[] = [tree];
  for (let level = 0; level < levels && below.length > 0; level++)
    below = below.flatMap((node) => ('children' in node ? (node as Parent).children : []));
  return below[0];
}
