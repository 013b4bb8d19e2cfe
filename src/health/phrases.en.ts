const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const roles = (count: number): string => (count === 0 ? 'no role' : count === 1 ? '1 role' : `${count} roles`);
/** Few names say more than their number. */
const named = (names: readonly string[]): string =>
  names.length === 1 || names.length === 2 ? `: ${names.map((name) => `@${name}`).join(', ')}` : '';

/** What the health check says of each aspect. A subject is the title of a thing of `data/`. */
export const phrases = {
  aspects: {
    slo: 'Service level',
    recovery: 'Recovery drill',
    versions: 'Versions',
    spof: 'Single points of failure',
    operators: 'Operators',
    runbooks: 'Runbooks',
    exceptions: 'Exceptions',
    cost: 'Unit cost',
    toil: 'Toil',
  },
  /** At the head of a narrow column. */
  short: {
    slo: 'SLO',
    recovery: 'Restore',
    versions: 'Versions',
    spof: 'SPOF',
    operators: 'People',
    runbooks: 'Runbook',
    exceptions: 'Except.',
    cost: 'Cost',
    toil: 'Toil',
  },
  states: {down: 'Act now', unknown: 'Unknown', degraded: 'Watch', ok: 'OK', none: 'Nothing to look at'},
  why: {
    slo: 'Whether an objective is met, only the live state can vouch for: without the server this row stays unknown.',
    recovery:
      'A restore that worked within its RTO, and not longer ago than the store asks, is in order. Too long ago: watch. Failed, too slow or never done: act.',
    versions: 'Support ends in 90 days or less, or the last patch is more than 120 days old: watch. Support is over: act.',
    spof: 'A single point of failure is watched until it is gone, and acted upon when its day is over. A part that nobody has looked at is unknown.',
    operators:
      'Two roles have each released, undone and followed a runbook in the last year: in order. One role: watch. None: act. Nothing written down: unknown.',
    runbooks:
      'Each alert has a runbook that worked in a drill or in earnest as it is written now. Unproven, changed or stale: watch. Missing for an alert that wakes somebody, or failed: act.',
    exceptions: 'An exception holds until its day. It ends in 30 days or less: watch. It is over: act.',
    cost: 'A unit that costs a fifth more than in the month before is watched, whether or not somebody has explained it.',
    toil: 'More than half of the hours are toil: watch. A team is unknown while one of its last four weeks is not written down.',
  },
  markdown: {
    title: (organisation: string) => `Health check of ${organisation}`,
    asOf: (day: string, before: string) => `As of ${day}. The time before: ${before}. What is live stays unknown here.`,
    lastTime: (state: string) => ` (time before: ${state})`,
    is: (state: string) => ` (${state})`,
    all: 'Every finding, with its reason',
    service: 'Service',
    notKept: 'not kept',
    heading: (service: string, worst: string) => `${service}: ${worst}`,
  },
  subject: (subject: string, sentence: string) => `${subject}: ${sentence}`,
  /** What is said of something of which nothing is written down. */
  lacking: {
    slo: 'no objective',
    recovery: 'no plan for a restore',
    versions: 'no version written down',
    spof: 'not looked at',
    operators: 'nothing written down',
    runbooks: 'no alert',
    exceptions: 'nothing written down',
    cost: 'no cost written down',
    toil: 'no hours written down',
  },
  stop: '.',
  ofThese: (lacking: string, names: readonly string[], more: number) =>
    `${lacking}: ${more > 0 ? `${names.join(', ')} and ${more} more` : names.join(' and ')}.`,
  list: (sentences: readonly string[]) => sentences.join(' '),
  more: (count: number) => `And ${count} more.`,
  allOk: (count: number, noun: string) => `All ${count} ${noun} are in order.`,
  count: (ok: number, of: number, noun: string) => `${ok} of ${of} ${noun} in order.`,
  /** What is counted. */
  nouns: {
    slo: 'objectives',
    recovery: 'stores',
    versions: 'parts',
    spof: 'parts',
    operators: 'services',
    runbooks: 'alerts',
    exceptions: 'exceptions',
    cost: 'services',
    toil: 'teams',
  },
  slo: {
    live: (objective: string, target: string | undefined, window: string) =>
      `${objective}: ${target === undefined ? 'no target' : `${target} over ${window}`}; whether it is met is live.`,
  },
  recovery: {
    never: 'never restored.',
    fresh: (at: string, minutes: number, rto: number) => `restored in ${minutes} of ${rto} min on ${at}.`,
    stale: (at: string, until: string) => `last restored on ${at}, believed until ${until}.`,
    failed: (at: string) => `the restore of ${at} failed.`,
    slow: (at: string, minutes: number, rto: number) => `the restore of ${at} took ${minutes} min, ${rto} are allowed.`,
    none: 'depends on no store of the catalog.',
    noStores: 'The catalog has no store.',
    trend: (subject: string) => `${subject}: minutes of each restore`,
    unit: 'min',
  },
  versions: {
    unknown: (version: string) => `the end of ${version} is not in the snapshot.`,
    open: (version: string) => `${version}, no end named.`,
    supported: (version: string, until: string) => `${version}, supported until ${until}.`,
    ending: (version: string, until: string, left: number) => `support of ${version} ends in ${days(left)} (${until}).`,
    ended: (version: string, until: string) => `support of ${version} ended on ${until}.`,
    unpatched: (version: string, at: string) => `${version}, last patched on ${at}.`,
  },
  spof: {
    fix: (what: string, by: string) => `${what} To be gone by ${by}.`,
    accept: (what: string, until: string) => `${what} Accepted until ${until}.`,
    over: (what: string, until: string) => `${what} Its day was ${until}.`,
    untested: 'nobody has taken a piece away on purpose yet.',
    ok: (zones: number, replicas: number) => `${replicas} copies in ${zones} zones.`,
    lone: 'one copy, or one zone.',
    trend: 'Open single points of failure',
    unit: '',
  },
  operators: {
    able: (able: readonly string[]) => `${roles(able.length)} can operate it${named(able)}.`,
  },
  runbooks: {
    missing: 'no runbook.',
    dead: 'its link leads nowhere.',
    never: 'its runbook was never used.',
    proven: (at: string) => `its runbook worked on ${at}.`,
    stale: (at: string) => `its runbook last worked on ${at}.`,
    adapted: (at: string) => `its runbook worked on ${at}, only with changes.`,
    changed: (at: string) => `changed since it worked on ${at}.`,
    failed: (at: string) => `its runbook failed on ${at}.`,
  },
  exceptions: {
    holds: (what: string, until: string) => `${what} Until ${until}.`,
    ending: (what: string, until: string, left: number) => `${what} Ends in ${days(left)} (${until}).`,
    over: (what: string, until: string) => `${what} Ended on ${until}.`,
    none: 'No exception.',
  },
  cost: {
    change: (percent: number, month: string) =>
      percent === 0
        ? `a unit costs the same as in the month before (${month}).`
        : `a unit costs ${Math.abs(percent)}% ${percent > 0 ? 'more' : 'less'} than in the month before (${month}).`,
    first: (month: string) => `${month} is the first month.`,
    gap: (month: string) => `no bill of ${month}.`,
    old: (month: string) => `the last month written down is ${month}.`,
    trend: (subject: string, unit: string) => `${subject}: yen for ${unit}`,
    unit: 'yen',
  },
  toil: {
    share: (percent: number, nights: number, from: string) =>
      `${percent}% toil in the four weeks from ${from}, woken in ${nights === 1 ? '1 night' : `${nights} nights`}.`,
    short: (written: number) => `${written} of the last 4 weeks written down.`,
    old: (week: string) => `the last week written down is that of ${week}.`,
    trend: (team: string) => `${team}: toil, per cent of all hours`,
    unit: '%',
  },
};
