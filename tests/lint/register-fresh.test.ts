import {describe, expect, it} from 'vitest';
import {registerFresh} from '../../src/lint/catalog/register-fresh.ts';
import {runCatalog} from '../../src/lint/engines/catalog.ts';
import {lintTree} from '../../src/lint/lint-tree.server.ts';
import {readRepository} from '../../src/lint/repository.ts';
import {sayFinding} from '../support/lint.ts';
import {handbook} from '../support/sample.ts';
import {oneTry, record, retro, tries} from '../support/tries.ts';

const exceptions = 'data/registers/exceptions.yaml';
const one = `entries:
  - id: no-alert
    what: {en: No alert., ja: アラートなし。}
    why: {en: It is old., ja: 古いため。}
    owner: sre
    since: 2026-01-01
    expires: 2026-02-13
`;
const files = {[exceptions]: one, [record]: retro(''), [tries]: oneTry()};
const on = (day: string, changed: Record<string, string> = {}): string[] => {
  const {repository} = readRepository(handbook({...files, ...changed}));
  return runCatalog(repository, [registerFresh], {today: new Date(day)}).map(sayFinding);
};

describe('register-fresh', () => {
  it('accepts entries up to the evening of their day', () => {
    expect(on('2026-02-13T23:59Z')).toEqual([]);
  });

  it('refuses them from the next day on', () => {
    expect(on('2026-02-14')).toEqual([
      `${tries}:7:12 Unexpected open try-20260130-1 that was to be looked at on 2026-02-13, expected it done or dropped, or carried over with a later day`,
      `${exceptions}:7:14 Unexpected exception no-alert that ended on 2026-02-13, expected a later day and why it still holds, or the entry gone`,
    ]);
  });

  it('names a store that nobody ever restored, also when no page was ever used', () => {
    const resource = `apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: {name: db}
spec: {type: database, owner: sre}
`;
    const stores = `entries:
  - id: db
    store: db
    holds: {en: All, ja: すべて}
    kind: database
    no_backup: {en: None needed., ja: 不要なため。}
    rto_minutes: 15
    rpo_minutes: 15
    restored_by: sre
    drill_every_days: 365
    owner: sre
`;
    expect(on('2026-02-13', {'data/catalog/db.yaml': resource, 'data/registers/stores.yaml': stores})).toEqual([
      'data/registers/stores.yaml:3:12 Unexpected store db that nobody has ever restored, expected the record of a drill of its procedure',
    ]);
  });

  it('accepts a Try that is done, whatever its day was', () => {
    expect(on('2027-02-14', {[exceptions]: 'entries: []\n', [tries]: oneTry().replace('open', 'done')})).toEqual([]);
  });

  it('warns on a pull request, and fails the scheduled run', async () => {
    const root = handbook(files);
    const severities = async (scheduled: boolean): Promise<string[]> =>
      (await lintTree(root, {today: new Date('2026-02-14'), scheduled}))
        .filter(({rule}) => rule === 'register-fresh')
        .map(({severity}) => severity);
    expect(await severities(false)).toEqual(['warning', 'warning']);
    expect(await severities(true)).toEqual(['error', 'error']);
  });
});

describe('an action of a postmortem', () => {
  const page = 'docs/postmortems/2026-01-10-down.md';
  const text = (done: string): string =>
    `---\nkind: postmortem\n---\n\n## Actions\n\n| Action | Owner | Until | Done |\n| --- | --- | --- | --- |\n| Two disks | @sre-lead | 2026-02-01 | ${done} |\n`;

  it('lapses after its day', () => {
    expect(on('2026-02-01', {[page]: text('')})).toEqual([]);
    expect(on('2026-02-02', {[page]: text('')})).toEqual([
      `${page}:9:1 Unexpected open action that was to be done by 2026-02-01, expected it done, or a later day and why`,
    ]);
  });

  it('does not when it is done', () => {
    expect(on('2026-02-02', {[page]: text('2026-02-02')})).toEqual([]);
  });
});
