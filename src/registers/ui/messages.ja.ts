import type {messages as en} from './messages.en.ts';

export const messages: typeof en = {
  status: {open: '未完了', overdue: '期限切れ', holds: '有効', over: '終了', done: '完了', dropped: '取りやめ'},
  statusColumn: '状態',
  all: 'すべての状態',
  filter: '言葉で絞り込む',
  sortBy: (column) => `${column}で並べ替える`,
  shown: (shown, all) => (shown === all ? `${all}件` : `${all}件中${shown}件`),
  nothing: 'この言葉と状態に当てはまるものはありません。',
  empty: 'この一覧は空です。',
  asOf: (day) => `日付は、サンプルデータの基準日（${day}）と比べています。`,
};
