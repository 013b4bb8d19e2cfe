import * as z from 'zod';
import {languages} from '../catalog/contract.ts';
import {Text, Words} from '../catalog/shapes.ts';
import {Agreement} from './entries/agreement.ts';
import {BuyingTime} from './entries/buying-time.ts';
import {CharterRole} from './entries/charter-role.ts';
import {Cost} from './entries/cost.ts';
import {DailyCheck} from './entries/daily-check.ts';
import {Dashboard} from './entries/dashboard.ts';
import {Debt} from './entries/debt.ts';
import {History} from './entries/history.ts';
import {Iac} from './entries/iac.ts';
import {LoadTest} from './entries/load-test.ts';
import {ManualStep} from './entries/manual-step.ts';
import {Maturity} from './entries/maturity.ts';
import {Measure} from './entries/measure.ts';
import {Operator} from './entries/operator.ts';
import {Platform} from './entries/platform.ts';
import {Policy} from './entries/policy.ts';
import {Practice} from './entries/practice.ts';
import {Provider} from './entries/provider.ts';
import {Release} from './entries/release.ts';
import {Request} from './entries/request.ts';
import {Resilience} from './entries/resilience.ts';
import {RoadmapItem} from './entries/roadmap-item.ts';
import {Scenario} from './entries/scenario.ts';
import {Spof} from './entries/spof.ts';
import {Store} from './entries/store.ts';
import {Toil} from './entries/toil.ts';
import {Version} from './entries/version.ts';
import {addDays} from './days.ts';
import {exceptionDays} from './intervals.ts';
import {say} from './says.ts';
import {Day, Id, Owner, Past, ServiceName} from './shapes.ts';

/** A small test that a team agreed on in a retrospective. It is a record: written once, in the language of those who were there. */
export const Try = z.strictObject({
  /** The day of the retrospective, and which of its Tries it is. */
  id: z.string().regex(/^try-\d{8}-[1-9]\d*$/, 'try-, the day and a number, such as try-20260131-1'),
  text: Words,
  lang: z.enum(languages),
  /** May be missing here, so that one sentence says so: try-has-owner-and-date. */
  owner: Owner.optional(),
  first_step: Words,
  /** The day on which the team looks at it again. May be missing here, as the owner. */
  check: Day.optional(),
  /** The record of its retrospective: a path below the site's root, such as `retrospectives/records/2026-01-31-kpt`. */
  from: z.string().min(1),
  status: z.enum(['open', 'done', 'dropped']),
  /** Days of later retrospectives that kept it; each gave it a new day to look. */
  carried: z.array(Past).default([]),
});
export type Try = z.output<typeof Try>;

/** A rule of the team that does not hold somewhere, for a reason and until a day. */
export const Exception = z
  .strictObject({
    id: Id,
    /** The service in which the rule does not hold; missing where that is none, or more than one. */
    service: ServiceName.optional(),
    /** What is done otherwise than the rule asks. */
    what: Text,
    why: Text,
    owner: Owner,
    /** The day on which it was granted, the last time. */
    since: Past,
    /** The last day on which it holds: at most {@link exceptionDays} after it was granted. */
    expires: Day,
  })
  .check(({value: {since, expires}, issues}) => {
    const latest = addDays(since, exceptionDays);
    if (expires < since) say(issues, {input: expires, path: ['expires'], expected: `a day not before ${since}`});
    else if (expires > latest)
      say(issues, {
        input: expires,
        path: ['expires'],
        expected: `a day not after ${latest}: granted on ${since}, for at most ${exceptionDays} days`,
      });
  });
export type Exception = z.output<typeof Exception>;

