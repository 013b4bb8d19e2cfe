import {describe, expect, it} from 'vitest';
import {checkPlan} from '../../src/policies/check-plan.ts';
import {Plan} from '../../src/policies/contract.ts';
import {sayJudged} from '../../src/policies/say-judged.ts';

const today = '2026-11-22';
const store = {
  kind: 'database',
  name: 'lending-db',
  labels: {owner: 'lending'},
  public: false,
  encrypted: true,
  deletion_protection: true,
  backup_days: 14,
};

function plan(input: unknown, {type = 'terraform_data', actions = ['create']} = {}): Plan {
  const after = actions.includes('delete') ? null : {input};
  return Plan.parse({format_version: '1.2', resource_changes: [{address: `${type}.one`, type, change: {actions, after}}]});
}
const found = (input: unknown): readonly string[] => checkPlan(plan(input), {today}).breaches.map(({policy}) => policy);

describe('checkPlan', () => {
  it('is content with what is safe', () => {
    expect(checkPlan(plan(store), {today})).toEqual({breaches: [], unjudged: [], judged: 1});
  });

  it('refuses what nobody said', () => {
    expect(found({kind: 'database', name: 'lending-db'})).toEqual([
      'policy/needs-owner',
      'policy/no-public-store',
      'policy/needs-encryption',
      'policy/needs-deletion-protection',
      'policy/needs-backup',
    ]);
    expect(found({kind: 'service', labels: {owner: 'lending'}})).toEqual(['policy/needs-two-zones', 'policy/no-open-admin-port']);
  });

  it('counts two names of one zone as one', () => {
    const service = {kind: 'service', level: 'A', labels: {owner: 'lending'}, admin_from: []};
    expect(found({...service, zones: ['zone-a', 'zone-a']})).toEqual(['policy/needs-two-zones']);
    expect(found({...service, level: 'B', zones: ['zone-a']})).toEqual([]);
  });

  it('says what it could not judge, and never that it is safe', () => {
    const judged = checkPlan(plan({bucket: 'photos'}, {type: 'google_storage_bucket'}), {today});
    expect(judged).toEqual({breaches: [], unjudged: ['google_storage_bucket.one'], judged: 0});
    expect(checkPlan(plan(undefined), {today}).unjudged).toEqual(['terraform_data.one']);
    expect(checkPlan(plan({kind: 'mainframe'}), {today}).unjudged).toEqual(['terraform_data.one']);
  });

  it('does not judge what is deleted', () => {
    expect(checkPlan(plan(store, {actions: ['delete']}), {today})).toEqual({breaches: [], unjudged: [], judged: 0});
  });

  it('lets through what an exception names, from its first day to its last', () => {
    const text = {en: 'x', ja: 'x'};
    const exceptions = [{id: 'no-public-store-press-kit', what: text, why: text, owner: 'sre', since: '2026-11-01', expires: '2026-12-31'}];
    const opened = plan({...store, kind: 'object-storage', name: 'press-kit', public: true});
    const excused = (day: string): unknown => checkPlan(opened, {today: day, exceptions}).breaches[0]?.excusedBy;
    expect(['2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01'].map(excused)).toEqual([
      undefined,
      'no-public-store-press-kit',
      'no-public-store-press-kit',
      undefined,
    ]);
    const other = plan({...store, name: 'lending-db', public: true});
    expect(checkPlan(other, {today, exceptions}).breaches[0]?.excusedBy).toBeUndefined();
  });

  it('tells people where, what was found and what was expected, with nothing that steers a terminal', () => {
    const judged = checkPlan(plan({...store, labels: {owner: 'A\u001B[2J'}}), {today});
    expect(sayJudged({...judged, unjudged: ['aws_s3_bucket.a\u001B]0;b\u0007']})).toBe(
      [
        'terraform_data.one: policy/needs-owner: found owner "A\\u001b[2J", expected a team such as lending',
        'aws_s3_bucket.a\\u{1b}]0;b\\u{7}: not judged: nothing declares what it is',
        '1 judged, 1 refused, 0 excused, 1 not judged',
        '',
      ].join('\n'),
    );
  });
});
