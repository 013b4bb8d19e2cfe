/** What a state may rest on, as a claim about the source that stands before it. `latency` has a sentence of its own. */
export const checks: Readonly<Record<string, string>> = {
  answers: '時間内に応答する',
  asked: '問い合わせを済ませた',
  'is-watched': '見張るプローブかアラートがある',
  'has-rule': 'ルールがある',
  'rule-healthy': 'ルールをエラーなく評価する',
  'evaluated-lately': 'ルールを最近評価した',
  'has-series': 'ルールが見る系列がある',
  'all-targets-scraped': '系列の対象をすべてスクレイプできる',
  'whole-answer': '欠けも警告もなく応答する',
  'holds-watchdog': 'Watchdogアラートが届いている',
  'as-declared': 'ルールがdata/alertsのとおりである',
  'no-others': 'data/alertsにないアラートが出ていない',
  'probe-answers': '期待した応答を受け取る',
  'certificate-valid': '証明書の期限に余裕がある',
  says: '自己申告',
  'says-lately': '発表が十分に新しい',
  agrees: 'こちらのプローブと一致する',
  'one-series': '系列をちょうど1つ返す',
  'covers-window': '期間全体のデータがある',
  'has-events': '数える対象のイベントがある',
  more: 'ほかにも不成立の項目がある',
  'shift-now': 'いまの当番が載っている',
};

export const sources: Readonly<Record<string, string>> = {
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
  prober: '内蔵のプローブ',
  handbook: 'このハンドブック',
  statuspage: '提供元のステータスページ',
  'github-actions': 'GitHub Actions',
  json: 'JSONの応答',
  icalendar: 'カレンダー',
};

/** What a state waits for on its way to the page. */
export const delays: Readonly<Record<string, string>> = {
  scrape: 'スクレイプ',
  evaluation: '評価',
  asking: '問い合わせ',
  delivery: '配信',
};
