import type {Language} from '../../catalog/contract.ts';
import type {Try} from '../../registers/contract.ts';

/** What came up in more than one retrospective, in the words of the last. */
export interface Recurring {
  readonly text: string;
  readonly lang: Language;
  /** The alert or page that all its cards name; undefined when their words are alike. */
  readonly about?: string | undefined;
  /** Oldest first, one for each retrospective. */
  readonly times: readonly {readonly date: string; readonly page: string; readonly votes: number}[];
}

/** Retrospectives. With fewer, a trend is an accident. */
export const enough = 3;

/** The Tries that were agreed on in a month, and what became of them so far. */
export interface Month {
  /** `2026-01` */
  readonly month: string;
  readonly done: number;
  readonly dropped: number;
  readonly open: number;
}

export interface OpenTry extends Pick<Try, 'id' | 'text' | 'lang' | 'owner' | 'check' | 'from'> {
  /** Since it was agreed on. */
  readonly days: number;
  readonly carried: number;
}

export interface KeptAgain extends Recurring {
  /** For the page that it could become: words of its text. */
  readonly slug: string;
}

/** What the records and the register of Tries say when they are read together. */
export interface Trends {
  /** The day of this reading. */
  readonly day: string;
  readonly retrospectives: number;
  /** Oldest first. */
  readonly months: readonly Month[];
  /** Oldest first. */
  readonly open: readonly OpenTry[];
  /** What came back at least once. */
  readonly problems: readonly Recurring[];
  /** What was kept in three retrospectives or more. */
  readonly keeps: readonly KeptAgain[];
}
