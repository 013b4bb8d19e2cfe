import {field} from '../content.ts';
import type {CatalogRule} from '../rule.ts';
import {words} from '../../page/words.ts';
import {literalProp, wordsOf} from '../words.ts';

/** An alert that a page names is an alert of data/alerts: a page for an alert that no rule sends is never opened. */
export const runbookAlertExists: CatalogRule = {
  id: 'runbook-alert-exists',
  isLocal: true,
  check: ({pages, catalog}) => {
    if (catalog === undefined) return [];
    const known = [...catalog.alerts.keys()].toSorted().join(', ');
    const say = (name: string): string => `Unexpected alert ${JSON.stringify(name)}, expected one of ${known}`;
    return pages.flatMap(({file, tree, frontMatter}) => {
      const alerts = field(frontMatter, 'alerts');
      const named = (Array.isArray(alerts) ? alerts : []).flatMap((name: unknown, i) =>
        frontMatter === undefined || typeof name !== 'string' || catalog.alerts.has(name)
          ? []
          : [{...frontMatter.place(['alerts', i]), message: say(name)}],
      );
      const shown = wordsOf(tree).flatMap(({name, node, line, column}) => {
        const alert = 'alert' in (words[name]?.shape ?? {}) ? literalProp(node, 'alert') : undefined;
        return alert === undefined || catalog.alerts.has(alert) ? [] : [{file, line, column, message: say(alert)}];
      });
      return [...named, ...shown];
    });
  },
};
