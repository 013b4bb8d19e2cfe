import type {CatalogRule} from '../rule.ts';
import {words} from '../../page/words.ts';
import {literalProp, wordsOf} from '../words.ts';

/** A word that speaks of a service speaks of a component of data/catalog. */
export const serviceExists: CatalogRule = {
  id: 'service-exists',
  isLocal: true,
  check: ({pages, catalog}) => {
    if (catalog === undefined) return [];
    const known = [...catalog.services.keys()].toSorted().join(', ');
    return pages.flatMap(({file, tree}) =>
      wordsOf(tree).flatMap(({name, node, line, column}) => {
        const service = 'service' in (words[name]?.shape ?? {}) ? literalProp(node, 'service') : undefined;
        if (service === undefined || catalog.services.has(service)) return [];
        return [{file, line, column, message: `Unexpected service ${JSON.stringify(service)} in <${name}>, expected one of ${known}`}];
      }),
    );
  },
};
