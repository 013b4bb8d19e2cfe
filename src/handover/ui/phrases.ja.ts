import type {phrases as en} from './phrases.en.ts';

/** What the words of handover say. */
export const phrases: typeof en = {
  service: 'サービス',
  role: '役割',
  tasks: {release: 'リリース', undo: '取り消し', runbook: 'ランブック'},
  standing: {
    enough: (roles) => `運用できる役割は${roles.length}つ`,
    thin: (roles) => `運用できる役割は${roles.length}つ。ただし、持ち主のチームに役割が2つない`,
    one: (roles) => `1つだけ：${roles.join('、')}`,
    none: () => '3つとも行った役割がない',
    unknown: () => '不明（記録がない）',
  },
  asOf: (day) => `${day}時点。その前の1年間に、各作業を最後に行った日です。3つとも行った役割を、運用できると数えます。`,
  never: '記録なし',
  due: {
    none: 'まだ練習の記録がありません。すぐに1回目を行います。',
    ahead: (day) => `次の練習は${day}までに行います。`,
    over: (day) => `期限切れです。次の練習は${day}までの予定でした。`,
  },
  turn: {
    first: (team) => `次の番は、まだ練習したことのない「${team}」チームです。`,
    again: (team, day) => `次の番は、前回が${day}の「${team}」チームです。`,
  },
  day: '日付',
  task: '作業',
  by: '行った役割',
  outcome: '結果',
  outcomes: {
    finished: (minutes) => `${minutes}分で完了`,
    stopped: (minutes) => `${minutes}分では終わらず`,
  },
  questions: 'どのページにも答えがなかった質問',
  noQuestions: 'なし',
  answered: (day) => `${day}に回答を記載`,
  open: '答えのページがまだない',
  copy: (owner) => `${owner}のメモをコピー`,
  copied: 'コピーしました。',
  notCopied: 'ブラウザーがコピーを許可しませんでした。本文を選択してコピーしてください。',
};
