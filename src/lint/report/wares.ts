/** What a rule is called, what it asks and where that is written. */
export interface RuleFact {
  readonly id: string;
  /** One sentence. */
  readonly description?: string | undefined;
  readonly url?: string | undefined;
}

/** What ran, whatever it found. */
export interface Ran {
  readonly rules: number;
  /** Tools of other people that ran beside them. */
  readonly tools: readonly string[];
  readonly files: number;
  /** Milliseconds of a processor, of this process and of those that it started. */
  readonly cpuMs: number;
}

/** What a report needs besides the findings. */
export interface Wares {
  /** A line of a file, counted from 1; undefined where there is none, or nothing that can be shown. */
  readonly lineOf: (file: string, line: number) => string | undefined;
  readonly ruleOf: (id: string) => RuleFact;
  /** Our own rules, which are named whether or not they found something. */
  readonly rules: readonly RuleFact[];
  /** Where the pages about the rules begin. */
  readonly home: string;
  readonly ran: Ran;
  /** Whether colours may be used. */
  readonly isColoured: boolean;
}
