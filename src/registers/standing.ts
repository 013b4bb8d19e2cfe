/**
 * Where an entry stands when it is written down. Some of these hold only until a day; see `standingOf`. What nobody has looked at is `never`
 * or `unknown`, not `ok`.
 */
export type Status =
  | 'open'
  | 'holds'
  | 'planned'
  | 'doing'
  | 'done'
  | 'dropped'
  | 'ok'
  | 'fresh'
  | 'supported'
  | 'warning'
  | 'failed'
  | 'never'
  | 'unknown'
  | 'odd'
  | 'undone'
  | 'past';

/** A status on a day. */
export type Standing = Status | 'overdue' | 'over' | 'stale' | 'ending';

export interface Dated {
  /** Undefined where an entry is a fact and stands nowhere. */
  readonly status?: Status | undefined;
  /** The first day on which its end is near. */
  readonly soon?: string | undefined;
  /** The last day on which the status is as it should be. */
  readonly due?: string | undefined;
  /** What it is after that day, where the status alone does not say it. */
  readonly late?: Standing | undefined;
}

/** What becomes of a status when its day is over. The others have no day. */
const lapsed: Readonly<Partial<Record<Status, Standing>>> = {
  open: 'overdue',
  holds: 'over',
  supported: 'over',
  fresh: 'stale',
  doing: 'stale',
  planned: 'stale',
  ok: 'stale',
  warning: 'stale',
};

/** How an entry stands on a day. Without a day, before the page knows one, nothing is late. */
export function standingOf({status, soon, due, late}: Dated, today: string | undefined): Standing | undefined {
  if (status === undefined || today === undefined) return status;
  if (due !== undefined && due < today) return late ?? lapsed[status] ?? status;
  return soon !== undefined && soon <= today ? 'ending' : status;
}

/** What asks for somebody now, what waits for its day, and what asks for nobody. */
export const ranks: readonly (readonly Standing[])[] = [
  ['failed', 'never', 'overdue', 'over', 'stale', 'warning', 'ending', 'unknown'],
  ['open', 'holds', 'doing', 'planned'],
  ['odd', 'undone', 'supported', 'fresh', 'ok', 'past', 'done', 'dropped'],
];
