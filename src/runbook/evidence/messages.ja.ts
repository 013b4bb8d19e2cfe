import type {messages as en} from './messages.en.ts';

export const messages: typeof en = {
  never: '未検証：訓練や実際の使用の記録がありません',
  talkedThrough: (day) => `未検証：机上で確認しただけです（${day}）`,
  on: {
    incident: (day) => `${day}のインシデント`,
    drill: (day) => `${day}の訓練`,
    'game-day': (day) => `${day}のゲームデー`,
  },
  proven: (use) => `検証済み：${use}`,
  stale: (use) => `検証から長くたっています：${use}`,
  adapted: (use) => `${use}で使えましたが、ここに書かれたとおりではありませんでした`,
  changed: (use, what) => `${use}で使えたあと、${what}が変わりました`,
  failed: (use) => `最後に使ったとき失敗：${use}`,
  changedSince: (what) => `その後の変更：${what}`,
  parts: {steps: '手順', alert: 'アラートのルール'},
  and: 'と',
  next: '。',
};
