import * as fc from 'fast-check';
import {check, format, resolveConfig} from 'prettier';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {FrontMatter} from '../../../src/page/contract.ts';
import {plainLine, plainLines} from '../../../src/retro/record/plain.ts';
import {readRecord} from '../../../src/retro/record/read-record.ts';
import {toMarkdown} from '../../../src/retro/record/to-markdown.ts';
import {agenda, board, card, fullBoard, id, lastTry} from './samples.ts';

const write = (from: ReturnType<typeof board>): string => toMarkdown(from, {agenda, id});
const options = {...(await resolveConfig('docs/a.md')), parser: 'markdown'};

describe('the record of a board', () => {
  it('has everything that the template has', () => {
    expect(write(fullBoard())).toMatchInlineSnapshot(`
      "---
      title: KPT 2026-01-30
      description: 'We try: Measure the wait | of the batch.'
      kind: retro-record
      owner: sre
      status: adopted
      lang: en
      date: 2026-01-30
      agenda: kpt-60
      board: 'Qw3rTy…'
      ---

      - Facilitator (role):
      - Scribe (role):
      - Number of people:
      - Period we looked at:

      ## Last Tries

      | Try                                    | Owner (role) | Result: done, drop or keep | What we learned   |
      | -------------------------------------- | ------------ | -------------------------- | ----------------- |
      | \`try-20260116-1\` Look at the log first | \`@sre-lead\`  | done                       | It takes a minute |
      | \`try-20260116-2\` Order a volume        | \`@sre-lead\`  | keep, check on 2026-02-13  |                   |
      | \`try-20260116-3\` Write a page          | \`@sre-lead\`  | drop                       | Nobody read it    |
      | \`try-20260116-4\` Ask twice             | \`@sre-lead\`  | not decided                |                   |

      ## Keep

      - The page said what only looks (votes: 1)

      ## Problem

      - Nobody knew the page (votes: 2)
        - The page was hard to find (votes: 1)
      - The alert fired nine nights (votes: 0)

      ## Try

      | Try                              | Owner (role) | First step        | Check date |
      | -------------------------------- | ------------ | ----------------- | ---------- |
      | Measure the wait \\| of the batch | \`@sre-lead\`  | Read Monday's log | 2026-02-13 |

      ## Not chosen

      - Buy more (votes: 1)

      ## Retro on the retro

      - Shorter
      "
    `);
  });

  it('is in the language of the board', () => {
    expect(write(fullBoard('ja'))).toMatchInlineSnapshot(`
      "---
      title: KPT 2026-01-30
      description: '「待ち時間を測る | バッチ」を試します。'
      kind: retro-record
      owner: sre
      status: adopted
      lang: ja
      date: 2026-01-30
      agenda: kpt-60
      board: 'Qw3rTy…'
      ---

      - 進行役（役割）：
      - 書記（役割）：
      - 人数：
      - 対象の期間：

      ## 前回のTry

      | Try                                    | 担当（役割） | 結果：完了・やめる・続ける   | わかったこと   |
      | -------------------------------------- | ------------ | ---------------------------- | -------------- |
      | \`try-20260116-1\` Look at the log first | \`@sre-lead\`  | 完了                         | 1分で済む      |
      | \`try-20260116-2\` ボリュームを頼む      | \`@sre-lead\`  | 続ける（確認日：2026-02-13） |                |
      | \`try-20260116-3\` ページを書く          | \`@sre-lead\`  | やめる                       | 読まれなかった |
      | \`try-20260116-4\` 2回聞く               | \`@sre-lead\`  | 未定                         |                |

      ## Keep

      - 見るだけの手順が分かった（票：1）

      ## Problem

      - どのページか分からない（票：2）
        - ページが見つからない（票：1）
      - アラートが9晩鳴った（票：0）

      ## Try

      | Try                      | 担当（役割） | 最初の一歩       | 確認日     |
      | ------------------------ | ------------ | ---------------- | ---------- |
      | 待ち時間を測る \\| バッチ | \`@sre-lead\`  | 月曜のログを読む | 2026-02-13 |

      ## 選ばなかったもの

      - もっと買う（票：1）

      ## ふりかえりのふりかえり

      - 短く
      "
    `);
  });

  it('says where there was nothing', () => {
    expect(write(board()).split('---\n')[2]).toMatchInlineSnapshot(`
      "
      - Facilitator (role):
      - Scribe (role):
      - Number of people:
      - Period we looked at:

      ## Last Tries

      There were none.

      ## Keep

      No card was written.

      ## Problem

      No card was written.

      ## Try

      No Try was chosen.

      ## Retro on the retro

      Nobody said anything.
      "
    `);
  });

  it('does not give away the id of the board', () => {
    expect(write(fullBoard())).not.toContain(id.slice(0, 7));
  });

  it('keeps an address apart from what stands behind it', () => {
    const cards = [card('a', 'problem', 'See https://a.test/b_c\nnow https://a.test/d', {votes: 2})];
    const japanese = write(board({meta: {lang: 'ja'}, cards}));
    expect(japanese).toContain('- See https://a.test/b_c \\\n  now https://a.test/d （票：2）\n');
    expect(readRecord(japanese, {file: 'a.md'}).problems).toEqual([
      {text: 'See https://a.test/b_c\nnow https://a.test/d', votes: 2, same: []},
    ]);
    expect(write(board({cards}))).toContain('now https://a.test/d (votes: 2)\n');
  });

  it.each(['en', 'ja'] as const)('is as Prettier would write it, in %s', async (lang) => {
    expect(await check(write(fullBoard(lang)), options)).toBe(true);
  });
});

