import {describe, expect, it} from 'vitest';
import {ownerBusFactor} from '../../src/lint/catalog/owner-bus-factor.ts';
import {lintFiles, page} from '../support/lint.ts';
import {ja, sound} from '../support/sample.ts';

const org = 'data/catalog/org.yaml';
const team = (members: string): Record<string, string> => ({[org]: (sound[org] ?? '').replace('[sre-lead]', members)});

describe('owner-bus-factor', () => {
  it('accepts a team of two that owns a service', () => {
    expect(lintFiles(ownerBusFactor, team('[sre-lead, sre-second]'))).toEqual([]);
  });

  it('accepts a team of one that owns nothing', () => {
    const lone = `${team('[sre-lead, sre-second]')[org]}---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: board}
spec: {type: team, children: [], members: [chair]}
`;
    expect(lintFiles(ownerBusFactor, {[org]: lone})).toEqual([]);
  });

  it('refuses a team of one that owns a service and pages, once for both languages', () => {
    const text = page('reference', 'Text.');
    expect(lintFiles(ownerBusFactor, {'docs/a.mdx': text, [`${ja}/a.mdx`]: text})).toEqual([
      `${org}:4:43 Unexpected team "sre" with 1 member that owns 1 page and the service shop; expected at least two members`,
    ]);
  });

  it('refuses one role written twice, and a team without any', () => {
    const message = 'that owns the service shop; expected at least two members';
    expect(lintFiles(ownerBusFactor, team('[sre-lead, sre-lead]'))).toEqual([`${org}:4:43 Unexpected team "sre" with 1 member ${message}`]);
    expect(lintFiles(ownerBusFactor, team('[]'))).toEqual([`${org}:4:43 Unexpected team "sre" without members ${message}`]);
  });
});
