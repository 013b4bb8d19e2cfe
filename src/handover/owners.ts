import {CommandError} from '../command/command-error.ts';
import type {Catalog, Team} from '../catalog/model.ts';

/** Who can own something: a Group of the catalog, or a role that is a member of one. */
export interface Owner {
  /** As registers name it: `sre` or `@sre-lead`. */
  readonly name: string;
  readonly kind: 'group' | 'role';
  /** The Group; of a role those that it is a member of. */
  readonly teams: readonly Team[];
  /** Every name under which it owns something: of a Group its members too. */
  readonly names: ReadonlySet<string>;
}

/** Each Group followed by its roles; a role of two Groups comes with the first. */
export function ownersOf({teams}: Catalog): Owner[] {
  const all = [...teams.values()];
  const owners = new Map<string, Owner>();
  for (const team of all) {
    const roles = team.members.map((member) => `@${member}`);
    owners.set(team.name, {name: team.name, kind: 'group', teams: [team], names: new Set([team.name, ...roles])});
    for (const role of roles)
      if (!owners.has(role))
        owners.set(role, {
          name: role,
          kind: 'role',
          teams: all.filter(({members}) => members.includes(role.slice(1))),
          names: new Set([role]),
        });
  }
  return [...owners.values()];
}

/** @throws {CommandError} naming every owner that there is. */
export function findOwner(name: string, catalog: Catalog): Owner {
  const owners = ownersOf(catalog);
  const found = owners.find((owner) => owner.name === name);
  if (found !== undefined) return found;
  const list = owners.map((owner) => owner.name).toSorted();
  throw new CommandError(
    `found the owner ${JSON.stringify(name)}, expected ${list.includes(`@${name}`) ? `@${name}: a role has its @` : `one of ${list.join(', ')}`}`,
  );
}
