/** Chance that a seed repeats. */
export interface Random {
  /** An integer from 0 to `below` − 1. */
  readonly integer: (below: number) => number;
  /** One of these; undefined when there is none. */
  readonly pick: <T>(from: readonly T[]) => T | undefined;
  readonly shuffle: <T>(from: readonly T[]) => T[];
  /** So many characters out of `alphabet`. */
  readonly letters: (amount: number, alphabet: string) => string;
}

/** Mulberry32: 32 bits of state are plenty for choosing pages. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    integer,
    pick: (from) => from[integer(from.length)],
    shuffle: (from) =>
      from
        .map((value) => ({value, rank: next()}))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({value}) => value),
    letters: (amount, alphabet) => Array.from({length: amount}, () => alphabet[integer(alphabet.length)]).join(''),
  };
}
