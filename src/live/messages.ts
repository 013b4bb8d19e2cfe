import type {Language} from '../catalog/contract.ts';
import type {Text} from '../catalog/shapes.ts';
import {reasons, states, type Evidence, type Live, type Reason, type State, type Value} from './state.ts';
import {sayAge, sayLength, sayTime} from './times.ts';

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
  'no-series': {en: 'the data behind it are gone', ja: 'もとになるデータが消えています'},
  partial: {en: 'the source answered only in part', ja: '情報源の応答が一部だけです'},
  'watchdog-missing': {en: 'the Watchdog alert does not arrive', ja: 'Watchdogアラートが届いていません'},
  stale: {en: 'the last observation is too old', ja: '最後の観測が古すぎます'},
  'never-seen': {en: 'nothing has been observed yet', ja: 'まだ一度も観測していません'},
  'gateway-lost': {en: 'this page has lost its server', ja: 'ページがサーバーとの接続を失いました'},
};

/** What a state may rest on, as a claim about the source that stands before it. `latency` has a sentence of its own. */
const checks: Readonly<Record<string, Text>> = {
  answers: {en: 'answers in time', ja: '時間内に応答する'},
  asked: {en: 'has asked', ja: '問い合わせを済ませた'},
  'is-watched': {en: 'has a probe or an alert for it', ja: '見張るプローブかアラートがある'},
  'has-rule': {en: 'has the rule', ja: 'ルールがある'},
  'rule-healthy': {en: 'evaluates the rule without an error', ja: 'ルールをエラーなく評価する'},
  'evaluated-lately': {en: 'evaluated the rule lately', ja: 'ルールを最近評価した'},
  'has-series': {en: 'has the series that the rule looks at', ja: 'ルールが見る系列がある'},
  'all-targets-scraped': {en: 'scrapes every target of these series', ja: '系列の対象をすべてスクレイプできる'},
  'whole-answer': {en: 'answers in full, without a warning', ja: '欠けも警告もなく応答する'},
  'holds-watchdog': {en: 'holds the Watchdog alert', ja: 'Watchdogアラートが届いている'},
  'as-declared': {en: 'serves the rule as data/alerts has it', ja: 'ルールがdata/alertsのとおりである'},
  'no-others': {en: 'fires nothing beyond data/alerts', ja: 'data/alertsにないアラートが出ていない'},
  'probe-answers': {en: 'gets the answer it expects', ja: '期待した応答を受け取る'},
  'certificate-valid': {en: 'sees a certificate with time left', ja: '証明書の期限に余裕がある'},
  says: {en: 'says', ja: '自己申告'},
  'says-lately': {en: 'said so lately enough', ja: '発表が十分に新しい'},
  agrees: {en: 'says the same as our probe', ja: 'こちらのプローブと一致する'},
  'one-series': {en: 'returns exactly one series', ja: '系列をちょうど1つ返す'},
  'covers-window': {en: 'has data for the whole window', ja: '期間全体のデータがある'},
  'has-events': {en: 'has events to count', ja: '数える対象のイベントがある'},
  more: {en: 'leaves out further checks that fail', ja: 'ほかにも不成立の項目がある'},
  'shift-now': {en: 'has a shift for this moment', ja: 'いまの当番が載っている'},
};

const sources: Readonly<Record<string, Text>> = {
  prometheus: {en: 'Prometheus', ja: 'Prometheus'},
  alertmanager: {en: 'Alertmanager', ja: 'Alertmanager'},
  prober: {en: 'Our prober', ja: '内蔵のプローブ'},
  handbook: {en: 'This handbook', ja: 'このハンドブック'},
  statuspage: {en: 'Their status page', ja: '提供元のステータスページ'},
  'github-actions': {en: 'GitHub Actions', ja: 'GitHub Actions'},
  json: {en: 'The JSON answer', ja: 'JSONの応答'},
  icalendar: {en: 'The calendar', ja: 'カレンダー'},
};

const delays: Readonly<Record<string, Text>> = {
  scrape: {en: 'scrape', ja: 'スクレイプ'},
  evaluation: {en: 'evaluation', ja: '評価'},
  asking: {en: 'asking', ja: '問い合わせ'},
  delivery: {en: 'delivery', ja: '配信'},
};

export function sayState(state: State, language: Language): string {
  return stateWords[state][language];
}

export function sayReason(reason: Reason, language: Language): string {
  return reasonWords[reason][language];
}

/** The name of a source, as the evidence writes it; one that is not known here is said as it is. */
export function saySource(source: string, language: Language): string {
  return sources[source]?.[language] ?? source;
}

/** `Unknown: the source cannot be reached` · `Firing` */
export function sayLive(live: Live, language: Language): string {
  const more =
    live.state === 'unknown'
      ? sayReason(live.reason, language)
      : live.state === 'degraded' && (live.value.pending ?? 0) > 0 && !live.value.firing
        ? {en: 'a condition holds and waits to fire', ja: '条件が成立し、発報待ち'}[language]
        : undefined;
  const word = sayState(live.state, language);
  return more === undefined ? word : language === 'ja' ? `${word}（${more}）` : `${word}: ${more}`;
}

