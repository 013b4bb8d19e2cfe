/** What a tab hears: from the stream, from an answer to a poll, or from another tab. What it carries is read by `wire.ts`. */
export type Frame =
  | {readonly kind: 'live'; readonly id: string; readonly live: unknown}
  | {readonly kind: 'alerts'; readonly answer: unknown}
  /** Nothing has changed, and this is how old it is now and may become: `[ageMs, validForMs]` by id. */
  | {readonly kind: 'ages'; readonly ages: Readonly<Record<string, unknown>>}
  | {readonly kind: 'missing'; readonly id: string};

/** How a frame came. */
export interface Passage {
  /** Milliseconds that it was under way, as far as anybody knows. */
  readonly lateMs: number;
  /** It is an answer to a question of this tab, and what was said since the question is newer. Everything else comes in its order. */
  readonly asked: boolean;
}

export type Take = (frame: Frame, passage: Passage) => void;

/** The pseudo id of the list of all alerts. */
export const allAlerts = '*';
