/** What a check says of a few words: whether it finds anything in them. */
export type Finds = (words: string) => boolean;

/** The same word twice, but for marks between. */
const twice = /(?<![\p{L}\p{N}_'’-])([\p{L}\p{N}][\p{L}\p{N}'’-]*)\s+\1(?![\p{L}\p{N}_])/iu;
/** An article and what follows, which may stand in quotes or brackets. */
const article = /(?<![\p{L}\p{N}_'’-])(?:an?)\s+[“”‘’'"()[\]]?[\p{L}\p{N}][\p{L}\p{N}'’-]*/giu;
/** An acronym, and up to four words that may say its last letters again, as in "PIN number". */
const acronym = /(?<![\p{L}\p{N}_-])\p{Lu}{2,}s?(?:[\s-]+\p{L}+){1,4}/gu;

/**
 * Whether a passage may hold what the checks of English look for. Parsing all prose of a thousand pages takes longer than everything else
 * together; a few words take little, and the same few words come again and again.
 */
export function suspectEnglish(finds: Finds): (words: string) => boolean {
  const known = new Map<string, boolean>();
  const isSuspect = (few: string): boolean => {
    const before = known.get(few);
    if (before !== undefined) return before;
    const verdict = finds(few);
    known.set(few, verdict);
    return verdict;
  };
  return (words) =>
    twice.test(words) ||
    [...words.matchAll(article)].some(([few]) => isSuspect(few.toLowerCase() === few ? few : few.charAt(0).toLowerCase() + few.slice(1))) ||
    [...words.matchAll(acronym)].some(([few]) => saysItself(few) && isSuspect(few));
}

/** Whether the word after an acronym begins with one of its later letters: an expansion does. */
function saysItself(few: string): boolean {
  const [letters = '', next = ''] = few.split(/[\s-]+/, 2);
  return letters.slice(1).includes(next.charAt(0).toUpperCase());
}
