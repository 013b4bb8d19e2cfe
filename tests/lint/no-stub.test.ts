import {describe, expect, it} from 'vitest';
import {noStub} from '../../src/lint/remark/no-stub.ts';
import {lintText} from '../support/lint.ts';

const accepted = [
  'A finished sentence.\n',
  'The word `TODO` in a code span.\n',
  '```text\nTODO\n```\n',
  '{/* The order matters. */}\n',
  'Mastodon.\n',
];
const refused = [
  {text: 'First.\n\nTODO: write this.\n', messages: ['3:1 Unexpected "TODO", expected finished text, or no page yet']},
  {text: 'One line\nand fixme later.\n', messages: ['2:5 Unexpected "fixme", expected finished text, or no page yet']},
  {text: '## Coming soon {/* #soon */}\n', messages: ['1:4 Unexpected "Coming soon", expected finished text, or no page yet']},
  {text: 'このページは準備中です。\n', messages: ['1:7 Unexpected "準備中", expected finished text, or no page yet']},
  {text: '{/* TBD */}\n', messages: ['1:5 Unexpected "TBD", expected finished text, or no page yet']},
  {text: '---\ntitle: A page\nimpact: TODO\n---\n', messages: ['3:9 Unexpected "TODO", expected finished text, or no page yet']},
  {
    text: '---\ntitle: TODO\nimpact: TBD\n---\n',
    messages: [
      '2:8 Unexpected "TODO", expected finished text, or no page yet',
      '3:9 Unexpected "TBD", expected finished text, or no page yet',
    ],
  },
  {text: 'Lorem ipsum dolor.\n', messages: ['1:1 Unexpected "Lorem ipsum", expected finished text, or no page yet']},
];

describe('no-stub', () => {
  it.each(accepted)('accepts %j', async (text) => {
    expect(await lintText(noStub, text)).toEqual([]);
  });
  it.each(refused)('refuses $text', async ({text, messages}) => {
    expect(await lintText(noStub, text)).toEqual(messages);
  });
});
