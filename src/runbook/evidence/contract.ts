import * as z from 'zod';
import {languages} from '../../catalog/contract.ts';
import {outcomes, uses, type EvidenceFacts} from './text.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a sha256: 64 of 0-9 and a-f, in quotes');

/** A role handle, never a person. */
export const Role = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a role such as sre-primary, never a person');

/** The longest use that can be recorded: a week. */
export const longest = 10_080;

/** `data/evidence/<UTC YYYY-MM-DDTHHMMZ>-<slug>.yaml`: one use of a page. */
export const EvidenceRecord = z
  .strictObject({
    page: z.string().min(1),
    kind: z.enum(uses),
    by: Role,
    outcome: z.enum(outcomes),
    /** From the first step to the last, whole minutes. */
    minutes: z.number().int().min(0).max(longest),
    /** One line; whoever comes next reads it when something went otherwise than written. */
    note: z.string().max(2000),
    lang: z.enum(languages),
    steps: hash,
    alert: hash,
  })
  .check(({value: {outcome, note}, issues}) => {
    if (outcome === 'worked' || note.trim() !== '') return;
    issues.push({code: 'custom', path: ['note'], input: note, message: 'what went otherwise than written, in a sentence'});
  }) satisfies z.ZodType<EvidenceFacts>;

/** A use with its moment. */
export interface Evidence extends EvidenceFacts {
  readonly file: string;
  /** The minute, UTC, such as `2026-11-10T03:12Z`. */
  readonly at: string;
}
