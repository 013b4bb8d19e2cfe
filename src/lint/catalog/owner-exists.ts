import {field} from '../content.ts';
import type {Remark} from '../finding.ts';
import {mentions} from '../../registers/cross-check.ts';
import type {Registers} from '../../registers/model.ts';
import {openActions} from '../postmortems.ts';
import type {Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';
import {triesByRetro} from '../tries.ts';

/** Who owns a page or an entry of a register, and whom a runbook escalates to, is a team or a role of data/catalog. */
export const ownerExists: CatalogRule = {
  id: 'owner-exists',
  isLocal: true,
  check: (repository) => {
    const {pages, catalog, registers} = repository;
    if (catalog === undefined) return [];
    const teams = [...catalog.teams.keys()];
    const roles = [...catalog.teams.values()].flatMap(({members}) => members.map((member) => `@${member}`));
    const look = [
      {name: 'owner', known: teams, noun: 'team'},
      {name: 'escalate_to', known: [...teams, ...roles], noun: 'team or role'},
    ];
    const ofPages = pages.flatMap(({frontMatter}) =>
      look.flatMap(({name, known, noun}) => {
        const value = field(frontMatter, name);
        if (frontMatter === undefined || typeof value !== 'string' || known.includes(value)) return [];
        return [{...frontMatter.place([name]), message: say(noun, value, known)}];
      }),
    );
    const ofActions = openActions(pages).flatMap(({owner, file, line, column}) =>
      owner === undefined || roles.includes(owner) ? [] : [{file, line, column, message: say('role', owner, roles)}],
    );
    return [...ofPages, ...ofActions, ...ofEntries(registers, [...teams, ...roles]), ...ofRecords(repository, [...teams, ...roles])];
  },
};

/** The Tries of a record that are not in the register yet. */
function ofRecords(repository: Repository, known: readonly string[]): Remark[] {
  return [...triesByRetro(repository).values()]
    .flat()
    .flatMap(({owner, ownerPlace, isRegistered}) =>
      isRegistered || owner === undefined || known.includes(owner) ? [] : [{...ownerPlace, message: say('team or role', owner, known)}],
    );
}

/** What is over keeps the role that it had then. */
function ofEntries(registers: Registers | undefined, known: readonly string[]): Remark[] {
  if (registers === undefined) return [];
  const over = new Set<unknown>(registers.tries.filter(({value}) => value.status !== 'open'));
  return mentions(registers).flatMap(({entry, mention: {to, path, value}}) =>
    to !== 'owner' || known.includes(value) || over.has(entry)
      ? []
      : [{...entry.place(...path), message: say('team or role', value, known)}],
  );
}

function say(noun: string, found: string, known: readonly string[]): string {
  return `Unexpected ${noun} ${JSON.stringify(found)}, expected one of ${known.toSorted().join(', ')}`;
}
