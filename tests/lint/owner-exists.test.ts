import {describe, expect, it} from 'vitest';
import {ownerExists} from '../../src/lint/catalog/owner-exists.ts';
import {lintFiles, page} from '../support/lint.ts';

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
});
