import {field} from '../content.ts';
import type {CatalogRule} from '../rule.ts';

/** Who owns a page, and whom a runbook escalates to, is a team or a role of data/catalog. */
export const ownerExists: CatalogRule = {
  id: 'owner-exists',
  check: ({pages, catalog}) => {
    if (catalog === undefined) return [];
    const teams = [...catalog.teams.keys()];
    const roles = [...catalog.teams.values()].flatMap(({members}) => members.map((member) => `@${member}`));
    const look = [
      {name: 'owner', known: teams, noun: 'team'},
      {name: 'escalate_to', known: [...teams, ...roles], noun: 'team or role'},
    ];
    return pages.flatMap(({frontMatter}) =>
      look.flatMap(({name, known, noun}) => {
        const value = field(frontMatter, name);
        if (frontMatter === undefined || typeof value !== 'string' || known.includes(value)) return [];
        const message = `Unexpected ${noun} ${JSON.stringify(value)}, expected one of ${known.toSorted().join(', ')}`;
        return [{...frontMatter.place([name]), message}];
      }),
    );
  },
};
