import {field} from '../content.ts';
import type {Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/** Whoever owns something can be away: a team that owns a page or a service has two members at least. */
export const ownerBusFactor: CatalogRule = {
  id: 'owner-bus-factor',
  check: (repository) =>
    [...(repository.catalog?.teams.values() ?? [])].flatMap(({name, members, place}) => {
      const count = new Set(members).size;
      const owned = ownedBy(name, repository);
      if (count >= 2 || owned.length === 0) return [];
      const who = count === 0 ? 'without members' : `with ${count} member`;
      const message = `Unexpected team ${JSON.stringify(name)} ${who} that owns ${owned.join(' and ')}; expected at least two members`;
      return [{...place, message}];
    }),
};

/** In words, such as `3 pages` and `the service shop`. */
function ownedBy(team: string, {catalog, pages, languages}: Repository): string[] {
  const own = pages.filter(({frontMatter, language}) => language === languages[0] && field(frontMatter, 'owner') === team).length;
  const services = [...(catalog?.services.values() ?? [])].filter(({owner}) => owner === team).map(({name}) => name);
  return [
    ...(own === 0 ? [] : [`${own} ${own === 1 ? 'page' : 'pages'}`]),
    ...(services.length === 0 ? [] : [`the ${services.length === 1 ? 'service' : 'services'} ${services.join(' and ')}`]),
  ];
}
