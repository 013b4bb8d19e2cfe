import * as z from 'zod';
import {languages, type Language} from '../../catalog/contract.ts';
import {EvidenceRecord, longest, Role} from './contract.ts';
import {outcomes, uses, type EvidenceFacts} from './text.ts';

/** What only somebody who was there can say. */
export type Told = Pick<EvidenceFacts, 'kind' | 'by' | 'outcome' | 'minutes' | 'note' | 'lang'>;

interface Question {
  readonly ask: string;
  readonly expected: string;
  readonly schema: z.ZodType<unknown, string>;
}

export type Questions = Readonly<Record<keyof Told, Question>>;

/** The questions about a use, in the order in which they are asked; the answers are text. `roles` are those of the catalog, `known` the site's languages. */
export function questionsFor({roles, known}: {readonly roles: readonly string[]; readonly known: readonly Language[]}): Questions {
  const Known = Role.refine((role) => roles.length === 0 || roles.includes(role));
  return {
    kind: {ask: 'What was it?', expected: oneOf(uses), schema: z.enum(uses)},
    by: {
      ask: 'Which role used the page?',
      expected: roles.length === 0 ? 'a role such as sre-primary' : oneOf(roles),
      schema: z
        .string()
        .transform((role) => role.replace(/^@/, ''))
        .pipe(Known),
    },
    outcome: {ask: 'How did it go?', expected: oneOf(outcomes), schema: z.enum(outcomes)},
    minutes: {
      ask: 'How many minutes from the first step to the last?',
      expected: `a whole number up to ${longest}`,
      schema: z.string().regex(/^\d+$/).transform(Number).pipe(EvidenceRecord.shape.minutes),
    },
    note: {
      ask: 'In a sentence: what should the next reader know?',
      expected: 'a sentence; it may be empty when everything worked',
      schema: EvidenceRecord.shape.note,
    },
    lang: {
      ask: 'In which language is that sentence?',
      expected: oneOf(known),
      schema: z.enum(languages).refine((lang) => known.includes(lang)),
    },
  };
}

/** The answer to a question; undefined when it is none. */
export function answerTo({schema}: Question, text: string): unknown {
  return schema.safeParse(text.trim()).data;
}

function oneOf(names: readonly string[]): string {
  return names.length === 1 ? `${names[0]}` : `one of ${names.join(', ')}`;
}
