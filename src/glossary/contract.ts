import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** A hard word in a sentence, with its meaning at hand: `<Term id="slo">SLO</Term>`. */
  Term: z.strictObject({id: z.string().min(1)}),
  /** Every term in both languages, with its reading, its meaning and the forms that are not used. */
  Glossary: z.strictObject({}),
};

const Spelling = z.string().trim().min(1);

/** A word of the handbook, in both languages, and the spellings that stand for it elsewhere and are not used here. */
export const Term = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words with hyphens'),
  en: Spelling,
  ja: Spelling,
  /** よみ: how the Japanese word is read. */
  reading: z.string().regex(/^[\p{Script=Hiragana}ー]+$/u, 'hiragana'),
  /** Spellings that lint refuses in prose. English is compared without regard to case, and with a plural s. */
  not: z
    .strictObject({en: z.array(Spelling).readonly().default([]), ja: z.array(Spelling).readonly().default([])})
    .default({en: [], ja: []}),
  means: z.strictObject({en: Spelling, ja: Spelling}),
});
export type Term = z.infer<typeof Term>;

/** `data/glossary.yaml`: domain words, spelled once. */
export const Glossary = z.strictObject({
  terms: z
    .array(Term)
    .refine((terms) => new Set(terms.map(({id}) => id)).size === terms.length, 'each id once')
    .refine(
      (terms) => terms.every((term) => !term.not.en.includes(term.en) && !term.not.ja.includes(term.ja)),
      'no spelling that is used and not used',
    ),
});
export type Glossary = z.infer<typeof Glossary>;
