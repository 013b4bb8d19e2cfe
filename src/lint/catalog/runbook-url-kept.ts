import type {Place} from '../../catalog/model.ts';
import {field} from '../content.ts';
import type {Remark} from '../finding.ts';
import {bare} from '../remark/runbook-front-matter.ts';
import type {Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/** What the rule asks for lies here. */
const list = 'data/published-alerts.yaml';

/** An address that alerts in the world link to leads somewhere for ever: to a runbook, or to the reason why there is none any more. */
export const runbookUrlKept: CatalogRule = {
  id: 'runbook-url-kept',
  check: (repository, {today}) => {
    const {catalog} = repository;
    if (catalog === undefined) return [];
    const {alerts, tombstones} = catalog.published;
    const addresses = addressesOf(repository);
    const answered = setOf(addresses);
    const listed = setOf(alerts);
    const buried = setOf(tombstones);
    const is = (names: ReadonlySet<string>, {name}: Named): boolean => names.has(name.toLowerCase());
    return [
      ...alerts
        .filter((one) => !is(answered, one) && !is(buried, one))
        .map(({name, place}) => ({
          ...place,
          message: `Unexpected published address /r/${name} that leads nowhere, expected ${name} among the alerts or aliases of a runbook, or a tombstone with its reason`,
        })),
      ...addresses
        // A name that cannot be an address is the concern of runbook-front-matter.
        .filter((one) => !is(listed, one) && bare.test(one.name))
        .map(({name, place}): Remark => {
          const line = `- { name: ${name}, since: ${today.toISOString().slice(0, 10)} }`;
          return {
            ...place,
            message: `Unexpected address /r/${name} that ${list} does not keep, expected the line "${line}" under its alerts`,
          };
        }),
      ...tombstones
        .filter((one) => is(answered, one))
        .map(({name, place}) => ({...place, message: `Unexpected tombstone of ${name}, which has a runbook, expected one of the two`})),
    ];
  },
};

interface Named {
  readonly name: string;
}

/** The names below `/r/` that runbooks answer, where they are written. Other languages have the same. */
function addressesOf({pages, languages}: Repository): (Named & {readonly place: Place})[] {
  return pages.flatMap(({frontMatter, language}) => {
    if (frontMatter === undefined || language !== languages[0] || field(frontMatter, 'kind') !== 'runbook') return [];
    return ['alerts', 'aliases'].flatMap((key) => {
      const names = field(frontMatter, key);
      return (Array.isArray(names) ? names : []).flatMap((name: unknown, i) =>
        typeof name === 'string' ? [{name, place: frontMatter.place([key, i])}] : [],
      );
    });
  });
}

function setOf(named: readonly Named[]): ReadonlySet<string> {
  return new Set(named.map(({name}) => name.toLowerCase()));
}
