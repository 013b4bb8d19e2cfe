/** What a state may rest on, as a claim about the source that stands before it. `latency` has a sentence of its own. */
export const checks: Readonly<Record<string, string>> = {
  answers: 'answers in time',
  asked: 'has asked',
  'is-watched': 'has a probe or an alert for it',
  'is-computed': 'knows how to compute it',
  'has-calendar': 'has a calendar for it',
  'has-rule': 'has the rule',
  'rule-healthy': 'evaluates the rule without an error',
  'evaluated-lately': 'evaluated the rule lately',
  'has-series': 'has the series that the rule looks at',
  'has-data': 'has the series that this is computed from',
  'all-targets-scraped': 'scrapes every target of these series',
  evaluates: 'evaluated a rule lately',
  'gives-figure': 'gives what was asked for',
  'whole-answer': 'answers in full, without a warning',
  'holds-watchdog': 'holds the Watchdog alert',
  'as-declared': 'serves the rule as data/alerts has it',
  'no-others': 'fires nothing beyond data/alerts',
  'probe-answers': 'gets the answer it expects',
  'certificate-valid': 'sees a certificate with time left',
  says: 'says',
  'says-lately': 'said so lately enough',
  agrees: 'agrees with our probe',
  'one-series': 'returns exactly one series',
  'covers-window': 'has data for the whole window',
  'has-events': 'has events to count',
  more: 'leaves out further checks that fail',
  'shift-now': 'has a shift for this moment',
  'hears-server': 'hears the server',
  'seen-lately': 'has an observation that is recent enough',
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
  page: 'This page',
};

/** The word of a provider, and what our probe of it says. */
export const disagreement = (theirs: string, ours: string): string => `its word: ${theirs}; our probe: ${ours}`;

/** What a state waits for on its way to the page. */
export const delays: Readonly<Record<string, string>> = {
  scrape: 'scrape',
  evaluation: 'evaluation',
  asking: 'asking',
  delivery: 'delivery',
};

/** What the server writes behind a check, where it is not a name or a figure alone, and how that is said. In English it is said as it is. */
export const details: readonly (readonly [RegExp, string])[] = [];

/** What a check that failed finds missing, where setting up a source would not help. */
export const lacks: Readonly<Record<string, string>> = {
  'is-watched': 'nothing watches it',
  'is-computed': 'its indicator cannot be computed here',
  'has-calendar': 'it has no on-call calendar',
};
