import {describe, expect, it} from 'vitest';
import {runMarkdownlint} from '../../src/lint/engines/markdownlint.ts';
import {inOrder} from '../../src/lint/finding.ts';
import {parsePage} from '../../src/lint/parse.ts';

async function surface(text: string): Promise<string[]> {
  const tree = parsePage('docs/a.mdx', text);
  if ('rule' in tree) throw new Error(tree.message);
  const findings = await runMarkdownlint([{file: 'docs/a.mdx', name: 'a.mdx', language: 'en', text, tree, frontMatter: undefined}]);
  return inOrder(findings).map(({line, rule}) => `${line} ${rule}`);
}

describe('surface style', () => {
  it('lets MDX be MDX', async () => {
    const text =
      '---\ntitle: Page\n---\n\n## A {/* #a */}\n\n<Steps>\n\n- one\n\n</Steps>\n\nSee https://example.com, {/* a *note* */} and so on.\n';
    expect(await surface(text)).toEqual([]);
  });

  it('finds a heading level that is skipped, a fence without a language and emphasis in place of a heading', async () => {
    expect(await surface('## A\n\n#### B\n\n```\nls\n```\n\n**Heading**\n\nText.\n')).toEqual(['3 MD001', '5 MD040', '9 MD036']);
  });
});
