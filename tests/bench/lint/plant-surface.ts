import {insertBlock, insertWord} from './edit.ts';
import {onPage, type Planter} from './fault.ts';

/** Faults of form, whichever engine owns them: what stands between two blocks of the page, and the line of it that is wrong. */
const blocks: readonly (readonly [rule: string, name: string, block: readonly string[], explains?: readonly string[]])[] = [
  ['MD001', 'a heading two levels down', ['###### Deep', '', 'Words.']],
  ['MD011', 'a link the wrong way round', ['See (the list)[/reference/].']],
  ['MD018', 'a heading without its space', ['#Heading']],
  ['MD025', 'a second title', ['# Title'], ['heading-ids-equal']],
  [
    'MD026',
    'a heading that ends like a sentence',
    ['## All is well. {/* #all-is-well */}', '', 'Words.'],
    ['heading-ids-equal', 'runbook-sections', 'guideline-sections'],
  ],
  ['MD028', 'two quotations that look like one', ['> One.', '', '> Two.']],
  ['MD036', 'a bold line in place of a heading', ['**What we know**', '', 'Words.']],
  ['MD039', 'a link with a space', ['See [the list ](/reference/).']],
  ['MD040', 'a fence that does not say what it holds', ['```', 'what is this', '```']],
  ['MD042', 'a link to nowhere', ['See [the list]().']],
  ['MD045', 'a picture without words', ['![](/img/logo.svg)']],
  ['MD052', 'a label that does not exist', ['See [the list][no-such-label].']],
  ['MD053', 'a label that nobody uses', ['[unused-label]: https://handbook.example/']],
  ['MD056', 'a row with a cell too many', ['| a | b |', '| - | - |', '| 1 | 2 | 3 |']],
  ['MD059', 'a link that says nothing', ['See [here](/reference/).']],
  [
    'remark-lint/no-reference-like-url',
    'a label as an address',
    ['See [the list](some-label).', '', '[some-label]: https://handbook.example/'],
    ['MD053'],
  ],
  ['remark-lint/no-heading-like-paragraph', 'a heading with seven marks', ['####### Deep']],
  [
    'remark-lint/no-unneeded-full-reference-link',
    'a label said twice',
    ['See [The List][the list].', '', '[the list]: https://handbook.example/a'],
  ],
];

export const surfacePlanters: readonly Planter[] = [
  ...blocks.map(([rule, name, block, explains = []]) => onPage(rule, name, (page, random) => insertBlock(page, random, block), {explains})),
  onPage('MD038', 'code with a space', (page, random) =>
    insertWord(page, random, random.pick(['` kubectl`', '`kubectl `']) ?? '` kubectl`'),
  ),
];
