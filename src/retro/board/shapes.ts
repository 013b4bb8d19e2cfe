import type {Language} from '../../catalog/contract.ts';

export const columns = ['keep', 'problem', 'try'] as const;
export type Column = (typeof columns)[number];

/** What a Try needs before the team can say that it was chosen. Empty strings until somebody writes them. */
export interface Commitment {
  /** `@role`, or a Group of the catalog. */
  readonly owner: string;
  readonly firstStep: string;
  /** The day on which the team looks at it: `2026-01-31`. */
  readonly check: string;
}

export interface Card {
  readonly id: string;
  readonly column: Column;
  /** Plain text. Addresses in it are shown as links. */
  readonly text: string;
  /** Grows downwards in a column. Two cards may have the same; then their ids decide. */
  readonly order: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** The card that leads its group: never a card that is in a group itself. */
  readonly group?: string | undefined;
  /** On a Try that was chosen. */
  readonly commitment?: Commitment | undefined;
  /** Undefined until the votes were counted. */
  readonly votes?: number | undefined;
}

export const outcomes = ['done', 'drop', 'keep'] as const;
export type Outcome = (typeof outcomes)[number];

/** A Try of an earlier retrospective, and what this one says of it. */
export interface LastTry {
  /** Its id in `data/registers/tries.yaml`. */
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly check: string;
  /** How often it was carried over before. */
  readonly carried: number;
  readonly outcome?: Outcome | undefined;
  /** What was learned, in one sentence. */
  readonly learned: string;
  /** The new day to look, of one that is kept. */
  readonly nextCheck: string;
}

/** A sentence about the retrospective itself. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly createdAt: number;
}

export interface Meta {
  /** The id of a box of the agenda, or `closed`. */
  readonly phase: string;
  /** When its time is over, by the clock of whoever holds the board: milliseconds since 1970. Undefined while no time runs. */
  readonly endsAt?: number | undefined;
  /** The id of an agenda in `data/agendas`. */
  readonly agenda: string;
  /** In which the record will be written. */
  readonly lang: Language;
  /** The day of the retrospective: `2026-01-31`. */
  readonly date: string;
  /** The member who leads: the facilitator. Undefined when nobody does. */
  readonly leader?: string | undefined;
}

/** A board as everyone may see it. */
export interface Board {
  readonly meta: Meta;
  /** In the order of their columns. */
  readonly cards: readonly Card[];
  readonly lastTries: readonly LastTry[];
  readonly notes: readonly Note[];
}

/** What one person has for themselves: their drafts before they are shown, and their votes before they are counted. */
export interface Own {
  readonly drafts: readonly Card[];
  /** How many votes they gave to a card. */
  readonly votes: ReadonlyMap<string, number>;
}

export const closed = 'closed';
/** Characters. Longer than any card that can be read aloud. */
export const longestText = 2000;
export const mostChosen = 3;

/** Names of the shared types in the document of a board, and of a person's own one. */
export const roots = {cards: 'cards', meta: 'meta', votes: 'votes', lastTries: 'lastTries', notes: 'notes'} as const;
/** What people write themselves. The rest is written by whoever holds the board. */
export const openRoots: readonly string[] = [roots.cards, roots.lastTries, roots.notes];
export const ownRoots: readonly string[] = [roots.cards, roots.votes];
