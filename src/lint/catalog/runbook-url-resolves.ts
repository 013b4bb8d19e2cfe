import type {AlertRule, Catalog} from '../../catalog/model.ts';
import type {PageFact} from '../../runbook/coverage/contract.ts';
import {hasMisplacedQuery, resolver, type Resolver} from '../../runbook/coverage/link.ts';
import {field} from '../content.ts';
import type {Remark} from '../finding.ts';
import type {Repository} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/** The link that an alert carries opens the runbook of this alert, with its labels in the query. */
export const runbookUrlResolves: CatalogRule = {
  id: 'runbook-url-resolves',
  check: (repository) => {
    const {catalog} = repository;
    if (catalog === undefined) return [];
    const pages = resolver(factsOf(repository));
    return [...catalog.alerts.values()].flatMap(({rules}) =>
      rules.flatMap((rule) => {
        const url = rule.annotations['runbook_url'];
        return url === undefined ? [] : remarksOn(url, {rule, catalog, pages}).map((remark) => ({...rule.linkPlace, ...remark}));
      }),
    );
  },
};

interface Around {
  readonly rule: AlertRule;
  readonly catalog: Catalog;
  readonly pages: Resolver;
}

type Said = Pick<Remark, 'message' | 'severity'>;

function remarksOn(url: string, {rule: {alert}, catalog, pages}: Around): Said[] {
  const site = new URL(catalog.site.url);
  const own = `${site.origin}${site.pathname.replace(/\/$/, '')}/r/${alert}`;
  const found = `runbook_url ${JSON.stringify(url)}`;
  // The templates of Prometheus stand only in the query, and are no part of what is looked up.
  const link = URL.canParse(url) ? new URL(url) : undefined;
  if (link === undefined || !/^https?:$/.test(link.protocol))
    return [{message: `Unexpected ${found}, expected an absolute address such as ${own}`}];
  if (hasMisplacedQuery(url))
    return [{message: `Unexpected query behind the # of ${found}, expected it before: a browser sends no label from there`}];
  if (link.host !== site.host)
    return [{message: `Unexpected runbook_url on ${link.host}, expected the runbook here: ${own}`, severity: 'warning'}];

  const page = isRunbookPath(link.pathname, site.pathname) ? pages.byUrl(url) : undefined;
  const mine = pages.byName(alert);
  if (page === undefined) {
    // An alert that asks something of a person and has no page at all is the concern of alert-needs-runbook.
    if (mine === undefined && isAsking(alert, catalog) && isRunbookPath(link.pathname, site.pathname)) return [];
    const expected = mine === undefined ? 'the name of an alert, or of a page, that exists' : own;
    return [{message: `Unexpected ${found} that leads nowhere, expected ${expected}`}];
  }
  // A page may serve an alert that it does not list; the address of another alert is a slip of whoever copied the rule.
  if (page !== mine && /\/r(?:\/|$)/.test(link.pathname))
    return [{message: `Unexpected ${found} of ${alert} that opens ${page.runbook}, which is for ${say(page)}; expected ${own}`}];
  return [];
}

function isRunbookPath(path: string, base: string): boolean {
  const prefix = base.replace(/\/$/, '');
  return path.startsWith(`${prefix}/`) && /^(?:\/[a-z]{2})?\/(?:r|runbooks)(?:\/|$)/i.test(path.slice(prefix.length));
}

function isAsking(alert: string, {alerts}: Catalog): boolean {
  return alerts.get(alert)?.urgency !== 'note';
}

function say({alerts}: PageFact): string {
  return alerts.length === 0 ? 'no alert' : alerts.join(' and ');
}

/** The runbooks, in the first language: alerts and paths are the same in all. */
function factsOf({pages, languages}: Repository): PageFact[] {
  return pages.flatMap(({name, file, text, language, frontMatter}) => {
    if (language !== languages[0] || field(frontMatter, 'kind') !== 'runbook') return [];
    const runbook = name.replace(/\.mdx?$/, '');
    const names = (key: string): string[] => {
      const list = field(frontMatter, key);
      return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
    };
    const path = runbook.replace(/^runbooks\//, '').toLowerCase();
    return [{runbook, file, path, alerts: names('alerts'), aliases: names('aliases'), text}];
  });
}
