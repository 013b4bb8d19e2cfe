import {renameSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Language} from '../../src/catalog/contract.ts';
import {healthFacts, type HealthFacts} from '../../src/health/facts.ts';
import {healthMarkdown} from '../../src/health/markdown.ts';
import type {HealthReport} from '../../src/health/model.ts';
import {healthReport} from '../../src/health/report.ts';
import {registerFacts} from '../../src/registers/tables.ts';
import {knownOf} from '../support/health.ts';
import {brokenData, sampleDay, type Broken} from '../support/registers.ts';

interface Change {
  readonly what: string;
  readonly edits?: readonly Broken[];
  /** A record of use that was made at another time: its name is its date. */
  readonly moves?: readonly [from: string, to: string];
  /** `patient/aspect` of every cell that rests on it. */
  readonly cells: readonly string[];
  readonly tables: readonly string[];
  /** Whether the weekly post changes, when it does not because nothing in it needs anybody. */
  readonly isTold?: boolean;
}

const onDatabase = ['lending-api', 'search', 'settlement-batch', 'legacy-reports'];
const registers = (name: string): string => `registers/${name}.yaml`;

/** One date each, and everything that changes with it. */
const changes: readonly Change[] = [
  {
    what: 'the day of a patch',
    edits: [{file: registers('versions'), from: 'patched: 2026-08-20', to: 'patched: 2026-07-01'}],
    cells: ['organisation', ...onDatabase].map((name) => `${name}/versions`),
    tables: ['versions'],
  },
  {
    what: 'the end of support of a version',
    edits: [{file: 'snapshots/eol.json', from: '2027-01-12', to: '2027-06-30'}],
    cells: ['organisation/versions', 'legacy-reports/versions'],
    tables: ['versions'],
  },
  {
    what: 'the day until which a single point of failure is accepted',
    edits: [{file: registers('spof'), from: 'accept_until: 2026-12-25', to: 'accept_until: 2027-01-02'}],
    cells: ['organisation/spof', 'settlement-batch/spof'],
    tables: ['spof'],
  },
  {
    what: 'the end of an exception',
    edits: [{file: registers('exceptions'), from: 'expires: 2026-12-15', to: 'expires: 2026-12-08'}],
    cells: ['organisation/exceptions', 'legacy-reports/exceptions'],
    tables: ['exceptions', 'platform'],
  },
  {
    what: 'the day of a drill',
    moves: ['2026-09-24T0535Z-restore-database.yaml', '2026-09-25T0535Z-restore-database.yaml'],
    cells: ['organisation', ...onDatabase].map((name) => `${name}/recovery`),
    tables: ['drills', 'stores'],
    isTold: false,
  },
  {
    what: 'the day on which somebody last undid a release',
    edits: [{file: registers('operators'), from: /(id: legacy-reports-undo-20260206\n(?:.*\n){2} +at: )2026-02-06/, to: '$12025-11-01'}],
    cells: ['organisation/operators', 'legacy-reports/operators'],
    tables: ['operators'],
  },
  {
    what: 'the month of a bill',
    edits: [{file: registers('cost'), from: 'month: 2026-10, yen: 293000', to: 'month: 2026-11, yen: 293000'}],
    cells: ['organisation/cost', 'search/cost'],
    tables: ['cost'],
  },
  {
    what: 'the day of a release, which no finding rests on',
    edits: [{file: registers('releases'), from: 'at: 2026-05-28', to: 'at: 2026-05-27'}],
    cells: [],
    tables: ['releases'],
  },
];

function cellsOf({organisation, services}: HealthReport | HealthFacts): ReadonlyMap<string, string> {
  const patients = organisation === undefined ? services : [organisation, ...services];
  return new Map(patients.flatMap(({name, cells}) => cells.map((cell) => [`${name}/${cell.aspect}`, JSON.stringify(cell)] as const)));
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}

function rootAfter({edits = [], moves}: Pick<Change, 'edits' | 'moves'>): string {
  const root = brokenData(edits);
  const [from, to] = moves ?? [];
  if (from !== undefined && to !== undefined) renameSync(join(root, 'data/evidence', from), join(root, 'data/evidence', to));
  return root;
}

describe('one date in data/', () => {
  it.each(changes)('changes what rests on it, and nothing else: $what', (change) => {
    const [was, is] = [knownOf(rootAfter({})), knownOf(rootAfter(change))];
    const [before, after] = [healthReport(was, sampleDay), healthReport(is, sampleDay)];
    expect(changed(cellsOf(before), cellsOf(after)).toSorted()).toEqual(change.cells.toSorted());
    for (const language of ['en', 'ja'] satisfies Language[]) {
      const inLanguage = changed(cellsOf(healthFacts(before, language)), cellsOf(healthFacts(after, language)));
      expect(inLanguage.toSorted()).toEqual(change.cells.toSorted());
      const post = (report: HealthReport): string =>
        healthMarkdown(report, {language, site: 'https://handbook.example', withServices: true});
      // A finding that is in order is not told in the post.
      const isTold = post(after) !== post(before);
      expect(isTold).toBe(change.isTold ?? change.cells.length > 0);
      const tables = (known: typeof was): ReadonlyMap<string, string> => {
        const facts = registerFacts({...known, today: sampleDay}, {language, asOf: sampleDay});
        return new Map(Object.entries(facts).map(([name, table]) => [name, JSON.stringify(table)]));
      };
      expect(changed(tables(was), tables(is)).toSorted()).toEqual(change.tables.toSorted());
    }
  });
});
