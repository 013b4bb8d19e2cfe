/** From here on two texts are taken to say the same. */
export const alike = 0.5;

/**
 * How much two texts have in common, from 0 to 1: pairs of neighbouring signs that both have, of all that either has (Jaccard's index). It
 * needs no dictionary, and is the same for Japanese.
 */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [less, more] = a.size < b.size ? [a, b] : [b, a];
  // Nothing that they share could make up for so different a length.
  if (less.size < alike * more.size) return 0;
  let common = 0;
  for (const pair of less) if (more.has(pair)) common += 1;
  return common === 0 ? 0 : common / (less.size + more.size - common);
}

/** The pairs of neighbouring letters and digits in a text. Signs, spaces, case and width do not count. */
export function pairsOf(text: string): ReadonlySet<string> {
  const signs = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  );
  return new Set(signs.length === 1 ? signs : signs.slice(1).map((sign, n) => `${signs[n]}${sign}`));
}
