import * as z from 'zod';
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
  title: z.string().min(1),
  /** One sentence, shown in lists and by search engines. */
  description: z.string().min(1),
  /** The Group that owns the page. */
  owner: z.string().min(1),
  status: z.enum(['draft', 'adopted', 'superseded']),
  sidebar_position: z.number().optional(),
  sidebar_label: z.string().optional(),
  slug: z.string().optional(),
};
const teaches = {
  /** Which vision the page serves. */
  serves: z.array(z.enum(['accelerate', 'health'])).min(1),
  /** The practices that the page puts to work, such as A17. */
  practices: z.array(z.string().regex(/^[AV]\d+$/, 'a practice such as A17 or V1')),
};

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
    const fault = pattern === undefined ? undefined : faultOf(pattern, example);
    if (fault !== undefined) context.addIssue({code: 'custom', path: ['pattern'], message: fault});
  });
export type Param = z.infer<typeof Param>;

/** Front matter of a runbook. Owner, severity and services are not repeated here: they come from the alert's rules and the catalog. */
export const RunbookFrontMatter = z.strictObject({
  ...base,
  kind: z.literal('runbook'),
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
export type RunbookFrontMatter = z.infer<typeof RunbookFrontMatter>;

const plain = ['procedure', 'onboarding', 'retro'] as const;
/** The language of a page that is written once, by those who were there, and shown under both languages. */
const lang = z.enum(['en', 'ja']);

/** Front matter of every page. */
export const FrontMatter = z.discriminatedUnion('kind', [
  RunbookFrontMatter,
  z.strictObject({...base, ...teaches, kind: z.enum(['mission', 'guideline'])}),
  z.strictObject({...base, kind: z.enum(plain)}),
  // A decision is a record; other pages of reference are not.
  z.strictObject({...base, kind: z.literal('reference'), lang: lang.optional()}),
  z.strictObject({...base, kind: z.literal('postmortem'), lang}),
  z.strictObject({
    ...base,
    kind: z.literal('retro-record'),
    lang,
    /** The day on which the retrospective was held. */
    date: z.iso.date(),
    /** Id of the agenda that it followed. */
    agenda: z.string().min(1),
    /** Id of its board; empty when it was held without one. */
    board: z.string(),
  }),
]);
export type FrontMatter = z.infer<typeof FrontMatter>;
