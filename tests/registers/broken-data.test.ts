import {describe, expect, it} from 'vitest';
import {readBaseline} from '../../src/lint/baseline/read-baseline.server.ts';
import {lapsesOf} from '../../src/registers/lapses.ts';
import {readEvidence} from '../../src/runbook/evidence/read-evidence.server.ts';
import {brokenData, registersOf, sampleDay, sampleRoot, slipsOf, type Broken} from '../support/registers.ts';

const registers = (name: string): string => `registers/${name}.yaml`;

/** For each practice whose check is of the registers: one thing made wrong, and what is said of it. */
const slips: readonly (Broken & {readonly practice: string; readonly says: RegExp})[] = [
  {
    practice: 'A2',
    file: registers('measures'),
    from: 'link: business',
    to: 'link: product',
    says: /measures\.yaml:1:1 found no such entry, expected a measure of the link business$/,
  },
  {
    practice: 'A5',
    file: registers('roadmap'),
    from: 'vision: accelerate',
    to: 'vision: speed',
    says: /:\d+ found vision: "speed", expected one of/,
  },
  {
    practice: 'A15',
    file: registers('roadmap'),
    from: /kind: preventive/g,
    to: 'kind: reactive',
    says: /roadmap\.yaml:1:1 found no such entry, expected an open item of the kind preventive: all that is planned comes after a fault$/,
  },
  {
    practice: 'A17, of an undo that nobody timed',
    file: registers('releases'),
    from: /\n +restored_minutes: \d+/,
    to: '',
    says: /found restored_minutes: nothing, expected the minutes until members could work again/,
  },
  {
    practice: 'A21',
    file: registers('platform'),
    from: 'web-front, lending-api, payment-bridge',
    to: 'web-front, payment-bridge',
    says: /found lending-api neither with pipeline nor off the road, expected an adopter, or off_road with an exception/,
  },
  {
    practice: 'A22',
    file: 'catalog/dogu-share.yaml',
    from: 'owner: group:payments',
    to: 'owner: group:nobody',
    says: /dogu-share\.yaml:\d+:\d+ found the group "group:nobody"/,
  },
  {
    practice: 'A23',
    file: registers('policies'),
    from: 'policy: policy/needs-owner',
    to: '',
    says: /found policy: nothing, expected a policy, or not_enforced with the reason/,
  },
  {
    practice: 'A27',
    file: registers('requests'),
    from: / {4}stays:\n(?: {6}.*\n)+/,
    to: '',
    says: /requests\.yaml:\d+:\d+ found access, asked for three times from 2026-09-14 to 2026-11-10, expected self_service, or stays: the reason why a person does it$/,
  },
  {
    practice: 'A28',
    file: registers('resilience'),
    from: / {2}- id: monitoring\n(?: {4}.*\n)+/,
    to: '',
    says: /resilience\.yaml:1:1 found no such entry, expected an entry of monitoring$/,
  },
  {
    practice: 'A31',
    file: registers('scenarios'),
    from: /.*service: payment-bridge.*\n/,
    to: '',
    says: /found the scenario region-lost without payment-bridge, expected every service of level A/,
  },
  {
    practice: 'A32',
    file: registers('stores'),
    from: 'store: photo-store',
    to: 'store: lending-db',
    says: /stores\.yaml:1:1 found no such entry, expected an entry of the store photo-store/,
  },
  {
    practice: 'A32, of backups that are rarer than what may be lost',
    file: registers('stores'),
    from: 'every_minutes: 5',
    to: 'every_minutes: 60',
    says: /found every_minutes: 60, expected at most the 10 minutes of data that may be lost/,
  },
  {
    practice: 'A35',
    file: registers('cost'),
    from: 'units: 48800',
    to: 'units: 24400',
    says: /found yen: 293000, expected a note: a unit costs \d+ % more than in 2026-09/,
  },
  {
    practice: 'V13',
    file: registers('measures'),
    from: /\n +target: 8/,
    to: '',
    says: /found target: nothing, expected a value of type number/,
  },
  {
    practice: 'V16',
    file: 'agendas/evening-15.yaml',
    from: ", '@drill-lead'",
    to: '',
    says: /evening-15\.yaml:\d+:\d+ found a rota of sre without @drill-lead, expected every member in turn$/,
  },
  {
    practice: 'V16, of one who leads twice in a round',
    file: 'agendas/evening-15.yaml',
    from: "'@sre-lead', ",
    to: "'@sre-lead', '@sre-lead', ",
    says: /evening-15\.yaml:\d+:\d+ found @sre-lead a second time, expected each role once in a round$/,
  },
  {
    practice: 'V21',
    file: registers('agreement'),
    from: /\n +from: try-20261016-2/,
    to: '',
    says: /found the rule read-before-a-drill of 2026-10-30, from no Try/,
  },
  {
    practice: 'V21, of a Try that is not over',
    file: registers('agreement'),
    from: 'from: try-20261016-2',
    to: 'from: try-20261113-2',
    says: /found the rule read-before-a-drill from try-20261113-2, which is open, expected a Try that is done: until then nothing is proved$/,
  },
  {
    practice: 'V24, of items that were answered on different days',
    file: registers('maturity'),
    from: /\n +- \{ at: 2026-11-13, level: 1 \}/,
    to: '',
    says: /found the last answer of 2026-05-15, expected an answer of 2026-11-13/,
  },
];

