/**
 * What a tab asks of whoever holds the board, over Hocuspocus's stateless messages, as JSON. Each ask has a number; the answer has the same.
 * The shapes are checked by the server in `room/asks.server.ts`.
 */
export type Ask =
  /** What time it is. */
  | {readonly kind: 'time'}
  /** To go to another box, with the minutes that run in it: without them no time runs. Only for whoever leads. */
  | {readonly kind: 'phase'; readonly phase: string; readonly minutes?: number | undefined}
  /** To end the time in so many minutes, or to stop it. Only for whoever leads. */
  | {readonly kind: 'timer'; readonly minutes?: number | undefined}
  /** To hand the role of the facilitator to another member. Only for whoever leads. */
  | {readonly kind: 'pass'; readonly to: string}
  /** To take the role with the facilitator's key. A board without a key gives it to whoever asks. */
  | {readonly kind: 'lead'; readonly key?: string | undefined}
  /** To close the board for good: read-only from then on. Needs the key. */
  | {readonly kind: 'close'; readonly key: string};

/** As it is sent. */
export type NumberedAsk = Ask & {readonly number: number};

export const refusals = ['not-leader', 'wrong-key', 'no-such-box', 'no-such-member', 'closed', 'not-saved', 'malformed'] as const;
export type AskRefusal = (typeof refusals)[number];

/** What the server says on that channel. */
export type Answer =
  /** Sent once when a room of a board has opened: who the person at this tab is, and the server's time in milliseconds since 1970. */
  | {readonly kind: 'you'; readonly member: string; readonly now: number; readonly hasKey: boolean}
  | {readonly kind: 'done'; readonly to: number; readonly now: number}
  | {readonly kind: 'refused'; readonly to: number; readonly why: AskRefusal};

/** The room of a person's own document. The server lets in nobody but them. */
export function ownRoom(board: string, member: string): string {
  return `board/${board}/own/${member}`;
}

/** What a tab shows of the person at it. The server refuses one that claims another member. */
export interface Presence {
  readonly member: string;
  /** As they wrote it; empty when they did not. */
  readonly name: string;
  /** They say that they have finished what this box asks. */
  readonly isDone: boolean;
  /** The card that they are writing in. Never a draft. */
  readonly card?: string | undefined;
}

export const longestName = 40;
