import {describe, expect, it} from 'vitest';
import {Term} from '../../src/glossary/contract.ts';
import {runTextlint} from '../../src/lint/engines/textlint.ts';
import {inOrder} from '../../src/lint/finding.ts';
import {japaneseRules} from '../../src/lint/prose/japanese.ts';
import {proseOf} from '../../src/lint/prose/prose.server.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {page} from '../support/lint.ts';
import {handbook, ja} from '../support/sample.ts';

async function say(files: Readonly<Record<string, string>>, terms: readonly Term[] = []): Promise<string[]> {
  const findings = await runTextlint(proseOf(readRepository(handbook(files)).repository), terms);
  return inOrder(findings).map(
    ({file, line, column, severity, rule}) => `${file.replace(`${ja}/`, '')}:${line}:${column} ${severity} ${rule}`,
  );
}
const sayPage = (kind: string, body: string): Promise<string[]> => say({[`${ja}/a.mdx`]: page(kind, body)});

const accepted = [
  {
    name: 'components, ids, expressions and code',
    text: '## 意味 {/* #meaning */}\n\n`kubectl`で見ます。<Term id="slo" />です。\n\n```text\nこれは である\n```',
  },
  {
    name: 'titles of notes and folded parts without a full stop',
    text: ':::tip[迷ったとき]\n\n待ちます。\n\n:::\n\n<details>\n<summary>答え</summary>\n\nはいです。\n\n</details>',
  },
  {name: 'a space after emphasis, which Markdown asks for', text: '**止めてかまいません。** 「なぜ」はよい質問です。'},
  {name: 'the spaces around an address', text: 'ハンドブックは http://localhost:3000 です。'},
  {name: 'English on a Japanese page', text: '- [What data/ says](/x): It reaches a page.'},
  {name: 'a list of steps', text: '- 見る\n- 待つ'},
  {name: 'twice も, and a question', text: '計画にもポストモーテムにも書きます。どうしますか？'},
];

// What each rule refuses, so that none of them can be lost.
const refused: Readonly<Record<string, {text: string; at: string}>> = {
  'ja-no-mixed-period': {text: '待ちます', at: '9:4'},
  'no-mix-dearu-desumasu': {text: '正常です。原因はこれである。', at: '9:11'},
  'arabic-kanji-numbers': {text: '三つの要素があります。', at: '9:1'},
  'no-dropping-the-ra': {text: 'この画面で見れます。', at: '9:7'},
  'no-nfd': {text: 'か\u3099あります。', at: '9:2'},
  'no-hankaku-kana': {text: 'ｻｰﾊﾞｰを見ます。', at: '9:1'},
  'no-invalid-control-character': {text: '待ち\u0008ます。', at: '9:3'},
  'no-zero-width-spaces': {text: '待ち\u200bます。', at: '9:3'},
  'no-unmatched-pair': {text: '「はいと答えます。', at: '9:2'},
  'no-exclamation-question-mark': {text: '開きます！', at: '9:5'},
  'ja-no-successive-word': {text: 'これはは正常です。', at: '9:4'},
  'ja-no-abusage': {text: '値を可変する。', at: '9:3'},
  'ja-unnatural-alphabet': {text: '待ちまsす。', at: '9:4'},
  'no-double-negative-ja': {text: '食べないことはないです。', at: '9:8'},
  'no-doubled-conjunction': {text: 'しかし待ちます。しかし急ぎます。', at: '9:9'},
  'no-doubled-conjunctive-particle-ga': {text: '待ちましたが、来ませんが、待ちます。', at: '9:6'},
  'no-doubled-joshi': {text: '材料不足で代替素材で製品を作りました。', at: '9:10'},
  'sentence-length': {text: `長い文を書きます、${'とても長い文を書いて'.repeat(13)}います。`, at: '9:1'},
  'max-ten': {text: 'これは、とても、長い、文で、読点が、多いです。', at: '9:18'},
  'max-kanji-continuous-len': {text: '復旧時間目標一覧を見ます。', at: '9:1'},
  'ja-no-weak-phrase': {text: '壊れたかもしれません。', at: '9:4'},
  'ja-no-redundant-expression': {text: '確認することができます。', at: '9:3'},
  'ja-space-between-half-and-full-width': {text: 'Pod を見ます。', at: '9:4'},
  'ja-space-around-code': {text: '`kubectl` で見ます。', at: '9:11'},
  'ja-space-around-link': {text: '[これ](/x) を見ます。', at: '9:10'},
  'ja-no-space-between-full-width': {text: 'これを 見ます。', at: '9:4'},
  'ja-no-space-around-parentheses': {text: 'これを （あとで） 見ます。', at: '9:4'},
  'ja-no-space-around-slash': {text: '昼 / 夜に見ます。', at: '9:2'},
  'ja-nakaguro-or-halfwidth-space-between-katakana': {text: 'エラー　バジェットを見ます。', at: '9:4'},
};

describe('japanese-prose', () => {
  it.each(accepted)('accepts $name', async ({text}) => {
    expect(await sayPage('guideline', text)).toEqual([]);
  });

  it.each(Object.entries(japaneseRules))('refuses what %s is for', async (rule, {severity}) => {
    const {text, at} = refused[rule] ?? {text: '', at: ''};
    expect(await sayPage('guideline', text)).toContain(`a.mdx:${at} ${severity} textlint/${rule}`);
  });

  it('lets pages that are read under stress be plain, and doubt', async () => {
    expect(await sayPage('runbook', '原因はこれである。壊れたかもしれない。')).toEqual([]);
    expect(await sayPage('runbook', '原因はこれです。')).toEqual([]);
    expect(await sayPage('runbook', '原因はこれである。\n\n結果はそれです。\n\n結果はあれである。')).toEqual([
      'a.mdx:11:6 error textlint/no-mix-dearu-desumasu',
    ]);
  });

  it('reads titles, props, the interface and the Japanese of data/', async () => {
    const text = page(
      'runbook',
      '## Pod の値 {/* #a */}\n\n| Pod の値 |\n| - |\n| **Pod の値** |\n\n[Pod の値](/x)である。\n\n<Step id="a" title="Pod を見る" />',
    ).replace('title: Page', 'title: Pod の異常');
    const found = 'error textlint/ja-space-between-half-and-full-width';
    expect(
      await say({
        [`${ja}/a.mdx`]: text.replace('A page.', 'ページ である。'),
        'i18n/ja/code.json': '{"a": {"message": "Pod の数", "description": "Pod の数"}}',
        'data/words.yaml': 'title: {en: Pods, ja: Pod の数}\n',
      }),
    ).toEqual([
      `data/words.yaml:1:26 ${found}`,
      `i18n/ja/code.json:1:23 ${found}`,
      `a.mdx:2:11 ${found}`,
      'a.mdx:3:17 error textlint/ja-no-space-between-full-width',
      `a.mdx:9:7 ${found}`,
      `a.mdx:11:6 ${found}`,
      `a.mdx:13:8 ${found}`,
      `a.mdx:15:5 ${found}`,
      `a.mdx:17:24 ${found}`,
    ]);
  });

  it('allows the long words of the glossary', async () => {
    const term = Term.parse({id: 'a', en: 'list', ja: '復旧時間目標一覧', reading: 'いちらん', means: {en: 'List.', ja: '一覧。'}});
    expect(await say({[`${ja}/a.mdx`]: page('reference', '復旧時間目標一覧を見ます。')}, [term])).toEqual([]);
  });

  it('reads no English page', async () => {
    expect(await say({'docs/a.mdx': page('reference', 'これは Pod です')})).toEqual([]);
  });
});
