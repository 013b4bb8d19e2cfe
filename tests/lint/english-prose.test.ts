import {describe, expect, it} from 'vitest';
import {runRetext} from '../../src/lint/engines/retext.ts';
import {proseOf} from '../../src/lint/prose/prose.server.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {page} from '../support/lint.ts';
import {handbook, ja} from '../support/sample.ts';

function say(files: Readonly<Record<string, string>>): string[] {
  const findings = runRetext(proseOf(readRepository(handbook(files)).repository));
  return findings.map(({file, line, column, rule, message}) => `${file}:${line}:${column} ${rule} ${message}`);
}

const accepted = [
  'What it had had that that one can can.',
  'An hour, a user, an SLO, a URL, an 8-hour shift, a one-time code.',
  'The `the` the, and the **bold** one; a `hour`.',
  '| the | the |\n| - | - |\n| a | hour |',
  'The PIN, the XML of a page, an API server.',
  '```text\nthe the\n```',
];
const refused = [
  {text: 'It is the the case.', say: '9:7 retext/repeated-words Unexpected repeated `the`, remove one occurrence'},
  {text: 'It is the\nthe case.', say: '9:7 retext/repeated-words Unexpected repeated `the`, remove one occurrence'},
  {text: 'It is **the** the case.', say: '9:9 retext/repeated-words Unexpected repeated `the`, remove one occurrence'},
  {text: '- A hour ago.', say: '9:3 retext/indefinite-article Unexpected article `A` before `hour`, expected `An`'},
  {text: 'It is an “user”.', say: '9:7 retext/indefinite-article Unexpected article `an` before `user`, expected `a`'},
  {text: 'Type the PIN number.', say: '9:10 retext/redundant-acronyms Unexpected redundant `PIN number`, expected `PIN`'},
  {text: 'The HTML markup language.', say: '9:5 retext/redundant-acronyms Unexpected redundant `HTML markup language`, expected `HTML`'},
];

describe('english-prose', () => {
  it.each(accepted)('accepts %j', (text) => {
    expect(say({'docs/a.mdx': page('reference', text)})).toEqual([]);
  });

  it.each(refused)('refuses $text', ({text, say: expected}) => {
    expect(say({'docs/a.mdx': page('reference', text)})).toEqual([`docs/a.mdx:${expected}`]);
  });

  it('reads titles, props and the English of data/, and no Japanese page', () => {
    const repeated = 'retext/repeated-words Unexpected repeated `the`, remove one occurrence';
    expect(
      say({
        'docs/a.mdx': page('reference', '<Step id="a" title="See the the pods" />').replace('title: Page', "title: 'The the page'"),
        [`${ja}/a.mdx`]: page('reference', 'See the the pods.'),
        'data/words.yaml': 'title:\n  en: >-\n    Look at the the\n    board\n  ja: 見る\n',
      }),
    ).toEqual([`docs/a.mdx:2:9 ${repeated}`, `docs/a.mdx:9:25 ${repeated}`, `data/words.yaml:3:13 ${repeated}`]);
  });
});
