import type {Shift} from '../adapter.ts';
import {occurrencesIn, overlaps} from './occurrences.ts';
import {rolesIn, type RoleWords} from './roles.ts';
import {AskError} from '../reading.ts';

const day = 86_400_000;

/**
 * Who has which role when, from yesterday until a week from now, earliest first. Of a calendar nothing else leaves this function: no name, no
 * address, no number. Entries that name no role of the team are passed over.
 * @throws {AskError} `parse` when the calendar cannot be read for certain, or when all that it has for now is an entry that names no role.
 */
export function shiftsIn(text: string, {words, now}: {readonly words: RoleWords; readonly now: number}): Shift[] {
  const read = occurrencesIn(text, {from: now - day, to: now + 7 * day}).map((occurrence) => ({
    ...occurrence,
    roles: rolesIn(occurrence.summary, words),
  }));
  const shifts = read.filter(({roles}) => roles.length > 0);
  if (shifts.some(({isFloating}) => isFloating)) throw new AskError('parse', 'a shift has times without a zone');
  const coversNow = (occurrence: (typeof read)[number]): boolean => overlaps(occurrence, {from: now, to: now + 1});
  if (!shifts.some(coversNow) && read.some(coversNow)) throw new AskError('parse', 'the shift of now names no role of the team');
  return shifts.map(({roles, start, end}) => ({roles, start, end})).toSorted((a, b) => a.start - b.start || a.end - b.end);
}
