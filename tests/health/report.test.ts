import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {healthReport} from '../../src/health/report.ts';
import {aspects, findingStates, type Aspect, type FindingState} from '../../src/health/model.ts';
import {registers as shapes} from '../../src/registers/contract.ts';
import type {Registers} from '../../src/registers/model.ts';
import {cellIn, healthAfter, knownOf} from '../support/health.ts';
import {brokenData, sampleDay, type Broken} from '../support/registers.ts';
import {ja} from '../support/sample.ts';

const registers = (name: string): string => `registers/${name}.yaml`;

interface Case {
  readonly aspect: Aspect;
  readonly service?: string;
  readonly when: string;
  readonly edits: readonly Broken[];
  readonly state: FindingState;
  readonly finding: string | RegExp;
}

const cases: readonly Case[] = [
  {
    aspect: 'recovery',
    service: 'search',
    when: 'the last drill worked in time',
    edits: [],
    state: 'ok',
    finding: 'Lending database: restored in 88 of 120 min on 2026-09-24.',
  },
  {
    aspect: 'recovery',
    service: 'search',
    when: 'it took longer than it may',
    edits: [{file: 'evidence/2026-09-24T0535Z-restore-database.yaml', from: 'minutes: 88', to: 'minutes: 121'}],
    state: 'down',
    finding: 'Lending database: the restore of 2026-09-24 took 121 min, 120 are allowed.',
  },
  {
    aspect: 'recovery',
    service: 'search',
    when: 'it is too long ago',
    edits: [{file: registers('stores'), from: 'drill_every_days: 100', to: 'drill_every_days: 50'}],
    state: 'degraded',
    finding: 'Lending database: last restored on 2026-09-24, believed until 2026-11-13.',
  },
  {
    aspect: 'recovery',
    service: 'notify-worker',
    when: 'nobody ever tried',
    edits: [],
    state: 'down',
    finding: 'Event queue: never restored.',
  },
  {
    aspect: 'recovery',
    service: 'web-front',
    when: 'there is nothing to restore',
    edits: [],
    state: 'none',
    finding: 'Depends on no store of the catalog.',
  },
  {
    aspect: 'versions',
    service: 'web-front',
    when: 'its version is supported',
    edits: [],
    state: 'ok',
    finding: 'Nodejs 24.14.0, supported until 2028-04-30.',
  },
  {
    aspect: 'versions',
    service: 'legacy-reports',
    when: 'support is over',
    edits: [{file: 'snapshots/eol.json', from: '2027-01-12', to: '2026-11-21'}],
    state: 'down',
    finding: /^Support of windows-server 2016 ended on 2026-11-21\.$/,
  },
  {
    aspect: 'versions',
    service: 'web-front',
    when: 'nobody has patched it for long',
    edits: [{file: registers('versions'), from: 'patched: 2026-11-05', to: 'patched: 2026-07-24'}],
    state: 'degraded',
    finding: 'Nodejs 24.14.0, last patched on 2026-07-24.',
  },
  {
    aspect: 'spof',
    service: 'web-front',
    when: 'its pieces can be lost',
    edits: [],
    state: 'ok',
    finding: '6 copies in 3 zones.',
  },
  {
    aspect: 'spof',
    service: 'payment-bridge',
    when: 'the day is over until which it was accepted',
    edits: [{file: registers('spof'), from: 'accept_until: 2027-03-15', to: 'accept_until: 2026-11-20'}],
    state: 'down',
    finding: 'There is one payment provider. Its day was 2026-11-20.',
  },
  {
    aspect: 'spof',
    service: 'admin-console',
    when: 'nobody has looked',
    edits: [{file: registers('resilience'), from: / {2}- id: admin-console\n(?: {4}.*\n)+/, to: ''}],
    state: 'unknown',
    finding: 'Not looked at.',
  },
  {
    aspect: 'spof',
    service: 'admin-console',
    when: 'there is one of it, which its level allows',
    edits: [],
    state: 'degraded',
    finding: 'One copy, or one zone.',
  },
  {
    aspect: 'operators',
    service: 'legacy-reports',
    when: 'one role can operate it',
    edits: [],
    state: 'degraded',
    finding: '1 role can operate it: @data-engineer.',
  },
  {
    aspect: 'operators',
    service: 'legacy-reports',
    when: 'that role has left the catalog',
    edits: [{file: 'catalog/org.yaml', from: 'members: [data-lead, data-engineer]', to: 'members: [data-lead, data-other]'}],
    state: 'down',
    finding: 'No role can operate it.',
  },
  {
    aspect: 'runbooks',
    service: 'web-front',
    when: 'its runbook was never used',
    edits: [],
    state: 'degraded',
    finding: 'BlackboxProbeFailed: its runbook was never used.',
  },
  {
    aspect: 'runbooks',
    service: 'search',
    when: 'no alert speaks of it',
    edits: [],
    state: 'unknown',
    finding: 'No alert.',
  },
  {
    aspect: 'exceptions',
    service: 'search',
    when: 'it has none',
    edits: [],
    state: 'ok',
    finding: 'No exception.',
  },
  {
    aspect: 'exceptions',
    service: 'legacy-reports',
    when: 'its day is over',
    edits: [{file: registers('exceptions'), from: 'expires: 2026-12-15', to: 'expires: 2026-11-21'}],
    state: 'down',
    finding: /^The legacy reports are released by hand.* Ended on 2026-11-21\.$/,
  },
  {
    aspect: 'exceptions',
    service: 'log-warehouse',
    when: 'an exception names it',
    edits: [
      {
        file: registers('exceptions'),
        from: 'payment-bridge-late-patches\n    service: payment-bridge',
        to: 'late-patches\n    service: log-warehouse',
      },
    ],
    state: 'down',
    finding: /^The payment bridge gets the patches.* Ended on 2026-11-07\.$/,
  },
  {
    aspect: 'exceptions',
    service: 'payment-bridge',
    when: 'the exception that begins with its name is of no service',
    edits: [{file: registers('exceptions'), from: '\n    service: payment-bridge', to: ''}],
    state: 'ok',
    finding: 'No exception.',
  },
  {
    aspect: 'exceptions',
    when: 'one of no service is over: the organisation answers for it',
    edits: [{file: registers('exceptions'), from: '\n    service: payment-bridge', to: ''}],
    state: 'down',
    finding: /The payment bridge gets the patches.* Ended on 2026-11-07\./,
  },
  {
    aspect: 'cost',
    service: 'monitoring',
    when: 'nobody has written it down',
    edits: [],
    state: 'unknown',
    finding: 'No cost written down.',
  },
  {
    aspect: 'toil',
    service: 'admin-console',
    when: 'its team does not write its hours down',
    edits: [],
    state: 'unknown',
    finding: 'Support: no hours written down.',
  },
  {
    aspect: 'cost',
    service: 'lending-api',
    when: 'a unit became dearer by more than a fifth',
    edits: [],
    state: 'degraded',
    finding: 'A unit costs 25% more than in the month before (2026-10).',
  },
  {
    aspect: 'cost',
    service: 'search',
    when: 'nobody writes it down any more',
    edits: [{file: registers('cost'), from: /( {2}- id: search\n[^]*?)(?: {6}- \{ month: 2026-(?:09|10).*\n){2}/, to: '$1'}],
    state: 'unknown',
    finding: 'The last month written down is 2026-08.',
  },
  {
    aspect: 'cost',
    service: 'search',
    when: 'the month before was not written down',
    edits: [{file: registers('cost'), from: / +- \{ month: 2026-09, yen: 292000.*\n/, to: ''}],
    state: 'unknown',
    finding: 'No bill of 2026-09.',
  },
  {
    aspect: 'toil',
    service: 'cluster',
    when: 'one of the last four weeks is not written down',
    edits: [{file: registers('toil'), from: / {2}- id: .*\n {4}week: 2026-11-02\n {4}team: sre\n(?: {4}.*\n)+/, to: ''}],
    state: 'unknown',
    finding: 'Platform SRE: 3 of the last 4 weeks written down.',
  },
  {
    aspect: 'toil',
    service: 'cluster',
    when: 'more than half of the hours are toil',
    edits: [{file: registers('toil'), from: 'interrupts: 52', to: 'interrupts: 252'}],
    state: 'degraded',
    finding: /^Platform SRE: 5\d% toil in the four weeks from 2026-10-26, woken in 7 nights\.$/,
  },
  {
    aspect: 'slo',
    service: 'lending-api',
    when: 'it has an objective',
    edits: [],
    state: 'unknown',
    finding: 'Lending API availability: 99.9% over 30 d; whether it is met is live.',
  },
];

describe('a finding', () => {
  it.each(cases)('of $aspect is $state when $when', ({aspect, service, edits, state, finding}) => {
    const cell = cellIn(healthAfter(edits), aspect, service);
    expect(cell.state).toBe(state);
    const whole = typeof finding === 'string' ? new RegExp(`^${finding.replaceAll(/[.()]/g, String.raw`\$&`)}$`) : finding;
    expect(cell.finding.en).toMatch(whole);
    expect(cell.finding.ja).not.toMatch(/undefined|NaN|[a-z]{3,} [a-z]{3,} [a-z]{3,}/);
  });

  it('is never good where nothing is written down', () => {
    const known = knownOf(brokenData());
    const empty = Object.fromEntries(Object.keys(shapes).map((name) => [name, []]));
    // Every register without an entry, and no snapshot.
    const bare = {...known, evidence: [], registers: {...known.registers, ...empty, eol: undefined} as unknown as Registers};
    const {organisation, services} = healthReport(bare, sampleDay);
    const good = [organisation, ...services].flatMap(({name, cells}) =>
      cells.filter(({state, aspect}) => state === 'ok' && aspect !== 'runbooks').map(({aspect}) => `${name}/${aspect}`),
    );
    expect(good).toEqual([]);
  });
});

describe('the report', () => {
  const report = () => healthAfter();

  it('has every aspect of the organisation and of each service', () => {
    const {organisation, services} = report();
    expect(services.map(({name}) => name)).toContain('web-front');
    for (const {cells} of [organisation, ...services]) expect(cells.map(({aspect}) => aspect)).toEqual(aspects);
  });

  it('is of each aspect as bad as the worst finding', () => {
    const {organisation, services} = report();
    for (const {cells} of [organisation, ...services])
      for (const {state, findings} of cells)
        expect(state).toBe(findingStates.find((one) => findings.some((finding) => finding.state === one)));
    expect(cellIn({organisation, services, asOf: '', before: ''}, 'recovery').state).toBe('down');
  });

  it('says what it was four weeks before, by what was known then', () => {
    const failed = cellIn(healthAfter([], '2026-10-10'), 'recovery', 'search');
    expect(failed.state).toBe('ok');
    expect(failed.before).toMatchObject({
      state: 'down',
      at: '2026-09-12',
      finding: {en: 'Lending database: the restore of 2026-08-27 failed.'},
    });
    expect(cellIn(report(), 'exceptions', 'legacy-reports').before).toMatchObject({state: 'ok', at: '2026-10-25'});
  });

  it('does not guess what nothing keeps', () => {
    expect(cellIn(report(), 'slo').before).toBeUndefined();
    expect(cellIn(report(), 'runbooks', 'web-front').before).toBeUndefined();
    // Patched since: nobody knows what ran before.
    expect(cellIn(report(), 'versions', 'web-front').before).toBeUndefined();
    expect(cellIn(report(), 'versions', 'payment-bridge').before).toMatchObject({state: 'ok'});
  });

  it('names what each finding rests on', () => {
    expect(cellIn(report(), 'operators', 'legacy-reports').findings.map(({from}) => from)).toEqual(['operators/legacy-reports']);
    expect(cellIn(report(), 'slo', 'lending-api').live.map(({id}) => id)).toEqual(['slo:lending-api-availability']);
  });

  it('shows how figures went', () => {
    expect(cellIn(report(), 'recovery', 'search').trends[0]?.points).toEqual([
      {at: '2026-08-27', value: 175},
      {at: '2026-09-24', value: 88},
    ]);
    const toil = cellIn(report(), 'toil').trends.map(({title, points}) => `${title.en}: ${points.length}`);
    expect(toil).toContain('Platform SRE: toil, per cent of all hours: 3');
    expect(toil).toContain('Data: toil, per cent of all hours: 2');
  });

  it('asks for no version of a store that is rented, and of every other part', () => {
    const about = (edits: readonly Broken[]): readonly string[] =>
      cellIn(healthAfter(edits), 'versions', 'lending-api').findings.flatMap(({subject, isLacking}) =>
        isLacking ? (subject?.en ?? []) : [],
      );
    expect(about([])).toEqual([]);
    expect(about([{file: registers('stores'), from: 'kind: object-storage', to: 'kind: database'}])).toEqual(['Photo store']);
  });

  it('leads to a page in every language', () => {
    const pages = report().organisation.cells.map(({improves}) => improves);
    const isThere = (address: string): boolean => {
      const [page, id = ''] = address.split('#');
      return ['docs', ja].every((folder) => {
        const file = `${folder}/${page}.mdx`;
        return existsSync(file) && readFileSync(file, 'utf8').includes(id === '' ? '' : `{/* #${id} */}`);
      });
    };
    expect(pages.filter((page) => !isThere(page))).toEqual([]);
  });
});
