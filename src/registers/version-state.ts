import {addDays} from './days.ts';
import {eolOf, type EolSnapshot} from './eol.ts';
import type {EntryOf} from './model.ts';

/** Days before the end of support from which a version is a worry. */
export const warningDays = 90;

/** Whether a version is supported: `unknown` when the snapshot does not know it, `open` while nobody has named an end. */
export type VersionState =
  | {readonly kind: 'unknown' | 'open'}
  | {readonly kind: 'supported' | 'ending' | 'ended'; readonly eol: string; /** Negative when it is over. */ readonly daysLeft: number};

export function versionState(
  version: EntryOf<'versions'>,
  {eol, today}: {readonly eol: EolSnapshot | undefined; readonly today: string},
): VersionState {
  const end = eol === undefined ? undefined : eolOf(eol, version);
  if (end === undefined) return {kind: 'unknown'};
  if (end === null) return {kind: 'open'};
  const daysLeft = Math.round((Date.parse(end) - Date.parse(today)) / 86_400_000);
  return {kind: end < today ? 'ended' : end <= addDays(today, warningDays) ? 'ending' : 'supported', eol: end, daysLeft};
}
