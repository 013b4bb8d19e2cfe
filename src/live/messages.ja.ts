import type {Reason, State} from './state.ts';

export const states: Readonly<Record<State, string>> = {
  ok: '正常',
  degraded: '低下',
  firing: '発報中',
  down: '停止',
  maintenance: 'メンテナンス',
  unknown: '不明',
};

/** Why a state is unknown. */
export const reasons: Readonly<Record<Reason, string>> = {
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
};

export const because = (word: string, reason: string): string => `${word}（${reason}）`;
export const waits = '条件が成立し、発報待ち';
export const counts = {
  firing: (amount: number): string => `${amount}件`,
  silenced: (amount: number): string => `うちサイレンス${amount}件`,
  inhibited: (amount: number): string => `うち抑制${amount}件`,
  pending: (amount: number): string => `発報待ち${amount}件`,
};
export const answered = (ms: number): string => `応答${ms}ミリ秒`;
export const certificate = (days: number): string => `証明書は残り${days}日`;
export const comma = '、';
export const lastKnown = (word: string, when: string, age: string): string => `最後に確認できた状態：${word}（${when}、${age}）`;
