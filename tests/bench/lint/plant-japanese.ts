import {insertBlock} from './edit.ts';
import {onPage, type Planter} from './fault.ts';

/** What a writer of Japanese slips into, and the rule of textlint that says so. Each sentence has no second fault. */
const slips: readonly (readonly [rule: string, name: string, sentence: string, explains?: readonly string[]])[] = [
  ['ja-space-between-half-and-full-width', '半角との間の空白', 'まず Prometheusを開きます。'],
  ['ja-space-around-code', 'コードの前の空白', 'まず `kubectl`で見ます。'],
  ['ja-no-space-between-full-width', '全角の間の空白', '担当者に 連絡します。'],
  ['no-doubled-joshi', '助詞の繰り返し', '担当者が記録が残る場所を探します。'],
  ['no-dropping-the-ra', 'ら抜き言葉', '朝でも画面を見れます。'],
  ['no-hankaku-kana', '半角カナ', '担当はｻｰﾊﾞｰを見ます。', ['term-spelling']],
  ['no-unmatched-pair', '閉じない括弧', '担当者（次の当番に連絡します。'],
  ['ja-no-successive-word', '同じ語の連続', '担当者がが連絡します。', ['textlint/no-doubled-joshi']],
  ['no-exclamation-question-mark', '感嘆符', '必ず連絡します！', ['textlint/ja-no-mixed-period']],
  ['ja-no-mixed-period', '句点のない文', '担当者に連絡して記録を残します'],
  [
    'sentence-length',
    '長すぎる文',
    `${'担当者は画面を開いて状態を確かめてから次の人に連絡し'.repeat(6)}ます。`,
    ['textlint/max-ten', 'textlint/no-doubled-joshi', 'textlint/ja-no-successive-word'],
  ],
  ['max-ten', '読点の多い文', '担当者は画面を開き、状態を見て、記録を読み、連絡先を選び、電話をかけ、話を聞き、控えを残します。'],
  ['ja-no-weak-phrase', '弱い表現', '直すと速くなるかもしれません。'],
  ['ja-no-redundant-expression', '冗長な表現', '画面で確認することができます。'],
  ['arabic-kanji-numbers', '漢数字', '画面には三つのボタンがあります。'],
  ['no-mix-dearu-desumasu', '文体の混在', 'これは古い記録である。'],
];

/** Pages that are read under stress have another style, and other words. */
export const japanesePlanters: readonly Planter[] = slips.map(([rule, name, sentence, explains = []]) =>
  onPage(
    `textlint/${rule}`,
    name,
    (page, random) =>
      page.language === 'ja' && !/^kind: (runbook|procedure)$/m.test(page.text) ? insertBlock(page, random, [sentence]) : undefined,
    {explains},
  ),
);
