import {sayShare} from '../figures.ts';
import type {phrases as en} from './phrases.en.ts';

export const phrases: typeof en = {
  onCallTitle: 'いま',
  onCallDescription: 'いま発報中のアラートとそのランブック、連絡先。',
  statusTitle: 'ステータス',
  statusDescription: 'サービスの状態と直近90日、エラーバジェット、外部のシステム。',
  toStatus: '全サービスのステータス',
  cannotTell: '何が発報中か、確認できません',
  failing: '確認できない理由：',
  blind: (names) => `この一覧には抜けがあるかもしれません。確認できないもの：${names}`,
  neverKnown: 'このページを開いてから、アラートの一覧を一度も確認できていません。',
  lastList: '最後に確認できた一覧です。いまは違っているかもしれません。',
  doNow: 'いますること',
  callNow: 'オンコールの担当に連絡します。このページの復旧を待たないでください。',
  lookNow: '情報源を自分で確かめ、アラートのランブックを開きます。',
  runbooks: 'アラート名からランブックを探す',
  quiet: '発報中のアラートはありません',
  firing: (count) => `いま発報中：${count}件`,
  notFiring: 'サイレンスも抑制もされていない発報はありません',
  needsScript:
    '発報中のアラートの表示には、このページのスクリプトとハンドブックのサーバーが必要です。使えないときは、アラートの通知そのものを見てください。',
  noService: 'サービスなし',
  folded: {
    pending: (count) => `発報待ち：${count}件`,
    silenced: (count) => `サイレンス中：${count}件`,
    inhibited: (count) => `別のアラートにより抑制中：${count}件`,
  },
  whoIsOnCall: 'オンコール',
  noCalendar: 'オンコールのカレンダーが設定されていません。ランブックに書かれたオーナーに連絡してください。',
  waking: '人を呼び出すアラートのランブック',
  dependsOn: (names) => `依存先：${names}`,
  others: 'その他のサービス',
  budgets: 'エラーバジェット',
  providers: '外部のシステム',
  noProviders: 'data/live.yamlに登録がありません。',
  legend: '棒1本が1日（UTC）です。',
  legendOk: '応答',
  legendFailed: '失敗',
  legendMissing: '観測なし',
  statusNeedsScript: '状態と直近90日の表示には、このページのスクリプトとハンドブックのサーバーが必要です。',
  historyAsking: (probe) => `プローブ${probe}：ここでは直近90日がわかりません`,
  historyLost: (probe) => `プローブ${probe}：サーバーから届かないため、直近90日はわかりません。`,
  history: (probe, {days, withFailures, notWhole, worst}) =>
    `プローブ${probe}の${days}日間：${
      worst === undefined ? '失敗なし' : `失敗のあった日${withFailures}日、最悪は${worst.day}（失敗${sayShare(worst.share, 'ja')}）`
    }${notWhole === 0 ? '' : `、観測が欠けた日${notWhole}日`}`,
  day: '日（UTC）',
  failedShare: '失敗',
  missingShare: '観測なし',
  unknown: '不明',
};
