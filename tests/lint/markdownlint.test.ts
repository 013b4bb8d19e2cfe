import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import * as z from 'zod';
import {runMarkdownlint} from '../../src/lint/engines/markdownlint.ts';
import {inOrder} from '../../src/lint/finding.ts';
import {parsePage} from '../../src/lint/parse.ts';

async function surface(text: string): Promise<string[]> {
  const tree = parsePage('docs/a.mdx', text);
  if ('rule' in tree) throw new Error(tree.message);
  const findings = await runMarkdownlint([{file: 'docs/a.mdx', text}]);
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

  it('says of every rule of markdownlint whether it is on, or why not', () => {
    const known = z
      .object({properties: z.record(z.string(), z.unknown())})
      .parse(JSON.parse(readFileSync('node_modules/markdownlint/schema/markdownlint-config-schema.json', 'utf8')));
    const rules = Object.keys(known.properties).filter((name) => /^MD\d{3}$/.test(name));
    const named = [...readFileSync('.markdownlint-cli2.jsonc', 'utf8').matchAll(/\bMD\d{3}\b/g)].map(([name]) => name);
    expect(named.toSorted()).toEqual(rules.toSorted());
  });
});
