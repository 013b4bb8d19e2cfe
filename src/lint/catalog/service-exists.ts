import type {Catalog} from '../../catalog/model.ts';
import {words} from '../../page/words.ts';
import {field} from '../content.ts';
import type {Remark} from '../finding.ts';
import {isPostmortem} from '../postmortems.ts';
import type {Page, Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';
import {literalProp, wordsOf} from '../words.ts';

type Known = Pick<Repository, 'registers' | 'glossary'> & {readonly catalog: Catalog};

/** Props of words that name something of `data/`, and what they may name; undefined where that has slips of its own. */
const named: Readonly<Record<string, (known: Known) => Iterable<string> | undefined>> = {
  service: ({catalog}) => catalog.services.keys(),
  slo: ({catalog}) => catalog.slos.keys(),
  query: ({catalog}) => catalog.queries.keys(),
  provider: ({catalog}) => catalog.live.providers.map(({name}) => name),
  team: ({catalog}) => catalog.live.oncall.map(({team}) => team),
  agenda: ({registers}) => registers?.agendas.map(({value}) => value.id),
};
/** The same, of props whose name says less. */
const ofWord: Readonly<Record<string, typeof named>> = {Term: {id: ({glossary}) => glossary?.value.terms.map(({id}) => id)}};
const nouns: Readonly<Record<string, string>> = {slo: 'SLO', team: 'on-call team', id: 'term'};

/**
 * A word that shows the state of something names a thing that `data/` knows: a service, an SLO, a query, a provider, a team's calendar. So does a
 * postmortem of the services that were hurt.
 */
export const serviceExists: CatalogRule = {
  id: 'service-exists',
  isLocal: true,
  check: ({pages, catalog, registers, glossary}) => {
    if (catalog === undefined) return [];
    const known = {catalog, registers, glossary};
    const ofWords = pages.flatMap(({file, tree}) =>
      wordsOf(tree).flatMap(({name, node, line, column}) =>
        Object.entries({...named, ...ofWord[name]}).flatMap(([prop, list]) => {
          const value = prop in (words[name]?.shape ?? {}) ? literalProp(node, prop) : undefined;
          const names = value === undefined ? undefined : sorted(list(known));
          if (value === undefined || names === undefined || names.includes(value)) return [];
          const expected = oneOf(names);
          const message = `Unexpected ${nouns[prop] ?? prop} ${JSON.stringify(value)} in <${name}>, expected ${expected}`;
          return [{file, line, column, message}];
        }),
      ),
    );
    return [...ofWords, ...pages.flatMap((page) => ofPostmortem(page, [...catalog.services.keys()].toSorted()))];
  },
};

function sorted(names: Iterable<string> | undefined): string[] | undefined {
  return names && [...names].toSorted();
}

/** So many names help to find the right one; a glossary has more. */
const mostNames = 24;

function oneOf(known: readonly string[]): string {
  if (known.length === 0) return 'one that data/ declares; there is none yet';
  const some = known.slice(0, mostNames).join(', ');
  return known.length > mostNames ? `one of ${some}, … (${known.length})` : `one of ${some}`;
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
