import * as z from 'zod';
import {Words} from '../catalog/shapes.ts';
import {faultOf} from './pattern.ts';

export const kinds = [
  'mission',
  'guideline',
  'runbook',
  'procedure',
  'onboarding',
  'retro',
  'retro-record',
  'postmortem',
  'reference',
] as const;

const base = {
  title: Words,
  /** One sentence, shown in lists and by search engines. */
  description: Words,
  /** The Group that owns the page. */
  owner: z.string().min(1),
  status: z.enum(['draft', 'adopted', 'superseded']),
  /** Of a draft: the day on which it was proposed. After 120 days reference/page-health asks for a decision. */
  drafted: z.iso.date().optional(),
  sidebar_position: z.number().optional(),
  sidebar_label: z.string().optional(),
  slug: z.string().optional(),
};
/** What pages of the mission and guidelines say, because they are where visions and practices are told. */
const teaches = {
  /** Which vision the page serves. */
  serves: z.array(z.enum(['accelerate', 'health'])).min(1),
  /** The practices that the page puts to work, such as A17; none, for one that no article knows. Whether they exist is asked by practice-exists. */
  practices: z.array(z.string().regex(/^[AV][1-9]\d?$/, 'a practice such as A17 or V1')),
};
/** What any other page may say that puts a practice to work. Records do not: they tell of one day. */
const mayTeach = {serves: teaches.serves.optional(), practices: teaches.practices.min(1).optional()};

/** A value that a runbook's commands use: the shell variable, the alert's label that fills it, and an example. */
export const Param = z
  .strictObject({
    name: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'a shell variable such as NAMESPACE'),
    label: z.string().min(1),
    example: z.string().min(1),
    /** A regular expression that a value must match as a whole. */
    pattern: z.string().optional(),
  })
  .superRefine(({pattern, example}, context) => {
    if (pattern === undefined) return;
    const fault = faultOf(pattern, example);
    if (fault !== undefined) context.addIssue({code: 'custom', path: ['pattern'], input: pattern, message: fault});
    else if (!new RegExp(`^(?:${pattern})$`, 'u').test(example))
      context.addIssue({code: 'custom', path: ['example'], input: example, message: `an example that its pattern ${pattern} matches`});
  });
export type Param = z.infer<typeof Param>;

/** What only a runbook has. Severity and services are not repeated here: they come from the alert's rules and the catalog. */
export const RunbookFields = z.object({
  alerts: z.array(z.string().min(1)),
  /** Old names of the alert, which keep leading here. */
  aliases: z.array(z.string().min(1)),
  /** One line: what users notice. */
  impact: z.string().min(1),
  /** A Group of the catalog, or `@role`: a member of one. */
  escalate_to: z.string().min(1),
  escalate_after_minutes: z.number().int().positive(),
  access_needed: z.array(z.string().min(1)),
  /** Phrases and error strings that somebody without the alert's name would look for. */
  symptoms: z.array(z.string().min(1)),
  params: z.array(Param),
});

/** Front matter of a runbook. */
export const RunbookFrontMatter = z.strictObject({...base, ...mayTeach, kind: z.literal('runbook'), ...RunbookFields.shape});
export type RunbookFrontMatter = z.infer<typeof RunbookFrontMatter>;

const plain = ['onboarding', 'retro'] as const;
/** The language of a page that is written once, by those who were there, and shown under both languages. */
const lang = z.enum(['en', 'ja']);

/** Front matter of what is no runbook. */
const others = [
  z.strictObject({...base, ...teaches, kind: z.enum(['mission', 'guideline'])}),
  // Its commands are filled by hand: no alert brings labels.
  z.strictObject({...base, ...mayTeach, kind: z.literal('procedure'), params: z.array(Param).optional()}),
  z.strictObject({...base, ...mayTeach, kind: z.enum(plain)}),
  // A decision is a record; other pages of reference are not.
  z.strictObject({...base, ...mayTeach, kind: z.literal('reference'), lang: lang.optional()}),
  z.strictObject({
    ...base,
    kind: z.literal('postmortem'),
    lang,
    /** The day on which it began. */
    date: z.iso.date(),
    severity: z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4']),
    /** Components of the catalog that were hurt. */
    services: z.array(z.string().min(1)).min(1),
    /** Who noticed first: an alert, one of the team, or somebody who uses the service. */
    noticed_by: z.enum(['alert', 'team', 'user']),
    /** From the beginning until users could work again. */
    minutes: z.int().nonnegative(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('retro-record'),
    lang,
    /** The day on which the retrospective was held. */
    date: z.iso.date(),
    /** Id of the agenda that it followed. */
    agenda: z.string().min(1),
    /** The beginning of its board's id, for whoever has the id opens the board; empty when it was held without one. */
    board: z.string(),
  }),
] as const;

/** Front matter of every page. */
export const FrontMatter = z.discriminatedUnion('kind', [RunbookFrontMatter, ...others]);
export type FrontMatter = z.infer<typeof FrontMatter>;

/** What every page has, and what a kind other than a runbook has: the own fields of a runbook may hold anything here. */
export const CommonFrontMatter = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    ...mayTeach,
    kind: z.literal('runbook'),
    ...Object.fromEntries(Object.keys(RunbookFields.shape).map((name) => [name, z.unknown().optional()])),
  }),
  ...others,
]);
