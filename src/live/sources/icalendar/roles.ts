/** The roles of a team, each with the word by which the summary of a shift names it. */
export type RoleWords = ReadonlyMap<string, string>;

/**
 * The roles that a summary names, in the order of `words`. A role is named by its whole word, in any case of letters and any width; where one
 * word holds another (“on-call backup” and “on-call”), the longer one counts.
 */
export function rolesIn(summary: string, words: RoleWords): string[] {
  let rest = plain(summary);
  const named = new Set<string>();
  for (const [role, word] of [...words].toSorted(([, a], [, b]) => b.length - a.length)) {
    const without = strike(rest, plain(word));
    if (without !== rest) named.add(role);
    rest = without;
  }
  return [...words.keys()].filter((role) => named.has(role));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The text with a line break wherever the word stood as a whole. */
function strike(text: string, word: string): string {
  let rest = text;
  for (let at = rest.indexOf(word); at !== -1; at = rest.indexOf(word, at + 1)) {
    const [before, after] = [rest.slice(0, at), rest.slice(at + word.length)];
    if (!runOn(before, word) && !runOn(word, after)) rest = `${before}\n${after}`;
  }
  return rest;
}

/** Japanese has no spaces between words; a word of it ends where the script changes. */
const scripts = [/[\p{Script=Han}々]/u, /\p{Script=Hiragana}/u, /[\p{Script=Katakana}ー]/u, /[\p{L}\p{M}\p{N}_]/u];

/** Whether what follows goes on with the same word. */
function runOn(text: string, following: string): boolean {
  const last = /.$/su.exec(text)?.[0] ?? '';
  const next = /^./su.exec(following)?.[0] ?? '';
  const script = scripts.find((letters) => letters.test(last));
  return script !== undefined && script === scripts.find((letters) => letters.test(next));
}
