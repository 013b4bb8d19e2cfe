import {createHash} from 'node:crypto';

/** What a process of people who type is told. */
export interface Order {
  readonly url: string;
  readonly id: string;
  readonly names: readonly string[];
  readonly seconds: number;
  readonly perSecond: number;
  /** How many cards there are in all when everybody has begun. */
  readonly cards: number;
}

export interface Report {
  /** When each key was pressed, in milliseconds since 1970, by card. */
  readonly pressed: Readonly<Record<string, readonly number[]>>;
  /** Each person's board as it stands at the end. */
  readonly boards: readonly string[];
  /** Changes that the server has not acknowledged. */
  readonly unsaved: number;
}

/** The same for the same cards, in whatever order they came. */
export function fingerprint(cards: Readonly<Record<string, string>>): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(cards).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');
}

/** Comparable between processes of this machine, to the microsecond. */
export function exactNow(): number {
  return performance.timeOrigin + performance.now();
}
