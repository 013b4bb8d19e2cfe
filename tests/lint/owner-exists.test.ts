import {describe, expect, it} from 'vitest';
import {ownerExists} from '../../src/lint/catalog/owner-exists.ts';
import {lintFiles, page} from '../support/lint.ts';
import {oneTry, record, retro, retroTable, tries} from '../support/tries.ts';

describe('owner-exists', () => {
  it('accepts a team, and a role of a team to escalate to', () => {
    expect(
      lintFiles(ownerExists, {
        'docs/a.mdx': page('runbook', 'Text.', "escalate_to: '@sre-lead'\n"),
        'docs/b.mdx': page('runbook', 'Text.', 'escalate_to: sre\n'),
      }),
    ).toEqual([]);
  });

  it('refuses an owner that is no team', () => {
    expect(lintFiles(ownerExists, {'docs/a.mdx': page('reference', 'Text.').replace('owner: sre', 'owner: sales')})).toEqual([
      'docs/a.mdx:5:8 Unexpected team "sales", expected one of sre',
    ]);
  });

  it('refuses a role as an owner, and a role that no team has', () => {
    const text = page('runbook', 'Text.', "escalate_to: '@nobody'\n").replace('owner: sre', "owner: '@sre-lead'");
    expect(lintFiles(ownerExists, {'docs/a.mdx': text})).toEqual([
      'docs/a.mdx:5:8 Unexpected team "@sre-lead", expected one of sre',
      'docs/a.mdx:7:14 Unexpected team or role "@nobody", expected one of @sre-lead, sre',
    ]);
  });

  it('refuses the owner of an open Try that is no role, and not of one that is over', () => {
    const unknown = oneTry().replace('@sre-lead', '@nobody');
    expect(lintFiles(ownerExists, {[record]: retro(''), [tries]: unknown})).toEqual([
      `${tries}:5:12 Unexpected team or role "@nobody", expected one of @sre-lead, sre`,
    ]);
    expect(lintFiles(ownerExists, {[record]: retro(''), [tries]: unknown.replace('open', 'done')})).toEqual([]);
  });

  it('refuses every owner of a register, also one that has another name there', () => {
    const requests = 'entries:\n  - {id: a, title: {en: A, ja: あ}, side: product, owner: sales}\n';
    const toil =
      'entries:\n  - {id: a, week: 2026-01-05, team: sails, nights_woken: 0, hours: {interrupts: 1, manual: 1, preventive: 1, projects: 1}}\n';
    expect(lintFiles(ownerExists, {'data/registers/requests.yaml': requests, 'data/registers/toil.yaml': toil})).toEqual([
      'data/registers/requests.yaml:2:58 Unexpected team or role "sales", expected one of @sre-lead, sre',
      'data/registers/toil.yaml:2:37 Unexpected team or role "sails", expected one of @sre-lead, sre',
    ]);
  });

  it('refuses the owner of a Try in a record that is not in the register yet', () => {
    const rows =
      '| Look | `@sre-lead` | Open it | 2026-02-13 |\n| Look | @nobody | Open it | 2026-02-13 |\n| Look | sre | Open it | 2026-02-13 |';
    expect(lintFiles(ownerExists, {[record]: retroTable(rows)})).toEqual([
      `${record}:17:1 Unexpected team or role "@nobody", expected one of @sre-lead, sre`,
    ]);
    expect(lintFiles(ownerExists, {[record]: retroTable(rows), [tries]: oneTry()})).toEqual([]);
  });
});

describe('the owner of an action of a postmortem', () => {
  const text = (mark: string): string => `---\nkind: postmortem\n---\n\n## Actions\n\n- [${mark}] Two disks: @nobody, 2026-02-01\n`;

  it('is a role of the catalog while the action is open', () => {
    expect(lintFiles(ownerExists, {'docs/postmortems/a.md': text(' ')})).toEqual([
      'docs/postmortems/a.md:7:1 Unexpected role "@nobody", expected one of @sre-lead',
    ]);
  });

  it('stays as it was written when the action is done', () => {
    expect(lintFiles(ownerExists, {'docs/postmortems/a.md': text('x')})).toEqual([]);
  });
});