const hostile = fc
  .array(
    fc.constantFrom(
      ...Array.from('`*_{}<>[]()#!|~&$:;/\\-+=.1 aé日本語、。「」…\n\t"\'@'),
      '{/*',
      '<!--',
      '<script>',
      '```',
      ':::',
      ':::danger',
      'export ',
      'import x',
      'https://a.test/b_c',
      'javascript:alert(1)',
      'www.a.test',
      '---',
      '&lt;',
      '|a|',
      '\u202E',
      '\u0000',
      '\u2028',
      '\uD800',
      '👩‍💻',
      '⚠️',
      '[x](javascript:a)',
      '(votes: 3)',
      '（票：3）',
      '- ',
      '1. ',
    ),
    {maxLength: 20},
  )
  .map((signs) => signs.join(''));

describe('whatever people wrote', () => {
  it('stays words: in cards, Tries, notes and front matter, and after Prettier', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, fc.constantFrom('en' as const, 'ja' as const), async (one, two, lang) => {
        const text = write(
          board({
            meta: {lang},
            lastTries: [lastTry({text: one, learned: two, owner: one})],
            cards: [
              card('a', 'keep', one),
              card('b', 'problem', two, {votes: 2}),
              card('c', 'problem', one, {group: 'b', votes: 0}),
              card('d', 'try', `${one}x`, {commitment: {owner: '@sre-lead', firstStep: two, check: '2026-02-13'}}),
              card('e', 'try', two),
            ],
            notes: [{id: 'n', text: two, createdAt: 0}],
          }),
        );
        const matter = FrontMatter.parse(parse(text.split('---\n')[1] ?? ''));
        expect(matter).toMatchObject({title: 'KPT 2026-01-30', kind: 'retro-record', date: '2026-01-30', board: 'Qw3rTy…'});
        for (const each of [text, await format(text, options)]) {
          const record = readRecord(each, {file: 'a.md'});
          const lines = (from: string): string => plainLines(from).join('\n');
          expect(record.keeps.map((item) => item.text)).toEqual([lines(one)].filter(Boolean));
          expect(record.problems.flatMap((item) => [item.text, ...item.same])).toEqual([lines(two), lines(one)].filter(Boolean));
          expect(record.problems.find((item) => item.text === lines(two))?.votes).toBe(lines(two) === '' ? undefined : 2);
          expect(record.tries).toMatchObject([
            {text: plainLine(`${one}x`), firstStep: plainLine(two), owner: '@sre-lead', check: '2026-02-13'},
          ]);
          expect(record.lastTries).toMatchObject([{id: 'try-20260116-1', text: plainLine(one), learned: plainLine(two), outcome: 'done'}]);
        }
        expect(await format(text, options)).toBe(text);
      }),
      {numRuns: 40},
    );
  });
});

it('does not fill the memory with the spaces of a table that no retrospective has', () => {
  const commitment = {owner: '@sre-lead', firstStep: '長'.repeat(100_000), check: '2026-02-13'};
  const tries = Array.from({length: 2000}, (_, n) =>
    card(`c${n}`, 'try', 'a', {commitment: n === 0 ? commitment : {...commitment, firstStep: 'b'}}),
  );
  const text = write(board({cards: tries}));
  expect(text.length).toBeLessThan(1_000_000);
  expect(readRecord(text, {file: 'a.md'}).tries).toHaveLength(2000);
});
