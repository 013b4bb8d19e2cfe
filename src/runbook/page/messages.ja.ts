import type {messages as en} from './messages.en.ts';

/** What a page of steps says around the author's words. */
export const messages: typeof en = {
  reads: '見るだけ',
  changes: '変更あり',
  done: '済み',
  undo: '元に戻す方法（先に読む）',
  noUndo: '元に戻せません（先に理由を読む）',
  expect: 'こう表示されます',
  otherwise: '違うとき',
  output: '出力',
  copy: 'コピー',
  copyOf: (step) => `コマンドをコピー：${step}`,
  copied: 'コピーしました。',
  copiedWith: (values) => `コピーしました（${values}）。`,
  notFilled: (names) => `値が入っていません：${names}`,
  selected: 'コピーできませんでした。コマンドを選択したので、手でコピーしてください。',
  guarded: '元に戻す方法を先に読んでください。読むとコピーできます。',
  unlocked: '元に戻す方法を確認しました。コマンドをコピーできます。',
  fromAlert: 'アラートから',
  byHand: 'ここで入力',
  example: (example) => `例：${example}`,
  unset: (names) => `未設定：${names}`,
  asExpected: 'ライブの値：想定どおりです。',
  goThere: 'ライブの値：想定と違います。こちらへ進んでください。',
};
