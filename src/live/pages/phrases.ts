import type {Language} from '../../catalog/contract.ts';
import {sayShare} from '../figures.ts';
import type {StripSummary} from './history.ts';

/** What the two pages of live state say, in both languages. */
const en = {
  onCallTitle: 'Now',
  onCallDescription: 'What is firing now, each alert with its runbook, and whom to call.',
  statusTitle: 'Status',
  statusDescription: 'Services, their last 90 days, error budgets and the systems of others.',
  toStatus: 'Status of every service',
  cannotTell: 'Cannot tell what is firing',
  failing: 'What fails:',
  blind: (names: string) => `This list may not be whole. Nobody can vouch for ${names}.`,
  neverKnown: 'Since this page was opened nobody could vouch for the list of alerts.',
  lastList: 'This is the last list that was seen. It may be wrong by now.',
  doNow: 'Do this now',
  callNow: 'Reach whoever is on call. Do not wait for this page.',
  lookNow: 'Look at the source yourself, then take the alert’s runbook:',
  runbooks: 'Find a runbook by alert name',
  quiet: 'Nothing is firing',
  firing: (count: number) => `Firing now: ${count}`,
  notFiring: 'Nothing fires that is not silenced or held back',
  needsScript: 'What is firing needs this page’s script and the handbook’s server. Without them, look at your alert’s own message.',
  noService: 'No service',
  folded: {
    pending: (count: number) => `Waiting to fire: ${count}`,
    silenced: (count: number) => `Silenced: ${count}`,
    inhibited: (count: number) => `Held back by another alert: ${count}`,
  },
  whoIsOnCall: 'On call',
  noCalendar: 'No on-call calendar is set up. Reach the owner that the runbook names.',
  waking: 'Runbooks of alerts that wake somebody',
  dependsOn: (names: string) => `Depends on ${names}`,
  others: 'Other services',
  budgets: 'Error budgets',
  providers: 'Systems of others',
  noProviders: 'data/live.yaml names none.',
  legend: 'A bar is a day (UTC).',
  legendOk: 'answered',
  legendFailed: 'failed',
  legendMissing: 'not observed',
  statusNeedsScript: 'Live state and the last 90 days need this page’s script and the handbook’s server.',
  historyAsking: (probe: string) => `Probe ${probe}: last 90 days not known here`,
  historyLost: (probe: string) => `Probe ${probe}: the last 90 days are not known, because the server does not give them.`,
  history: (probe: string, {days, withFailures, notWhole, worst}: StripSummary) =>
    `Probe ${probe}, ${days} days: ${
      worst === undefined ? 'no failure seen' : `${withFailures} with failures, worst ${worst.day} (${sayShare(worst.share, 'en')} failed)`
    }${notWhole === 0 ? '' : `, ${notWhole} not fully observed`}`,
  day: 'Day (UTC)',
  failedShare: 'Failed',
  missingShare: 'Not observed',
  unknown: 'not known',
};

const ja: typeof en = {
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

export const phrases: Readonly<Record<Language, typeof en>> = {en, ja};
