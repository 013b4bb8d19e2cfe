import type {messages as en} from './messages.en.ts';

/** What the incident lane says around a runbook. */
export const messages: typeof en = {
  means: 'このアラートの意味と影響',
  readingPage: '通常のページ',
  home: 'ホーム',
  elsewhere: 'ほかのページ',
  /** The name of this language, in itself. */
  own: '日本語',
  title: (alert, title) => `${alert}：${title}`,
  image: '図',
  startHere: 'まずここから：ランブックがないときの初動',
  list: 'すべてのランブック',
  missing: 'このアドレスにページはありません',
  missingLead: '移動したか、リンクが途中で切れている可能性があります。',
  lookup: 'アラートのランブックを探す',
  lookupLead: 'アラート名、エラー文、サービス名のどれかを入力してください。',
  find: 'ランブックを探す',
  findHint: 'アラート名、エラー文、サービス名',
  noDirectory: 'アラートの一覧を読み込めませんでした。下のリンクは使えます。',
};
