import type {Board, Commitment, LastTry} from '../../board/shapes.ts';

export const wanted = ['owner', 'ownerUnknown', 'firstStep', 'check', 'checkPast'] as const;
export type Wanted = (typeof wanted)[number];

interface Held {
  /** `2026-01-31`, as all days. */
  readonly today: string;
  /** Who can own a Try; empty where nobody knows. */
  readonly owners: readonly string[];
}

/** What a chosen Try still lacks before it is more than a wish, in the order of its fields. */
export function missingOf({owner, firstStep, check}: Commitment, {today, owners}: Held): readonly Wanted[] {
  return [
    ...(owner.trim() === ''
      ? (['owner'] as const)
      : owners.length > 0 && !owners.includes(owner.trim())
        ? (['ownerUnknown'] as const)
        : []),
    ...(firstStep.trim() === '' ? (['firstStep'] as const) : []),
    ...(!isDay(check) ? (['check'] as const) : check < today ? (['checkPast'] as const) : []),
  ];
}

/** A last Try that goes on needs a later day to look at it again. */
export function lacksDay({outcome, nextCheck}: LastTry, today: string): boolean {
  return outcome === 'keep' && (!isDay(nextCheck) || nextCheck <= today);
}

/** How many Tries, old and chosen, the import of the record would refuse. */
export function lackingIn({lastTries, cards}: Pick<Board, 'lastTries' | 'cards'>, held: Held): number {
  const old = lastTries.filter((one) => lacksDay(one, held.today));
  const chosen = cards.filter(({commitment}) => commitment !== undefined && missingOf(commitment, held).length > 0);
  return old.length + chosen.length;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

/** The reader's own day. */
export function dayOf(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