/** `2 firing, 1 silenced` · `発報2、サイレンス1`; undefined when there is nothing to count. Firing counts silenced and inhibited ones too. */
export function sayFigures(
  {firing = 0, pending = 0, silenced = 0, inhibited = 0, latencyMs, daysLeft}: Value,
  language: Language,
): string | undefined {
  const ja = language === 'ja';
  const count = (amount: number, en: string, noun: string): string[] => (amount > 0 ? [ja ? `${noun}${amount}` : `${amount} ${en}`] : []);
  const figures = [
    ...count(firing, 'firing', '発報'),
    ...count(silenced, 'silenced', 'うちサイレンス'),
    ...count(inhibited, 'inhibited', 'うち抑制'),
    ...count(pending, 'pending', '発報待ち'),
    ...(latencyMs === undefined ? [] : [ja ? `応答${Math.round(latencyMs)}ミリ秒` : `answered in ${Math.round(latencyMs)} ms`]),
    ...(daysLeft === undefined ? [] : [ja ? `証明書は残り${Math.floor(daysLeft)}日` : `certificate: ${Math.floor(daysLeft)} d left`]),
  ];
  return figures.length === 0 ? undefined : figures.join(ja ? '、' : ', ');
}

/** What was vouched for before it became unknown, with its time; undefined when there is nothing. */
export function sayLastKnown(live: Live, {language, now, zone}: {language: Language; now: number; zone?: string}): string | undefined {
  if (live.state !== 'unknown' || live.lastKnown === undefined) return undefined;
  const {state, observedAt} = live.lastKnown;
  const when = sayTime(Date.parse(observedAt), {language, zone, now});
  const age = sayAge(now - Date.parse(observedAt), language);
  const word = sayState(state, language);
  return language === 'ja' ? `最後に確認できた状態：${word}（${when}、${age}）` : `last known: ${word} at ${when}, ${age}`;
}

/** One line of evidence, in words. */
export interface SaidEvidence {
  readonly outcome: 'holds' | 'fails' | 'warns';
  /** The part of a roll-up that it is about, as an id. */
  readonly about: string | undefined;
  readonly claim: string;
  /** Why it fails. */
  readonly reason: string | undefined;
  /** What else the source gave, as it is. */
  readonly detail: string | undefined;
}

/** A failed check without a reason is a warning: it takes no colour away. A check that is not in the catalogue is shown as it is. */
export function sayEvidence({source, check, ok, detail}: Evidence, language: Language): SaidEvidence {
  const slash = check.lastIndexOf('/');
  const name = check.slice(slash + 1);
  const [, code, rest] = /^([a-z-]+)(?:: ([^]*))?$/.exec(detail ?? '') ?? [];
  const reason = ok ? undefined : reasons.find((known) => known === code);
  const word = name === 'says' ? states.find((state) => state === detail) : undefined;
  const subject = saySource(source, language);
  const claim = checks[name]?.[language] ?? name;
  return {
    outcome: ok ? 'holds' : reason === undefined ? 'warns' : 'fails',
    about: slash === -1 ? undefined : check.slice(0, slash),
    claim: language === 'ja' ? `${subject}：${claim}` : `${subject} ${claim}`,
    reason: reason === undefined ? undefined : sayReason(reason, language),
    detail: (word === undefined ? undefined : sayState(word, language)) ?? (reason === undefined ? detail : rest),
  };
}

/** `up to 36 s late: scrape 15 + evaluation 15 + asking 5 + delivery 1; the rule itself waits 5 min` */
export function sayLatency(detail: string, language: Language): string {
  const seconds = [...detail.matchAll(/([a-z]+)=(\d+(?:\.\d+)?)/g)].map(([, name = '', amount]) => ({name, amount: Number(amount)}));
  const parts = seconds.filter(({name}) => name !== 'for');
  const wait = seconds.find(({name}) => name === 'for')?.amount ?? 0;
  const total = Math.ceil(parts.reduce((sum, {amount}) => sum + amount, 0));
  const named = parts.map(({name, amount}) => ({name: delays[name]?.[language] ?? name, amount}));
  if (language === 'ja') {
    const sum = named.map(({name, amount}) => `${name}${amount}`).join('＋');
    return `最大${total}秒遅れます（${sum}）。${wait > 0 ? `ルール自体がさらに${sayLength(wait * 1000, 'ja')}待ちます。` : ''}`;
  }
  const sum = named.map(({name, amount}) => `${name} ${amount}`).join(' + ');
  return `up to ${total} s late: ${sum}${wait > 0 ? `; the rule itself waits ${sayLength(wait * 1000, 'en')}` : ''}`;
}
