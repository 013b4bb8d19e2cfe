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
  terms: z.array(Term).check(({value: terms, issues}) => {
    const say = (input: string, path: PropertyKey[], message: string): void => void issues.push({code: 'custom', input, path, message});
    const ids = new Set<string>();
    for (const [at, {id}] of terms.entries()) {
      if (ids.has(id)) say(id, [at, 'id'], 'each id once');
      ids.add(id);
    }
    for (const language of ['en', 'ja'] as const) {
      const owners = new Map<string, string>();
      for (const [at, {id, ...term}] of terms.entries()) {
        const owner = owners.get(plain(term[language]));
        // An entry that was copied whole has its slip already.
        if (owner === id) continue;
        if (owner === undefined) owners.set(plain(term[language]), id);
        else say(term[language], [at, language], `each word once; ${owner} has it`);
      }
      for (const [at, {not}] of terms.entries()) {
        for (const [which, spelling] of not[language].entries()) {
          const owner = owners.get(plain(spelling));
          if (owner !== undefined) say(spelling, [at, 'not', language, which], `a spelling that nobody uses; it is the word of ${owner}`);
        }
      }
    }
  }),
});
export type Glossary = z.infer<typeof Glossary>;

/** A spelling as it is compared: neither its case nor its kind of space makes another word. */
export function plain(spelling: string): string {
  return spelling.toLowerCase().replace(/\s+/g, ' ');
}
