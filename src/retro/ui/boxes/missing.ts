import type {Board, Commitment, LastTry} from '../../board/shapes.ts';

export const wanted = ['owner', 'firstStep', 'check', 'checkPast'] as const;
export type Wanted = (typeof wanted)[number];

/** What a chosen Try still lacks before it is more than a wish, in the order of its fields. `today` and days are `2026-01-31`. */
export function missingOf({owner, firstStep, check}: Commitment, today: string): readonly Wanted[] {
  return [
    ...(owner.trim() === '' ? (['owner'] as const) : []),
    ...(firstStep.trim() === '' ? (['firstStep'] as const) : []),
    ...(!isDay(check) ? (['check'] as const) : check < today ? (['checkPast'] as const) : []),
  ];
}

/** A last Try that goes on needs a later day to look at it again. */
export function lacksDay({outcome, nextCheck}: LastTry, today: string): boolean {
  return outcome === 'keep' && (!isDay(nextCheck) || nextCheck <= today);
}

/** How many Tries, old and chosen, the import of the record would refuse. */
export function lackingIn({lastTries, cards}: Pick<Board, 'lastTries' | 'cards'>, today: string): number {
  const old = lastTries.filter((one) => lacksDay(one, today));
  const chosen = cards.filter(({commitment}) => commitment !== undefined && missingOf(commitment, today).length > 0);
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
