/** The words of a command; undefined where nobody knows before it runs. */
export type Words = readonly (string | undefined)[];

/** What stands around a command. */
export interface Around {
  /** What it reads from a here-document, a here-string or `echo … |`. */
  readonly input: string | undefined;
  /** What a script within it changes. */
  readonly within: (script: string) => string | undefined;
}

/** What a program changes, given its words without its own name; undefined when nothing. */
export type Judge = (rest: Words, around: Around) => string | undefined;

/** Words that are no options and no values of options; behind `--` all are. `valued` lists the options that take the next word. */
export function operandsOf(words: Words, valued = ''): Words {
  const takes = new Set(valued.split(/\s+/));
  const operands: (string | undefined)[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '--') return [...operands, ...words.slice(at + 1)];
    if (word !== undefined && takes.has(word)) at += 1;
    else if (word === undefined || !/^-./.test(word)) operands.push(word);
  }
  return operands;
}

/** The values of an option, written as `-n value`, `-tAn value`, `-nvalue`, `--name value` or `--name=value`, each time that it is given. */
export function valuesOf(words: Words, names: readonly string[]): Words {
  return words.flatMap((word, at) => {
    if (word === undefined) return [];
    if (names.includes(word) || (/^-[A-Za-z]{2,}$/.test(word) && names.includes(`-${word.slice(-1)}`))) return [words[at + 1]];
    const name = names.find((one) => word.startsWith(one.startsWith('--') ? `${one}=` : one));
    return name === undefined || (word.startsWith('--') && !name.startsWith('--')) ? [] : [word.slice(name.length).replace(/^=/, '')];
  });
}

export function someWord(words: Words, pattern: RegExp): boolean {
  return words.some((word) => word !== undefined && pattern.test(word));
}

/** As text for a shell; what is not known stands as a word of its own. */
export function asScript(words: Words): string {
  return words.map((word) => word ?? '_').join(' ');
}
