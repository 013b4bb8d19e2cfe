import * as prettier from 'prettier';
import {describe, expect, it} from 'vitest';
import {lintTree} from '../../src/lint/lint-tree.server.ts';
import {handbook, sound} from '../support/sample.ts';

const head = '---\ntitle: Page\ndescription: One page.\nkind: reference\nowner: sre\nstatus: adopted\n---\n\n';
const addresses = '[b]: https://example.com/b\n';

/** A thing that more than one engine could speak of, and the one that does. */
const concerns: readonly {readonly name: string; readonly text: string; readonly rule: string}[] = [
  // Markdown, and neither Prettier nor the parser minds.
  {name: 'a heading level that is skipped', text: '## A {/* #a */}\n\n#### B {/* #b */}\n', rule: 'MD001'},
  {name: 'a link written the wrong way round', text: 'See (this page)[https://example.com].\n', rule: 'MD011'},
  {name: 'a heading without a space', text: '##Heading\n', rule: 'MD018'},
  {name: 'a second title', text: '# Title {/* #title */}\n', rule: 'MD025'},
  {name: 'two quotations that look like one', text: '> One.\n\n> Two.\n', rule: 'MD028'},
  {name: 'emphasis in place of a heading', text: '**Heading**\n\nText.\n', rule: 'MD036'},
  {name: 'a space inside a code span', text: 'Run `ls ` now.\n', rule: 'MD038'},
  {name: 'a space inside a link', text: 'See [ this page](https://example.com).\n', rule: 'MD039'},
  {name: 'a fence without a language', text: '```\nls\n```\n', rule: 'MD040'},
  {name: 'a link without an address', text: 'See [this page]().\n', rule: 'MD042'},
  {name: 'an image without words', text: '![](https://example.com/a.png)\n', rule: 'MD045'},
  {name: 'a label that is not defined', text: 'See [this page][b].\n', rule: 'MD052'},
  {name: 'a label that is not used', text: `Text.\n\n${addresses}`, rule: 'MD053'},
  {name: 'a label that is defined twice', text: `See [this page][b].\n\n${addresses}${addresses}`, rule: 'MD053'},
  {name: 'a row with a cell too few', text: '| A   | B   |\n| --- | --- |\n| 1   |\n', rule: 'MD056'},
  {name: 'a link that does not say where it leads', text: 'See [here](https://example.com).\n', rule: 'MD059'},
  {
    name: 'a label in place of an address',
    text: `See [this page](b) and [that page][b].\n\n${addresses}`,
    rule: 'remark-lint/no-reference-like-url',
  },
  {name: 'a heading of a level that does not exist', text: '####### Seven\n', rule: 'remark-lint/no-heading-like-paragraph'},
  {name: 'a label that repeats its text', text: `See [B][b].\n\n${addresses}`, rule: 'remark-lint/no-unneeded-full-reference-link'},
  {
    name: 'a label of an image that repeats its text',
    text: `![B][b]\n\n${addresses}`,
    rule: 'remark-lint/no-unneeded-full-reference-image',
  },
  // Form.
  {name: 'an underlined heading', text: 'Heading {/* #heading */}\n---\n', rule: 'prettier'},
  {name: 'a closed heading', text: '## Heading {/* #heading */} ##\n', rule: 'prettier'},
  {name: 'an indented heading', text: '  ## Heading {/* #heading */}\n', rule: 'prettier'},
  {name: 'spaces before the text of a heading', text: '##   Heading {/* #heading */}\n', rule: 'prettier'},
  {name: 'no blank line around a heading', text: 'Text.\n## Heading {/* #heading */}\nText.\n', rule: 'prettier'},
  {name: 'no blank line around a fence', text: 'Text.\n```text\nls\n```\nText.\n', rule: 'prettier'},
  {name: 'no blank line before a list', text: 'Text.\n- one\n- two\n', rule: 'prettier'},
  {name: 'another bullet', text: '* one\n* two\n', rule: 'prettier'},
  {name: 'another indent of a list', text: '-   one\n-   two\n', rule: 'prettier'},
  {name: 'another number of a list', text: '1. one\n3. two\n', rule: 'prettier'},
  {name: 'another sign behind a number', text: '1) one\n2) two\n', rule: 'prettier'},
  {name: 'another rule between parts', text: 'One.\n\n***\n\nTwo.\n', rule: 'prettier'},
  {name: 'another fence', text: '~~~text\nls\n~~~\n', rule: 'prettier'},
  {name: 'another sign of emphasis', text: 'It *is* __so__.\n', rule: 'prettier'},
  {name: 'a table without its outer pipes', text: 'A | B\n--- | ---\n1 | 2\n', rule: 'prettier'},
  {name: 'a table that is not aligned', text: '|A|B|\n|---|---|\n|1|2|\n', rule: 'prettier'},
  {name: 'a space at the end of a line', text: 'Text \n', rule: 'prettier'},
  {name: 'a tab between words', text: 'A\tB\n', rule: 'prettier'},
  {name: 'two blank lines', text: 'One.\n\n\nTwo.\n', rule: 'prettier'},
  {name: 'no line break at the end', text: 'Text.', rule: 'prettier'},
  // Meaning.
  {name: 'a heading without an id', text: '## Heading\n', rule: 'heading-ids-equal'},
  {name: 'an id that is there twice', text: '## Heading {/* #a */}\n\n## Heading {/* #a */}\n', rule: 'heading-ids-equal'},
  {name: 'a prompt', text: '```bash\n$ ls\n```\n', rule: 'shell-no-prompt'},
  {name: 'a placeholder', text: '```bash\nls <pod>\n```\n', rule: 'shell-no-placeholder'},
  {name: 'a stub', text: 'TODO\n', rule: 'no-stub'},
  {name: 'an unknown word', text: '<Chart />\n', rule: 'component-props'},
  {name: 'a prop too many', text: '<FiringAlerts colour="red" />\n', rule: 'component-props'},
  {name: 'an unknown service', text: '<ServiceStatus service="gone" />\n', rule: 'service-exists'},
  {name: 'an unknown alert', text: '<FiringAlerts alert="Gone" />\n', rule: 'runbook-alert-exists'},
  {name: 'a word that stands twice', text: 'Look at the the pods.\n', rule: 'retext/repeated-words'},
  {name: 'the wrong article', text: 'Open an runbook.\n', rule: 'retext/indefinite-article'},
  {name: 'a command that no shell can read', text: "```bash\nls 'a\n```\n", rule: 'shell-parses'},
  {name: 'a query that Prometheus cannot read', text: '```promql\nsum(\n```\n', rule: 'promql-parses'},
  {name: 'an absence that looks like zero', text: '```promql\nsum(up) or vector(0)\n```\n', rule: 'promql-no-vector-zero'},
  {name: 'a component that is not closed', text: '<Steps>\n\nText.\n', rule: 'mdx'},
  {name: 'an address in angle brackets', text: 'See <https://example.com>.\n', rule: 'mdx'},
];
/** What is sound here, though an engine would by itself have something to say of it. */
const accepted = [
  'See https://example.com now.\n',
  '## A _word_ {/* #a */}\n\n## A _word_ {/* #b */}\n',
  '<details>\n<summary>More</summary>\n\n- one\n- two\n\n</details>\n',
  `${'A line as long as its thought, '.repeat(12)}and no longer.\n`,
  'Text {/* a *note* */} goes on.\n',
];

