import type {messages as en} from './messages.en.ts';

/** タイマーの言葉。 */
export const messages: typeof en = {
  timer: (title) => `タイマー：${title}`,
  place: (box, of) => `${of}段階中の${box}`,
  next: (title) => `次は「${title}」`,
  overBy: '超過',
  start: '開始',
  goOn: '再開',
  pause: '一時停止',
  more: '1分延ばす',
  nextBox: '次の段階へ',
  again: '最初に戻す',
  goToBox: (title) => `「${title}」に移る`,
  oneMinute: (title) => `「${title}」は残り1分です。`,
  isOver: (title) => `「${title}」の時間が終わりました。`,
  box: '段階',
  minutes: '分',
  what: '内容',
  total: '合計',
};
