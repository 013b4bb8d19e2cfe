import type {Catalog} from '../catalog/model.ts';
import {busFactor, type BusFactor} from '../registers/bus-factor.ts';
import type {EntryOf} from '../registers/model.ts';

export type Done = EntryOf<'operators'>;

/**
 * Whether somebody else could run a service tomorrow. `thin` is a service that enough roles can operate, owned by a team with fewer than two
 * members, which owner-bus-factor refuses; `unknown` one of which nothing was ever written down.
 */
export type Standing = 'enough' | 'thin' | 'one' | 'none' | 'unknown';

export interface Row extends BusFactor {
  readonly owner: string;
  /** Different members of the team that owns it: the lower limit, since being listed is not being able. */
  readonly members: number;
  readonly standing: Standing;
}

interface Options {
  readonly catalog: Catalog;
  /** `2026-01-31` */
  readonly today: string;
}

/** How many must be able, and listed. */
const least = 2;

/** One row for each service of the catalog, the worst first. */
export function busFactorMatrix(done: readonly Done[], {catalog: {services, teams}, today}: Options): Row[] {
  const roles = new Set([...teams.values()].flatMap(({members}) => members));
  const rows = [...services.values()].map(({name, owner}): Row => {
    const factor = busFactor(name, done, {today, roles});
    const members = new Set(teams.get(owner)?.members).size;
    const isKnown = done.some(({service}) => service === name);
    return {...factor, owner, members, standing: isKnown ? standingOf(factor.able.length, members) : 'unknown'};
  });
  return rows.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

const order: readonly Standing[] = ['none', 'unknown', 'one', 'thin', 'enough'];

function standingOf(able: number, members: number): Standing {
  if (able === 0) return 'none';
  if (able < least) return 'one';
  return members < least ? 'thin' : 'enough';
}
