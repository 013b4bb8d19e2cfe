import {field} from '../content.ts';
import type {CatalogRule} from '../rule.ts';

/** An alert that asks something of a person has a runbook that says what. */
export const alertNeedsRunbook: CatalogRule = {
  id: 'alert-needs-runbook',
  check: ({pages, catalog}) => {
    if (catalog === undefined) return [];
    const runbooks = pages.filter(({frontMatter}) => field(frontMatter, 'kind') === 'runbook');
    const covered = new Set(runbooks.flatMap(({frontMatter}) => field(frontMatter, 'alerts')));
    return [...catalog.alerts.values()]
      .filter(({name, urgency}) => urgency !== 'note' && !covered.has(name))
      .flatMap(({name, urgency, rules: [rule]}) => {
        const what = urgency === 'page' ? 'wakes somebody' : 'opens a ticket';
        return rule === undefined
          ? []
          : [
              {
                ...rule.place,
                message: `Unexpected alert ${name} that ${what} without a runbook, expected a page of kind runbook with alerts: [${name}]`,
              },
            ];
      });
  },
};
