import type {Language, Urgency} from '../../catalog/contract.ts';
import type {Evidence} from './contract.ts';
import type {Use} from './text.ts';

/** The hashes of a page and its alerts. */
export interface Proof {
  readonly steps: string;
  readonly alert: string;
}

type Changed = 'steps' | 'alert';

/** A use in which something was run. */
export type Run = Exclude<Use, 'table-top'>;

/** The use that decides. */
interface Last {
  /** The minute, UTC, such as `2026-11-10T03:12Z`. */
  readonly at: string;
  readonly use: Run;
  readonly by: string;
}

/** What went otherwise than written, in the words and the language of those who were there. */
interface Noted {
  readonly note: string;
  readonly lang: Language;
}

/** What a record of use says for a page as it is now. */
export type Trust =
  /** Nobody has used it; at most it was talked through. */
  | {readonly kind: 'never'; readonly talkedThrough?: string}
  /** It worked as it is written now. A proof ages: after `staleAfterDays` it is stale, which the clock decides and not the page. */
  | (Last & {readonly kind: 'proven' | 'stale'; readonly staleAfterDays: number})
  /** It worked, but not as it is written, and it is still written so. */
  | (Last & Noted & {readonly kind: 'adapted'})
  /** It worked, and what was used is not what stands there now. */
  | (Last & {readonly kind: 'changed'; readonly changed: readonly Changed[]})
  /** It failed, and has not worked since. What changed since may have mended it, or not. */
  | (Last & Noted & {readonly kind: 'failed'; readonly changed: readonly Changed[]});

/** What a page of steps shows of its uses, and the hashes that a record of the next use needs. */
export interface Trusted {
  readonly trust: Trust;
  readonly proof: Proof;
}

interface Now extends Proof {
  /** Of its most urgent alert. */
  readonly urgency?: Urgency | undefined;
  /** Milliseconds. Without it nothing is stale: a built page stays the same while time goes on, so the browser adds the age. */
  readonly now?: number;
}

/**
 * What may be believed of a page after its uses, in any order. The latest one decides, except that talking it through proves nothing: nobody ran
 * anything. A use that worked only with changes does not prove the page that it was made with. Dates of review play no part.
 */
export function trustOf(uses: readonly Evidence[], {steps, alert, urgency, now}: Now): Trust {
  const inOrder = uses.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const last = inOrder.findLast((use): use is Evidence & {readonly kind: Run} => use.kind !== 'table-top');
  if (last === undefined) {
    const talked = inOrder.at(-1);
    return {kind: 'never', ...(talked !== undefined && {talkedThrough: talked.at})};
  }
  const {at, kind: use, by, note, lang, outcome} = last;
  const changed = [...(last.steps === steps ? [] : ['steps' as const]), ...(last.alert === alert ? [] : ['alert' as const])];
  if (outcome === 'failed') return {kind: 'failed', at, use, by, note, lang, changed};
  if (changed.length > 0) return {kind: 'changed', at, use, by, changed};
  if (outcome === 'worked-with-changes') return {kind: 'adapted', at, use, by, note, lang};
  const limit = staleAfterDays(urgency);
  return {kind: now !== undefined && isStale(at, {now, limit}) ? 'stale' : 'proven', at, use, by, staleAfterDays: limit};
}

/**
 * How long a proof is believed, in days. What wakes somebody at night has half a year, so that each of those who share the nights meets it within
 * about one turn of drills; anything else has a year.
 */
function staleAfterDays(urgency: Urgency | undefined): number {
  return urgency === 'page' ? 180 : 365;
}

export function isStale(at: string, {now, limit}: {now: number; limit: number}): boolean {
  return now - Date.parse(at) > limit * 86_400_000;
}
