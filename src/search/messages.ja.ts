import type {messages as en} from './messages.en.ts';

/** What is said around a name that was looked for. */
export const messages: typeof en = {
  oldName: (name) => `旧名：${name}`,
  similarName: (name) => `似た名前：${name}`,
  onlySimilar: 'この語を含むランブックはありません。綴りの近いものは次のとおりです。',
  without: 'ランブックがないときの進め方',
  elsewhere: 'アラート以外は、',
  glossary: '用語集',
  guidelines: 'ガイドライン',

  title: (name) => (name === '' ? 'どのアラートですか' : `${name}のランブックはありません`),
  withdrawn: (name) => `${name}のランブックは廃止されました`,
  known: {
    page: '呼び出しのアラートとして設定されていますが、ページはまだありません。',
    ticket: '営業日に対応するアラートとして設定されていますが、ページはまだありません。',
    note: '参考情報のアラートとして設定されていますが、ページはまだありません。',
  },
  unknown: 'この名前のランブックも、アラートのルールもありません。',
  near: '似た名前',
  component: '同じコンポーネント',
  triage: 'まずここから：ランブックがないときの初動',
  call: '連絡先',
  list: 'すべてのランブック',
  issue: 'ランブックがないことを報告する',
  issueHolds: '記入済みのIssueが開きます。アラート名とラベルの名前だけが入り、ラベルの値は入りません。',

  issueTitle: (name) => `ランブックがありません：${name}`,
  issueOpened: (name) => `アラート\`${name}\`を開きましたが、ランブックがありませんでした。`,
  issueRule: 'このハンドブックには、このアラートのルールがあります。',
  issueLabels: (labels) => `付いていたラベル（名前のみ）：${labels}`,
  issueNear: (names) => `候補として示した似た名前：${names}`,
  issueWrite: (command) => `ページの書き始め：\`${command}\``,
};
