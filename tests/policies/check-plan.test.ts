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

  it('counts two names of one zone as one, and a blank name as none', () => {
    const service = {kind: 'service', level: 'A', labels: {owner: 'lending'}, admin_from: []};
    expect(found({...service, zones: ['zone-a', 'zone-a']})).toEqual(['policy/needs-two-zones']);
    expect(found({...service, zones: ['zone-a', '']})).toEqual(['policy/needs-two-zones']);
    expect(found({...service, zones: ['zone-a', ' zone-a ']})).toEqual(['policy/needs-two-zones']);
    expect(found({...service, level: 'B', zones: ['zone-a']})).toEqual([]);
  });

  it.each([
    ['a state', {values: {root_module: {}}}, /found a state/],
    ['a plan that broke off', {errored: true}, /broke off/],
    [
      'planned values alone',
      {planned_values: {root_module: {child_modules: [{resources: [{mode: 'managed'}]}]}}},
      /found none beside planned values/,
    ],
  ])('refuses %s, which holds nothing that could be judged', (_what, keys, says) => {
    expect(Plan.safeParse({format_version: '1.2', ...keys}).error?.issues[0]?.message).toMatch(says);
  });

  it('takes a plan of nothing, and one that only reads', () => {
    const reads = {planned_values: {root_module: {resources: [{mode: 'data'}]}}};
    for (const keys of [{}, {planned_values: {}}, reads]) expect(Plan.safeParse({format_version: '1.2', ...keys}).success).toBe(true);
  });

  it('says what it could not judge, and never that it is safe', () => {
    const judged = checkPlan(plan({bucket: 'photos'}, {type: 'google_storage_bucket'}), {today});
    expect(judged).toEqual({breaches: [], unjudged: ['google_storage_bucket.one'], judged: 0});
    expect(checkPlan(plan(undefined), {today}).unjudged).toEqual(['terraform_data.one']);
  });

  it.each([
    [{...store, public: 'true'}, 'public: "true"', 'a value of type boolean'],
    [{...store, public: null}, 'public: null', 'a value of type boolean'],
    [{...store, kind: 'Database'}, 'kind: "Database"', 'one of "service", "database", "object-storage", "queue", "cache"'],
    [{...store, backup_days: '14'}, 'backup_days: "14"', 'a value of type number'],
    [{kind: 'service', level: 'a', labels: {owner: 'lending'}, zones: [], admin_from: []}, 'level: "a"', 'one of "A", "B", "C"'],
  ])('refuses what is there and cannot be read, which no other policy would speak of: %j', (input, what, expected) => {
    expect(checkPlan(plan(input), {today})).toEqual({
      breaches: [{policy: 'policy/no-mistyped-setting', address: 'terraform_data.one', found: what, expected}],
      unjudged: [],
      judged: 1,
    });
  });

  it.each([
    ['0.0.0.0/0', false],
    ['0.0.0.0/1', false],
    ['128.0.0.0/1', false],
    ['10.0.0.0/7', false],
    ['10.0.0.0/8', true],
    ['192.0.2.7/32', true],
    ['::/0', false],
    ['2000::/3', false],
    ['2001:db8::/32', true],
    ['fd00:7::/48', true],
    ['::ffff:0:0/96', false],
    ['::FFFF:0.0.0.0/96', false],
    ['0:0:0:0:0:ffff:0:0/96', false],
    ['::/32', false],
    ['64:ff9b::/96', false],
    ['0064:ff9b::/32', false],
    ['everybody/24', false],
    ['192.0.2.0', false],
    ['192.0.2.0/024', false],
  ])('judges how wide the network %s is', (network, isNarrow) => {
    const service = {kind: 'service', level: 'A', labels: {owner: 'lending'}, zones: ['zone-a', 'zone-b']};
    expect(found({...service, admin_from: ['203.0.113.0/24', network]})).toEqual(isNarrow ? [] : ['policy/no-open-admin-port']);
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
