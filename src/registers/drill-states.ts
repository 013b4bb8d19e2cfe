import type {EvidenceFacts} from '../runbook/evidence/text.ts';
import {addDays} from './days.ts';
import type {EntryOf} from './model.ts';

/** A use of a page with its moment, such as `2026-11-10T03:12Z`. */
type Use = EvidenceFacts & {readonly at: string};

/** How a store stands to its last recovery drill. Never is a state of its own, and a bad one. */
export type DrillState =
  | {readonly kind: 'never'}
  | {
      readonly kind: 'fresh' | 'stale' | 'failed';
      /** The day of the last drill. */
      readonly at: string;
      readonly minutes: number;
      /** The last day on which a good drill is still believed. */
      readonly until: string;
      /** Whether it took longer than the store's RTO, which is a failure too. */
      readonly isTooSlow: boolean;
    };

/** The drills of a store are the evidence of its procedure with `kind: drill`, judged on `today`, such as `2026-01-31`. */
export function drillState(
  store: EntryOf<'stores'>,
  {evidence, today}: {readonly evidence: readonly Use[]; readonly today: string},
): DrillState {
  const {procedure, rto_minutes: rto, drill_every_days: every} = store;
  const last = evidence
    .filter(({kind, page, at}) => kind === 'drill' && page === procedure && at.slice(0, 10) <= today)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  if (last === undefined) return {kind: 'never'};
  const at = last.at.slice(0, 10);
  const until = addDays(at, every);
  const isTooSlow = last.minutes > rto;
  const kind = last.outcome === 'failed' || isTooSlow ? 'failed' : until < today ? 'stale' : 'fresh';
  return {kind, at, minutes: last.minutes, until, isTooSlow};
}
