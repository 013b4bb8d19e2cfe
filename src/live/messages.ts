import type {Language, Text} from '../catalog/contract.ts';
import type {Live, Reason, State} from './state.ts';

/** The words of live state in every language: one catalogue, without a framework. */
const stateWords: Readonly<Record<State, Text>> = {
  ok: {en: 'OK', ja: '正常'},
  degraded: {en: 'Degraded', ja: '低下'},
  firing: {en: 'Firing', ja: '発報中'},
  down: {en: 'Down', ja: '停止'},
  maintenance: {en: 'Maintenance', ja: 'メンテナンス'},
  unknown: {en: 'Unknown', ja: '不明'},
};

const reasonWords: Readonly<Record<Reason, Text>> = {
  'not-configured': {en: 'no source is set up', ja: '情報源が設定されていません'},
  unreachable: {en: 'the source cannot be reached', ja: '情報源に接続できません'},
  timeout: {en: 'the source does not answer in time', ja: '情報源が時間内に応答しません'},
  unauthorised: {en: 'the source refuses us', ja: '情報源に拒否されました'},
  'rate-limited': {en: 'the source asks us to slow down', ja: '情報源の回数制限に達しました'},
  parse: {en: 'the answer cannot be read', ja: '応答を読み取れません'},
  'rule-missing': {en: 'the source does not know this rule', ja: '情報源にこのルールがありません'},
  'rule-unhealthy': {en: 'the rule is not being evaluated', ja: 'ルールが評価されていません'},
  'no-series': {en: 'the series of this alert are gone', ja: 'アラートの元になる系列が消えています'},
  partial: {en: 'the source answered only in part', ja: '情報源の応答が一部だけです'},
  'watchdog-missing': {en: 'the Watchdog alert does not arrive', ja: 'Watchdogアラートが届いていません'},
  stale: {en: 'the last observation is too old', ja: '最後の観測が古すぎます'},
  'never-seen': {en: 'nothing has been observed yet', ja: 'まだ一度も観測していません'},
  'gateway-lost': {en: 'this page has lost its server', ja: 'ページがサーバーとの接続を失いました'},
};

export function sayState(state: State, language: Language): string {
  return stateWords[state][language];
}

export function sayReason(reason: Reason, language: Language): string {
  return reasonWords[reason][language];
}

/** `Unknown: the source cannot be reached` · `Firing` */
export function sayLive(live: Live, language: Language): string {
  const word = sayState(live.state, language);
  if (live.state !== 'unknown') return word;
  return language === 'ja' ? `${word}（${sayReason(live.reason, language)}）` : `${word}: ${sayReason(live.reason, language)}`;
}

/** What was vouched for before it became unknown, with its time; undefined when there is nothing. */
export function sayLastKnown(live: Live, {language, now, zone}: {language: Language; now: number; zone?: string}): string | undefined {
  if (live.state !== 'unknown' || live.lastKnown === undefined) return undefined;
  const {state, observedAt} = live.lastKnown;
  const when = sayTime(Date.parse(observedAt), {language, ...(zone !== undefined && {zone})});
  const age = sayAge(now - Date.parse(observedAt), language);
  const word = sayState(state, language);
  return language === 'ja' ? `最後に確認できた状態：${word}（${when}、${age}）` : `last known: ${word} at ${when}, ${age}`;
}

/** `4 s ago` · `4秒前` */
export function sayAge(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [amount, unit] =
    seconds < 120
      ? [seconds, 0]
      : seconds < 7200
        ? [Math.round(seconds / 60), 1]
        : seconds < 172_800
          ? [Math.round(seconds / 3600), 2]
          : [Math.round(seconds / 86_400), 3];
  return language === 'ja' ? `${amount}${['秒', '分', '時間', '日'][unit]}前` : `${amount} ${['s', 'min', 'h', 'd'][unit]} ago`;
}

/** `03:12:07 JST (18:12 UTC)` in the reader's zone, or in `zone`. */
export function sayTime(at: number, {language, zone}: {language: Language; zone?: string}): string {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const local = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  });
  const utc = new Intl.DateTimeFormat(locale, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC'});
  const said = local.format(at);
  if (said.endsWith('UTC')) return said;
  return language === 'ja' ? `${said}（${utc.format(at)} UTC）` : `${said} (${utc.format(at)} UTC)`;
}
