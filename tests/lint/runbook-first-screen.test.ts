import {describe, expect, it} from 'vitest';
import {runbookFirstScreen} from '../../src/lint/remark/runbook-first-screen.ts';
import {lintText, page} from '../support/lint.ts';

const params = (count: number): string =>
  `params:\n${Array.from({length: count}, (_, i) => `  - {name: P${i}, label: p${i}, example: x}\n`).join('')}`;
const step = (kind: string, inner: string): string => `<Step id="a" kind="${kind}" title="Look">\n\n${inner}\n\n</Step>\n`;
const command = '```bash\nls\n```';
const words = (count: number): string => Array.from({length: count}, () => 'word').join(' ');

describe('runbook-first-screen', () => {
  const accepted = [
    {name: 'a short one', text: page('runbook', step('check', command), `impact: Slow.\n${params(6)}`)},
    {name: 'an impact of 140 letters', text: page('runbook', '', `impact: ${'a'.repeat(140)}\n`)},
    {name: 'an impact of 70 Japanese letters', text: page('runbook', '', `impact: ${'遅'.repeat(70)}\n`)},
    {
      name: 'much prose in what the lane folds away',
      text: page('runbook', `## M {/* #meaning */}\n\n${words(300)}\n\n${step('check', command)}`),
    },
    {name: 'much prose behind the first command', text: page('runbook', step('check', `${command}\n\n${words(300)}`))},
    {name: 'a page of another kind', text: page('procedure', step('change', command), `impact: ${'a'.repeat(200)}\n`)},
    {name: 'fields of another type: the concern of runbook-front-matter', text: page('runbook', '', 'impact: 3\nparams: 4\n')},
  ];
  it.each(accepted)('accepts $name', async ({text}) => {
    expect(await lintText(runbookFirstScreen, text)).toEqual([]);
  });

  const refused = [
    {
      name: 'an impact of 141 letters',
      text: page('runbook', '', `impact: ${'a'.repeat(141)}\n`),
      messages: ['7:9 Unexpected impact as wide as 141 letters, expected at most 140 (70 in Japanese)'],
    },
    {
      name: 'a Japanese title of 31 letters',
      text: page('runbook', '').replace('title: Page', `title: ${'遅'.repeat(31)}`),
      messages: ['2:8 Unexpected title as wide as 62 letters, expected at most 60 (30 in Japanese)'],
    },
    {
      name: 'seven parameters',
      text: page('runbook', '', params(7)),
      messages: ['14:5 Unexpected 7 parameters to fill, expected at most 6: split the page, or let a step find the rest'],
    },
    {
      name: 'a change as the first step',
      text: page('runbook', step('change', command)),
      messages: ['9:1 Unexpected change as the first step, expected a check: who was just woken looks before they change anything'],
    },
    {
      name: 'much prose before the first command',
      text: page('runbook', `${step('check', words(100))}\n${step('check', `${words(98)}\n\n${command}`)}`),
      messages: ['19:1 Unexpected 201 words before the first command of a check, expected at most 200'],
    },
    {
      name: 'much Japanese before the first command',
      text: page('runbook', step('check', `${'空き容量を確認します。'.repeat(40)}\n\n${command}`)),
      messages: [expect.stringMatching(/^13:1 Unexpected 2\d\d words before the first command/)],
    },
  ];
  it.each(refused)('refuses $name', async ({text, messages}) => {
    expect(await lintText(runbookFirstScreen, text)).toEqual(messages);
  });
});
