import type {messages as en} from './messages.en.ts';

/** What the offline file says around its runbooks. */
export const messages: typeof en = {
  title: (site) => `${site}：全ランブック（オフライン）`,
  built: (commit, date) => `${date}のコミット${commit}`,
  unknown: '不明',
  days: (days) => (days === 0 ? '1日未満' : `${days}日前`),
  old: (days) =>
    `このファイルは${days}日前のものです。コマンドや連絡先が変わっている可能性があります。できるだけ早く新しいものに替えてください。`,
  find: 'ランブックを探す',
  hint: 'アラート名、エラー文、サービス名',
  none: '見つかりません。別の言葉で探すか、下の最初の手順から始めてください。',
  count: (count) => `ランブック${count}件`,
  all: 'すべてのランブック',
  noScript: 'このファイルはスクリプトでランブックを探し、値を入れ、表示します。いまはスクリプトが無効です。',
  online: 'オンライン版',
};
