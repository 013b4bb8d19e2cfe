import {expect, it} from 'vitest';
import {sectionsOf} from '../../../src/retro/facts/sections.ts';

it('reads the blocks below a heading as plain text', () => {
  const page = `# Page

## Rules {/* #rules */}

A **bold** word, \`code\` and a [link](/x).

| Rule | Because |
| ---- | ------- |
| a\\|b | _why_ |

1. one
   goes on
2. two

> first
>
> second

## Next

unread`;
  expect([...sectionsOf(page)]).toEqual([
    [
      'rules',
      [
        {kind: 'paragraph', text: 'A bold word, code and a link.'},
        {kind: 'table', rows: [['a|b', 'why']]},
        {kind: 'list', items: ['one goes on', 'two']},
        {kind: 'quote', text: 'first\nsecond'},
      ],
    ],
  ]);
});

it('gives nothing for a page that has no sections', () => {
  expect(sectionsOf('').size).toBe(0);
  expect(sectionsOf('only words\n\n## No id\n').size).toBe(0);
});
