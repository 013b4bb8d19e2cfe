import {describe, expect, it} from 'vitest';
import {termSpelling} from '../../src/lint/catalog/term-spelling.ts';
import {lintFiles, page} from '../support/lint.ts';
import {ja} from '../support/sample.ts';

const glossary = `terms:
  - {id: runbook, en: runbook, ja: ランブック, reading: らんぶっく, not: {en: [run book], ja: [手順帳]}, means: {en: A page., ja: ページ。}}
  - {id: server, en: server, ja: サーバー, reading: さーばー, not: {ja: [サーバ]}, means: {en: A machine., ja: 機械。}}
`;
const say = (files: Readonly<Record<string, string>>): string[] => lintFiles(termSpelling, {'data/glossary.yaml': glossary, ...files});
const instead = (found: string, expected: string): string =>
  `Unexpected spelling "${found}", expected "${expected}", as data/glossary.yaml has it`;

describe('term-spelling', () => {
  it.each([
    'The runbook.',
    'Type `run book`.',
    '```text\nrun book\n```',
    'It says "no run book".',
    'See https://run.example/run%20book and [this](https://a.example/ "run book").',
    'See [/run-book](/run-book).',
    '<Step id="run book" />',
  ])('accepts %j', (text) => {
    expect(say({'docs/a.mdx': page('reference', text)})).toEqual([]);
  });

  it('reads paragraphs, headings, cells, notes, links and the words around components', () => {
    const text = `## Run book {/* #a */}\n\nA **run book** in a run\nbook.\n\n:::note[Run book]\n\n| run book |\n| - |\n| x |\n\n:::\n\n<Undo>\n\n- [run book](/x)\n\n</Undo>\n\n![run book](a.png)`;
    expect(say({'docs/a.mdx': page('reference', text)}).map((line) => line.replace(/ Unexpected.*/, ''))).toEqual([
      'docs/a.mdx:9:4',
      'docs/a.mdx:11:5',
      'docs/a.mdx:11:21',
      'docs/a.mdx:14:9',
      'docs/a.mdx:16:3',
      'docs/a.mdx:24:4',
      'docs/a.mdx:28:3',
    ]);
  });

  it('reads titles and descriptions, and what components say in their props', () => {
    const text = page('runbook', '<Otherwise goto="x" when="No run book" />', "impact: 'No run book'\nsymptoms: [no run book]\n");
    expect(say({'docs/a.mdx': text.replace('title: Page', 'title: Run book')})).toEqual([
      `docs/a.mdx:2:8 ${instead('Run book', 'Runbook')}`,
      `docs/a.mdx:7:13 ${instead('run book', 'runbook')}`,
      `docs/a.mdx:11:30 ${instead('run book', 'runbook')}`,
    ]);
  });

  it('reads Japanese pages, the interface and what data/ says in a language', () => {
    expect(
      say({
        [`${ja}/a.mdx`]: page('reference', 'サーバーとサーバ。'),
        'i18n/ja/code.json': '{"a": {"message": "手順帳", "description": "サーバ"}}',
        'data/words.yaml': 'title: {en: Run book, ja: サーバ}\nid: run book\n',
      }),
    ).toEqual([
      `data/words.yaml:1:13 ${instead('Run book', 'Runbook')}`,
      `data/words.yaml:1:27 ${instead('サーバ', 'サーバー')}`,
      `i18n/ja/code.json:1:20 ${instead('手順帳', 'ランブック')}`,
      `${ja}/a.mdx:9:6 ${instead('サーバ', 'サーバー')}`,
    ]);
  });

  it('reads a record in the language that it is written in', () => {
    expect(say({'docs/a.mdx': page('postmortem', 'サーバ', 'lang: ja\n')})).toEqual([`docs/a.mdx:10:1 ${instead('サーバ', 'サーバー')}`]);
  });

  it('is silent without a glossary, and over one that has slips', () => {
    expect(lintFiles(termSpelling, {'docs/a.mdx': page('reference', 'A run book.')})).toEqual([]);
    expect(say({'data/glossary.yaml': 'terms: 1\n', 'docs/a.mdx': page('reference', 'A run book.')})).toEqual([
      expect.stringContaining('data/glossary.yaml:1:8'),
    ]);
  });
});
