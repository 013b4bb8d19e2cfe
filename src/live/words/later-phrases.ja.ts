import type {laterPhrases as en} from './later-phrases.en.ts';

export const laterPhrases: typeof en = {
  outcome: {holds: '成立', fails: '不成立', warns: '注意'},
  noEvidence: 'サーバーから根拠が届いていません。',
  before: '以前の根拠（いまは確認できません）：',
  seen: (at, valid) => `${at}に観測。そこから${valid}の間だけ有効とみなします。`,
  look: '情報源を見る：',
  time: '時刻',
  figure: '値',
  zoomIn: '狭める',
  zoomOut: '広げる',
  earlier: '前へ',
  later: '後へ',
};
