import type * as z from 'zod';
import type {Known, Series} from '../state.ts';

/**
 * How every kind of source is read: from its entry in `data/live.yaml` and the one way out that it has. Whatever is not as expected throws an
 * `AskError`; a word that the adapter does not know is `parse`, never a guess.
 */
export type Adapter<Config, Value> = (config: Config, outside: Outside) => Promise<Value>;

/** The way out to one source: guarded, limited, counted. It only ever sends GET. */
export interface Outside {
  /**
   * @returns the checked JSON, and the source's own time in milliseconds from its `Date` header, by which its timestamps are to be read.
   * @throws {AskError}
   */
  readonly json: <S extends z.ZodType>(url: URL, schema: S) => Promise<{readonly body: z.output<S>; readonly sourceTime: number}>;
  /** @throws {AskError} */
  readonly text: (url: URL) => Promise<{readonly body: string; readonly sourceTime: number}>;
}

/** A provider's own word. */
export interface ProviderWord {
  readonly word: Known['state'];
  /** When the provider says that it was so, by its own clock, milliseconds; absent when it does not say. */
  readonly saidAt?: number;
  readonly maxAgeMs?: number;
}

/** Who has the shift from when until when, milliseconds since the epoch. */
export interface Shift {
  readonly roles: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A figure as it was read. */
export interface Figure {
  readonly figure: number;
  readonly series?: Series;
  readonly saidAt?: number;
  readonly maxAgeMs?: number;
}
