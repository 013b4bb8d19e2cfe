import type {messages as en} from './messages.en.ts';

export const messages: typeof en = {
  states: {
    ok: '正常',
    degraded: '低下',
    firing: '発報中',
    down: '停止',
    maintenance: 'メンテナンス',
    unknown: '不明',
  },
  /** Why a state is unknown. */
  reasons: {
    'not-configured': '情報源が設定されていません',
    unreachable: '情報源に接続できません',
    timeout: '情報源が時間内に応答しません',
    unauthorised: '情報源に拒否されました',
    'rate-limited': '情報源の回数制限に達しました',
    parse: '応答を読み取れません',
    'rule-missing': '情報源にこのルールがありません',
    'rule-unhealthy': 'ルールが評価されていません',
    'no-series': 'もとになるデータが消えています',
    partial: '情報源の応答が一部だけです',
    'watchdog-missing': 'Watchdogアラートが届いていません',
    stale: '最後の観測が古すぎます',
    'never-seen': 'まだ一度も観測していません',
    'gateway-lost': 'ページがサーバーとの接続を失いました',
  },
  /** What is missing where no source would help, by the check that finds it missing. */
  lacks: {
    'is-watched': '見張るプローブもアラートもありません',
    'is-computed': 'ここでは計算できない指標です',
    'has-calendar': '当番のカレンダーがありません',
  },
  because: (word: string, reason: string): string => `${word}（${reason}）`,
  waits: '条件が成立し、発報待ち',
  counts: {
    firing: (amount: number): string => `発報${amount}件`,
    silenced: (amount: number): string => `うちサイレンス${amount}件`,
    inhibited: (amount: number): string => `うち抑制${amount}件`,
    pending: (amount: number): string => `発報待ち${amount}件`,
  },
  answered: (ms: number): string => `応答${ms}ミリ秒`,
  certificate: (days: number): string => `証明書は残り${days}日`,
  comma: '、',
  units: ['日', '時間', '分', '秒'],
  between: '',
  ago: (length) => `${length}前`,
  alsoUtc: (local, utc) => `${local}（${utc} UTC）`,
  locale: 'ja-JP',
  lastKnown: (word: string, when: string, age: string): string => `最後に確認できた状態：${word}、${when}、${age}`,
};