/** For each practice whose check is register-fresh: what was done lately made too old, and all that is said then. */
const lapses: readonly (Broken & {readonly practice: string; readonly says: string | RegExp})[] = [
  {
    practice: 'A3',
    file: registers('measures'),
    from: 'at: 2026-09-30\n        value: 84',
    to: 'at: 2026-07-01\n        value: 84',
    says: 'hours-returned as of 2026-07-01',
  },
  {
    practice: 'A7',
    file: registers('debt'),
    from: 'reviewed: 2026-11-02',
    to: 'reviewed: 2026-07-02',
    says: 'two-login-flows as of 2026-07-02',
  },
  {practice: 'A8', file: registers('measures'), from: 'at: 2026-08-31', to: 'at: 2026-03-31', says: 'days-to-ready as of 2026-03-31'},
  {
    practice: 'A10',
    file: registers('toil'),
    from: /(week: 2026-11-(?:09|16)\n(?:.*\n){3} +small_fixes: )\d+/g,
    to: '$10',
    says: 'last small fix in the week of 2026-11-02',
  },
  {
    practice: 'A11',
    file: registers('daily-check'),
    from: / {2}- id: check-20261(?:11[6-9]|120)\n(?: {4}.*\n)+/g,
    to: '',
    says: 'last daily check of 2026-11-13',
  },
  {
    practice: 'A11, of a check that died and was ticked once',
    file: registers('daily-check'),
    from: / {2}- id: check-20261(?:10[3-9]|11\d)\n(?: {4}.*\n)+/g,
    to: '',
    says: '2 daily checks in 15 working days',
  },
  {
    practice: 'A13',
    file: registers('versions'),
    from: 'patched: 2026-08-20',
    to: 'patched: 2026-07-20',
    says: 'lending-db-postgresql as of 2026-07-20',
  },
  {
    practice: 'A16',
    file: registers('toil'),
    from: / {2}- id: .*\n {4}week: 2026-(?:10-19|10-26|11-).*\n(?: {4}.*\n)+/g,
    to: '',
    says: 'last week of hours of 2026-10-12',
  },
  {
    practice: 'A17',
    file: registers('operators'),
    from: /(task: undo\n +at: )2026-(?:08-[23]|09|1).*/g,
    to: '$12026-08-19',
    says: /^last undo within 10 minutes of 2026-08-19, in all teams$/,
  },
  {
    practice: 'A17, of undos that are slow',
    file: registers('operators'),
    from: /(task: undo\n(?: {4}(?!minutes).*\n)+ {4}minutes: )\d+/g,
    to: '$111',
    says: 'no undo within 10 minutes, in any team',
  },
  {
    practice: 'A18',
    file: registers('manual-steps'),
    from: 'remove_by: 2026-12-18',
    to: 'remove_by: 2026-11-18',
    says: 'settlement-batch-stop-the-timer that was to go by 2026-11-18',
  },
  {
    practice: 'A19',
    file: registers('load-tests'),
    from: 'at: 2026-09-10',
    to: 'at: 2026-05-10',
    says: 'last load test of search of 2026-05-10',
  },
  {
    practice: 'A27, of a promise that was not kept',
    file: registers('requests'),
    from: 'on: 2026-10-20, done: 2026-10-28',
    to: 'on: 2026-10-20, by: 2026-10-28',
    says: 'figures, asked for on 2026-10-20 and promised for 2026-10-28',
  },
  {
    practice: 'A27, of a request that nobody answered',
    file: registers('requests'),
    from: 'on: 2026-10-20, done: 2026-10-28',
    to: 'on: 2026-10-20',
    says: 'figures, asked for on 2026-10-20 and not answered',
  },
  {
    practice: 'A33',
    file: registers('stores'),
    from: 'drill_every_days: 100',
    to: 'drill_every_days: 50',
    says: 'store lending-db, last restored on 2026-09-24',
  },
  {
    practice: 'A33, of a restore that failed and was not tried again',
    file: 'evidence/2026-09-24T0535Z-restore-database.yaml',
    from: /outcome: worked\nminutes: 88\nnote: ''/,
    to: "outcome: failed\nminutes: 88\nnote: 'It could not be opened.'",
    says: 'store lending-db, whose drill of 2026-09-24 failed',
  },
  {
    practice: 'A29',
    file: registers('spof'),
    from: 'accept_until: 2026-12-25',
    to: 'accept_until: 2026-11-21',
    says: 'settlement-one-run that was accepted until 2026-11-21',
  },
  {
    practice: 'A30',
    file: registers('providers'),
    from: 'reviewed: 2026-08-06',
    to: 'reviewed: 2026-02-06',
    says: 'mail-delivery as of 2026-02-06',
  },
  {
    practice: 'A34',
    file: 'snapshots/eol.json',
    from: '2027-01-31',
    to: '2026-11-21',
    says: 'session-cache-redis on amazon-elasticache-redis 6, supported until 2026-11-21',
  },
  {
    practice: 'A37',
    file: registers('roadmap'),
    from: 'updated: 2026-10-28',
    to: 'updated: 2026-08-20',
    says: 'leave-the-old-environment as of 2026-08-20',
  },
  {
    practice: 'V1',
    file: registers('operators'),
    from: 'at: 2026-11-12\n    role: lending-lead\n    occasion: absent-tomorrow',
    to: 'at: 2026-11-12\n    role: lending-lead\n    occasion: drill',
    says: 'last absent-tomorrow exercise of 2026-08-20',
  },
  {
    practice: 'V1, of a question that no page answers',
    file: registers('operators'),
    from: /\n +answered: 2026-11-16/,
    to: '',
    says: 'question of notify-worker-release-20261112 that no page has answered since 2026-11-12',
  },
  {
    practice: 'V5',
    file: registers('debt'),
    from: 'trigger_on: 2027-04-01',
    to: 'trigger_on: 2026-11-01',
    says: 'hand-made-network, whose day was 2026-11-01',
  },
  {
    practice: 'V6',
    file: registers('buying-time'),
    from: 'lasts_until: 2027-06-30',
    to: 'lasts_until: 2026-10-31',
    says: 'lending-db-20260707 that was to last until 2026-10-31',
  },
  {
    practice: 'V8',
    file: registers('dashboards'),
    from: 'reviewed: 2026-09-24',
    to: 'reviewed: 2026-07-24',
    says: 'who-reads-us as of 2026-07-24',
  },
  {
    practice: 'V9',
    file: registers('debt'),
    from: 'exit_by: 2027-03-31',
    to: 'exit_by: 2026-10-31',
    says: 'legacy-environment that was to be left by 2026-10-31',
  },
  {
    practice: 'V9, of a count that rises',
    file: registers('debt'),
    from: 'month: 2026-10, count: 9',
    to: 'month: 2026-10, count: 15',
    says: 'legacy-environment with 15 left in 2026-10, after 14 in 2026-08',
  },
  {
    practice: 'V9, of what nobody counts any more',
    file: registers('debt'),
    from: / +- \{ month: 2026-(?:09|10), count: \d+ \}\n/g,
    to: '',
    says: 'legacy-environment, last counted in 2026-08',
  },
  {
    practice: 'V10',
    file: registers('iac'),
    from: 'at: 2026-11-20, differences: 0',
    to: 'at: 2026-11-02, differences: 0',
    says: 'cluster as of 2026-11-02',
  },
  {
    practice: 'V15',
    file: registers('agreement'),
    from: 'since: 2026-06-01\n    reviewed: 2026-11-13\n    review_every_days:',
    to: 'since: 2026-06-01\n    reviewed: 2026-06-01\n    review_every_days: 92 # ',
    says: 'core-hours as of 2026-06-01',
  },
  {
    practice: 'V24',
    file: registers('maturity'),
    from: /at: 2026-11-13/g,
    to: 'at: 2026-05-20',
    says: /^[a-z-]+ as of 2026-05-20$/,
  },
];

