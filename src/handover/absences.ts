import type {Catalog} from '../catalog/model.ts';
import {addDays} from '../registers/days.ts';
import {absenceEvery} from '../registers/intervals.ts';
import type {Done} from './matrix.ts';

export interface Absences {
  /** Newest first. */
  readonly exercises: readonly Done[];
  /** The last day for the next one; undefined when there was none yet. */
  readonly due: string | undefined;
  /** The team whose turn is next: the one that never had one, or whose last was the longest ago. Undefined when no team owns a service. */
  readonly next: {readonly team: string; readonly last: string | undefined} | undefined;
}

interface Options {
  readonly catalog: Catalog;
  /** `2026-01-31` */
  readonly today: string;
}

/** The log of the exercise in which the usual person is absent. Its turn goes round the teams that own services. */
export function absences(done: readonly Done[], {catalog: {services}, today}: Options): Absences {
  const exercises = done
    .filter(({occasion, at}) => occasion === 'absent-tomorrow' && at <= today)
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const newest = exercises[0];
  const turns = [...new Set([...services.values()].map(({owner}) => owner))].map((team) => ({
    team,
    last: exercises.find(({service}) => services.get(service)?.owner === team)?.at,
  }));
  return {
    exercises,
    due: newest && addDays(newest.at, absenceEvery),
    next: turns.toSorted((a, b) => compare(a.last ?? '', b.last ?? '') || compare(a.team, b.team))[0],
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