/** The rules of all engines together that refuse a page of a handbook in one language. */
async function rulesAgainst(text: string): Promise<string[]> {
  const root = handbook({
    'data/site.yaml': (sound['data/site.yaml'] ?? '').replace('[en, ja]', '[en]'),
    'data/catalog/org.yaml': (sound['data/catalog/org.yaml'] ?? '').replace('[sre-lead]', '[sre-lead, sre-second]'),
    'docs/page.mdx': text,
  });
  const rules = (await lintTree(root)).map(({rule}) => rule);
  // A page that cannot be read has no form.
  if (rules.includes('mdx')) return rules;
  const settings = await prettier.resolveConfig('docs/page.mdx');
  return (await prettier.check(text, {...settings, filepath: 'docs/page.mdx'})) ? rules : [...rules, 'prettier'];
}

describe('all engines together', () => {
  it.each(concerns)('say one thing, once, about $name', async ({text, rule}) => {
    expect(await rulesAgainst(head + text)).toEqual([rule]);
  });

  it.each(accepted)('have nothing to say of %j', async (text) => {
    expect(await rulesAgainst(head + text)).toEqual([]);
  });

  it('say one thing, once, about a missing and about an unknown owner', async () => {
    expect(await rulesAgainst(`${head.replace('owner: sre\n', '')}Text.\n`)).toEqual(['page-front-matter']);
    expect(await rulesAgainst(`${head.replace('owner: sre', 'owner: sales')}Text.\n`)).toEqual(['owner-exists']);
  });
});