/** Everything that lapsed in a folder, with what its drills show. */
function foundIn(root: string): string[] {
  const evidence = readEvidence(root, {pages: new Set(['procedures/restore-database'])});
  return lapsesOf(registersOf(root), {day: sampleDay, evidence}).map(({found}) => found);
}

/** What the sample shows as lapsed on purpose: as much as lint-baseline.yaml lets through. */
const already = foundIn(sampleRoot());
const onPurpose = readBaseline('.').entries.reduce((sum, {rule, count}) => sum + (rule === 'register-fresh' ? count : 0), 0);

describe('data that breaks a practice', () => {
  it.each(slips)('is refused: $practice', ({says, ...edit}) => {
    const said = slipsOf(brokenData([edit]));
    expect(said).toContainEqual(expect.stringMatching(says));
  });

  it.each(lapses)('lapses: $practice', ({says, ...edit}) => {
    const said = foundIn(brokenData([edit])).filter((line) => !already.includes(line));
    expect(said).toEqual(typeof says === 'string' ? [says] : said.filter((line) => says.test(line)));
    expect(said).not.toEqual([]);
  });

  it('is not this repository’s', () => {
    expect(slipsOf(brokenData())).toEqual([]);
    expect(already).toHaveLength(onPurpose);
  });
});

describe('a register', () => {
  const refused = [
    {
      name: 'a wrong type',
      file: 'providers',
      from: 'exit_days: 14',
      to: 'exit_days: soon',
      says: /providers\.yaml:\d+:\d+ found exit_days: "soon", expected a value of type number/,
    },
    {
      name: 'a day that is yet to come where a look is meant',
      file: 'providers',
      from: 'reviewed: 2026-08-06',
      to: 'reviewed: 2099-08-06',
      says: /providers\.yaml:\d+:\d+ found reviewed: "2099-08-06", which is yet to come, expected a day not after \d{4}-\d\d-\d\d$/,
    },
    {
      name: 'a past day where one to come is meant',
      file: 'spof',
      from: 'accept_until: 2026-12-25',
      to: 'accept_until: 2026-07-01',
      says: /spof\.yaml:\d+:\d+ found accept_until: "2026-07-01", expected a day after the decision of 2026-07-03/,
    },
    {
      name: 'a single point of failure that is accepted for longer than half a year',
      file: 'spof',
      from: 'accept_until: 2026-12-25',
      to: 'accept_until: 2027-01-03',
      says: /spof\.yaml:\d+:19 found accept_until: "2027-01-03", expected a day not after 2027-01-02: accepted on 2026-07-03, for at most 183 days$/,
    },
    {
      name: 'an exception of a service that does not exist',
      file: 'exceptions',
      from: 'service: payment-bridge',
      to: 'service: payment',
      says: /exceptions\.yaml:\d+:\d+ found the service "payment", expected one of admin-console/,
    },
    {
      name: 'another way that rests on the exception of another service',
      file: 'platform',
      from: 'exception: legacy-reports-by-hand',
      to: 'exception: payment-bridge-late-patches',
      says: /platform\.yaml:\d+:\d+ found the exception payment-bridge-late-patches of payment-bridge, expected an exception of legacy-reports$/,
    },
    {
      name: 'another way that rests on an exception of no service',
      file: 'exceptions',
      from: '\n    service: legacy-reports',
      to: '',
      says: /platform\.yaml:\d+:\d+ found the exception legacy-reports-unwatched of no service, expected an exception of legacy-reports$/,
    },
    {
      name: 'a service that does not exist',
      file: 'cost',
      from: 'service: search',
      to: 'service: serch',
      says: /cost\.yaml:\d+:\d+ found the service "serch", expected one of admin-console/,
    },
    {
      name: 'a part that does not exist',
      file: 'spof',
      from: 'component: session-cache',
      to: 'component: cache',
      says: /found the service or resource "cache", expected one of/,
    },
    {
      name: 'a store that does not exist',
      file: 'stores',
      from: 'store: event-queue',
      to: 'store: queue',
      says: /found the resource "queue", expected one of event-queue/,
    },
    {
      name: 'a page that does not exist',
      file: 'requests',
      from: 'side: product',
      to: 'page: procedures/nowhere\n    side: product',
      says: /found the page "procedures\/nowhere"/,
    },
    {
      name: 'an exception that does not exist',
      file: 'platform',
      from: 'legacy-reports-by-hand',
      to: 'legacy',
      says: /found the exception "legacy", expected one of/,
    },
    {
      name: 'a cycle that the snapshot does not know',
      file: 'versions',
      from: "cycle: '17'",
      to: "cycle: '18'",
      says: /found the cycle "18", expected one of data\/snapshots\/eol\.json: "17"/,
    },
    {
      name: 'a product that the snapshot does not know',
      file: 'versions',
      from: 'product: postgresql',
      to: 'product: mysql',
      says: /found the product "mysql", expected one of data\/snapshots\/eol\.json: /,
    },
    {
      name: 'a query that does not exist',
      file: 'dashboards',
      from: 'query: requests',
      to: 'query: request',
      says: /found the query "request", expected one of requests/,
    },
    {
      name: 'a provider that is watched and not written down',
      file: 'providers',
      from: 'id: pay-provider',
      to: 'id: payer',
      says: /expected an entry of the provider pay-provider, which data\/live\.yaml watches/,
    },
    {
      name: 'a lone replica that nobody decided about',
      file: 'spof',
      from: 'component: settlement-batch',
      to: 'component: search',
      says: /found 1 replica of settlement-batch, expected two, or an entry of spof that is not gone/,
    },
    {
      name: 'a week that does not begin on Monday',
      file: 'toil',
      from: 'week: 2026-08-31',
      to: 'week: 2026-09-01',
      says: /found week: "2026-09-01", expected a Monday/,
    },
    {
      name: 'a week that is yet to come',
      file: 'toil',
      from: 'week: 2026-11-16',
      to: 'week: 2099-11-16',
      says: /found week: "2099-11-16", which is yet to come, expected a day not after \d{4}-\d\d-\d\d$/,
    },
    {
      name: 'a bill that is yet to come',
      file: 'cost',
      from: 'month: 2026-10, yen: 293000',
      to: 'month: 2099-12, yen: 293000',
      says: /found month: "2099-12", which is yet to come, expected a month not after \d{4}-\d\d$/,
    },
    {
      name: 'a count that is yet to come',
      file: 'debt',
      from: 'month: 2026-10, count: 9',
      to: 'month: 2099-10, count: 9',
      says: /found month: "2099-10", which is yet to come/,
    },
    {
      name: 'an exception that is yet to begin',
      file: 'exceptions',
      from: /since: \S+\n +expires: \S+/,
      to: 'since: 2099-01-01\n    expires: 2099-02-01',
      says: /found since: "2099-01-01", which is yet to come/,
    },
    {
      name: 'the same week of a team twice',
      file: 'toil',
      from: 'week: 2026-11-16\n    team: sre',
      to: 'week: 2026-11-09\n    team: sre',
      says: /toil\.yaml:\d+:11 found the week 2026-11-09 of sre a second time, expected each name once$/,
    },
    {
      name: 'two costs of a service',
      file: 'cost',
      from: 'service: search',
      to: 'service: web-front',
      says: /cost\.yaml:\d+:14 found the cost of web-front a second time, expected each name once$/,
    },
    {
      name: 'a promise that was over before it was asked for',
      file: 'requests',
      from: 'on: 2026-10-20, done: 2026-10-28',
      to: 'on: 2026-10-20, by: 2026-10-19, done: 2026-10-28',
      says: /found by: "2026-10-19", expected a day not before 2026-10-20$/,
    },
    {
      name: 'a text that is blank in one language',
      file: 'history',
      from: /(\n\s+ja: ).*/,
      to: "$1' '",
      says: /history\.yaml:\d+:\d+ found ja: " ", expected text that is not blank, without control characters or marks of direction$/,
    },
    {
      name: 'a text that turns the direction of what follows',
      file: 'history',
      from: /(\n\s+en: ).*/,
      to: '$1"a\\u202Eb"',
      says: /found en: ".*", expected text that is not blank, without control characters or marks of direction$/,
    },
    {
      name: 'a text in one language only',
      file: 'buying-time',
      from: /what: \{.*|what:\n +en: .*\n +ja: .*/,
      to: 'what: only this',
      says: /found what: "only this", expected a text in each language: \{ en: …, ja: … \}$/,
    },
    {
      name: 'a text whose Japanese is missing',
      file: 'history',
      from: /\n\s+ja: .*/,
      to: '',
      says: /found ja: nothing, expected text$/,
    },
    {
      name: 'a figure that nothing holds',
      file: 'practices',
      from: 'figure: toil',
      to: 'figure: sweat',
      says: /found the figure "sweat", expected one of/,
    },
  ];
  it.each(refused)('refuses $name', ({file, says, ...edit}) => {
    const said = slipsOf(brokenData([{file: registers(file), ...edit}]));
    expect(said).toContainEqual(expect.stringMatching(says));
  });

  it('refuses the procedure of another store', () => {
    const root = brokenData([
      {
        file: registers('stores'),
        from: "restored_by: '@sre-secondary'",
        to: "procedure: procedures/restore-database\n    restored_by: '@sre-secondary'",
      },
    ]);
    expect(() => registersOf(root)).toThrow(/found the procedure "procedures\/restore-database" a second time/);
  });
});
