import type {Catalog} from '../../catalog/model.ts';
import {words} from '../../page/words.ts';
import {field} from '../content.ts';
import type {Remark} from '../finding.ts';
import {isPostmortem} from '../postmortems.ts';
import type {Page} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';
import {literalProp, wordsOf} from '../words.ts';

/** Props of words that name something of `data/`, and what they may name. */
const named: Readonly<Record<string, (catalog: Catalog) => Iterable<string>>> = {
  service: ({services}) => services.keys(),
  slo: ({slos}) => slos.keys(),
  query: ({queries}) => queries.keys(),
  provider: ({live}) => live.providers.map(({name}) => name),
  team: ({live}) => live.oncall.map(({team}) => team),
};
const nouns: Readonly<Record<string, string>> = {slo: 'SLO', team: 'on-call team'};

/**
 * A word that shows the state of something names a thing that `data/` knows: a service, an SLO, a query, a provider, a team's calendar. So does a
 * postmortem of the services that were hurt.
 */
export const serviceExists: CatalogRule = {
  id: 'service-exists',
  isLocal: true,
  check: ({pages, catalog}) => {
    if (catalog === undefined) return [];
    const ofWords = pages.flatMap(({file, tree}) =>
      wordsOf(tree).flatMap(({name, node, line, column}) =>
        Object.entries(named).flatMap(([prop, list]) => {
          const value = prop in (words[name]?.shape ?? {}) ? literalProp(node, prop) : undefined;
          if (value === undefined) return [];
          const known = [...list(catalog)].toSorted();
          if (known.includes(value)) return [];
          const message = `Unexpected ${nouns[prop] ?? prop} ${JSON.stringify(value)} in <${name}>, expected ${oneOf(known)}`;
          return [{file, line, column, message}];
        }),
      ),
    );
    return [...ofWords, ...pages.flatMap((page) => ofPostmortem(page, [...catalog.services.keys()].toSorted()))];
  },
};

function oneOf(known: readonly string[]): string {
  return known.length === 0 ? 'one that data/ declares; there is none yet' : `one of ${known.join(', ')}`;
}

/** The services that a postmortem says were hurt. */
function ofPostmortem(page: Page, known: readonly string[]): Remark[] {
  const {frontMatter} = page;
  const services = isPostmortem(page) ? field(frontMatter, 'services') : undefined;
  if (frontMatter === undefined || !Array.isArray(services)) return [];
  return services.flatMap((service: unknown, n) =>
    typeof service !== 'string' || known.includes(service)
      ? []
      : [{...frontMatter.place(['services', n]), message: `Unexpected service ${JSON.stringify(service)}, expected ${oneOf(known)}`}],
  );
}
