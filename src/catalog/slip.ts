/** A mistake of an author in a file: where it is, what was found there, what was expected. Line and column count from 1. */
export interface Slip {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly expected: string;
}

/** All slips of one reading. They are gathered first and reported together, so that an author mends them in one go. */
export class SlipError extends Error {
  // Private, so that a printed error says each slip once.
  readonly #slips: readonly Slip[];

  constructor(slips: readonly Slip[]) {
    super(formatSlips(slips));
    this.name = 'SlipError';
    this.#slips = slips;
  }

  get slips(): readonly Slip[] {
    return this.#slips;
  }
}

function formatSlips(slips: readonly Slip[]): string {
  const lines = slips.map(({file, line, column, found, expected}) => `  ${file}:${line}:${column} found ${found}, expected ${expected}`);
  return [`${slips.length} ${slips.length === 1 ? 'slip' : 'slips'} to mend:`, ...lines].join('\n');
}
