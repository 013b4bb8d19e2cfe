import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { publicRules, remarkRules } from './src/lint/preset.ts';

/** A rule about pages has nothing to say of other Markdown, such as the README. */
function inPages(rule) {
  return function (options) {
    const check = rule.call(this, options);
    return (tree, file, next) =>
      /(^|\/)(docs|current)\//.test(file.path ?? '') ? check(tree, file, next) : next(undefined, tree, file);
  };
}

/** For editors and remark-cli: the syntax and the rules about one page of `npm run lint`. */
export default {
  settings: { bullet: '-' },
  plugins: [
    remarkMdx,
    remarkGfm,
    [remarkFrontmatter, ['yaml']],
    remarkDirective,
    ...[...remarkRules, ...publicRules].map((rule) => [inPages(rule), ['error']]),
  ],
};
