/** What a state may rest on, as a claim about the source that stands before it. `latency` has a sentence of its own. */
export const checks: Readonly<Record<string, string>> = {
  answers: 'answers in time',
  asked: 'has asked',
  'is-watched': 'has a probe or an alert for it',
  'has-rule': 'has the rule',
  'rule-healthy': 'evaluates the rule without an error',
  'evaluated-lately': 'evaluated the rule lately',
  'has-series': 'has the series that the rule looks at',
  'all-targets-scraped': 'scrapes every target of these series',
  'whole-answer': 'answers in full, without a warning',
  'holds-watchdog': 'holds the Watchdog alert',
  'as-declared': 'serves the rule as data/alerts has it',
  'no-others': 'fires nothing beyond data/alerts',
  'probe-answers': 'gets the answer it expects',
  'certificate-valid': 'sees a certificate with time left',
  says: 'says',
  'says-lately': 'said so lately enough',
  agrees: 'says the same as our probe',
  'one-series': 'returns exactly one series',
  'covers-window': 'has data for the whole window',
  'has-events': 'has events to count',
  more: 'leaves out further checks that fail',
  'shift-now': 'has a shift for this moment',
};

export const sources: Readonly<Record<string, string>> = {
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
  prober: 'Our prober',
  handbook: 'This handbook',
  statuspage: 'Their status page',
  'github-actions': 'GitHub Actions',
  json: 'The JSON answer',
  icalendar: 'The calendar',
};

/** What a state waits for on its way to the page. */
export const delays: Readonly<Record<string, string>> = {
  scrape: 'scrape',
  evaluation: 'evaluation',
  asking: 'asking',
  delivery: 'delivery',
};