/** `data/registers/<name>.yaml`: dated facts, as `entries`. */
export const registers = {
  tries: z.strictObject({entries: z.array(Try)}),
  exceptions: z.strictObject({entries: z.array(Exception)}),
  agreement: z.strictObject({entries: z.array(Agreement)}),
  'buying-time': z.strictObject({entries: z.array(BuyingTime)}),
  charter: z.strictObject({entries: z.array(CharterRole)}),
  cost: z.strictObject({entries: z.array(Cost)}),
  'daily-check': z.strictObject({entries: z.array(DailyCheck)}),
  dashboards: z.strictObject({entries: z.array(Dashboard)}),
  debt: z.strictObject({entries: z.array(Debt)}),
  history: z.strictObject({entries: z.array(History)}),
  iac: z.strictObject({entries: z.array(Iac)}),
  'load-tests': z.strictObject({entries: z.array(LoadTest)}),
  'manual-steps': z.strictObject({entries: z.array(ManualStep)}),
  maturity: z.strictObject({entries: z.array(Maturity)}),
  measures: z.strictObject({entries: z.array(Measure)}),
  operators: z.strictObject({entries: z.array(Operator)}),
  platform: z.strictObject({entries: z.array(Platform)}),
  policies: z.strictObject({entries: z.array(Policy)}),
  practices: z.strictObject({entries: z.array(Practice)}),
  providers: z.strictObject({entries: z.array(Provider)}),
  releases: z.strictObject({entries: z.array(Release)}),
  requests: z.strictObject({entries: z.array(Request)}),
  resilience: z.strictObject({entries: z.array(Resilience)}),
  roadmap: z.strictObject({entries: z.array(RoadmapItem)}),
  scenarios: z.strictObject({entries: z.array(Scenario)}),
  spof: z.strictObject({entries: z.array(Spof)}),
  stores: z.strictObject({entries: z.array(Store)}),
  toil: z.strictObject({entries: z.array(Toil)}),
  versions: z.strictObject({entries: z.array(Version)}),
} as const;

/** What a board can do in a time box. */
const boxKinds = ['talk', 'background', 'last-tries', 'writing', 'grouping', 'voting', 'discussion', 'choosing', 'closing'] as const;

/** `data/agendas/<id>.yaml`: the time boxes of a meeting. Whether they fill its minutes is the concern of agenda-adds-up. */
export const Agenda = z
  .strictObject({
    id: Id,
    title: Text,
    /** From beginning to end. */
    minutes: z.number(),
    /** For how many people it fits. */
    group_size: z.strictObject({from: z.int().positive(), to: z.int().positive()}),
    boxes: z
      .array(
        z.strictObject({
          id: Id,
          title: Text,
          /**
           * What a board does in it. When a `writing` box ends, drafts are shown; when a `voting` box ends, votes are counted. A box without a
           * kind is talk.
           */
          kind: z.enum(boxKinds).default('talk'),
          minutes: z.number(),
          /** In a voting box: how many votes each person has. */
          votes: z.int().positive().optional(),
          /** In a writing box: what is written. Undefined is Keep and Problem. */
          columns: z
            .array(z.enum(['keep', 'problem', 'try']))
            .min(1)
            .optional(),
          /** What happens in it, for somebody who is here for the first time. */
          text: Text,
        }),
      )
      .min(1),
    /** Of a meeting that is led in turn: roles, in their order. One weekday each. */
    rota: z.array(z.string().regex(/^@./, 'a role such as @sre-lead')).min(1).optional(),
    /** The weekday on which the first of them leads. */
    from: Day.optional(),
  })
  .check(({value: {rota, from}, issues}) => {
    if ((rota === undefined) === (from === undefined)) return;
    const path = [rota === undefined ? 'rota' : 'from'];
    issues.push({code: 'custom', path, input: undefined, message: 'both rota and from, or neither'});
  });
export type Agenda = z.output<typeof Agenda>;

/** Practices are shown by a word of their own; drills are no file, but what stores and evidence say together. */
export type ShownRegister = Exclude<keyof typeof registers, 'practices'> | 'drills';
const shown = [...Object.keys(registers).filter((name) => name !== 'practices'), 'drills'].toSorted() as ShownRegister[];

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** A register of `data/registers` as a table. */
  Register: z.strictObject({name: z.enum(shown)}),
};
