import type {EntryOf} from './model.ts';

/** Rows of a test for each row of production from which on it speaks for production. */
export const enoughRows = 0.9;

export interface Headroom {
  readonly service: string;
  readonly at: string;
  /** How many times its busiest evening the service held. */
  readonly times: number;
  /** Rows of the test for each row of production, at most 1: below `enoughRows` the figure is a guess. */
  readonly likeness: number;
  readonly limit: EntryOf<'load-tests'>['limit'];
}

/** By the last load test of each service up to `today`: does it hold twice the business, or five times? */
export function headroomOf(tests: readonly EntryOf<'load-tests'>[], today: string): Headroom[] {
  const past = tests.filter(({at}) => at <= today).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const last = new Map(past.map((test) => [test.service, test]));
  return [...last.values()].map(({service, at, peak_per_second: peak, held_per_second: held, rows, production_rows: whole, limit}) => ({
    service,
    at,
    times: held / peak,
    likeness: Math.min(1, rows / whole),
    limit,
  }));
}
