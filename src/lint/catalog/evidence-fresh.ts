import type {Catalog} from '../../catalog/model.ts';
import type {Evidence} from '../../runbook/evidence/contract.ts';
import {proofOf} from '../../runbook/evidence/pages.server.ts';
import {trustOf, type Trust} from '../../runbook/evidence/trust.ts';
import {field} from '../content.ts';
import type {Page} from '../repository.ts';
import type {CatalogRule} from '../rule.ts';

/** What a use has shown of a runbook that wakes somebody still holds: it worked, as it is written now, and not long ago. */
export const evidenceFresh: CatalogRule = {
  id: 'evidence-fresh',
  check: ({pages, languages, catalog, evidence}, {today}) => {
    if (catalog === undefined || evidence === undefined || evidence.length === 0) return [];
    const uses = Map.groupBy(evidence, ({page}) => page);
    return pages.flatMap((page) => {
      const {frontMatter, language} = page;
      const own = uses.get(slugOf(page));
      if (own === undefined || frontMatter === undefined || language !== languages[0] || page.isBroken || !isPaging(page, catalog))
        return [];
      const found = say(trustNow(page, {uses: own, catalog, now: today.getTime()}));
      return found === undefined ? [] : [{...frontMatter.place(['alerts']), message: `Unexpected ${found}`}];
    });
  },
};

function slugOf({name}: Page): string {
  return name.replace(/\.mdx?$/, '');
}

function alertsOf({frontMatter}: Page): string[] {
  const alerts = field(frontMatter, 'alerts');
  return Array.isArray(alerts) ? alerts.filter((name) => typeof name === 'string') : [];
}

function isPaging(page: Page, {alerts}: Catalog): boolean {
  return field(page.frontMatter, 'kind') === 'runbook' && alertsOf(page).some((name) => alerts.get(name)?.urgency === 'page');
}

function trustNow(page: Page, {uses, catalog, now}: {uses: readonly Evidence[]; catalog: Catalog; now: number}): Trust {
  const {file, text} = page;
  const proof = proofOf({page: slugOf(page), file, text, alerts: alertsOf(page), aliases: []}, catalog);
  return trustOf(uses, {...proof, urgency: 'page', now});
}

/** Undefined while there is nothing to do: a page that nobody has used says so itself, and its first use is no matter of time. */
function say(trust: Trust): string | undefined {
  const again = 'a use since then: run a drill, then npm run evidence';
  switch (trust.kind) {
    case 'stale':
      return `runbook that last worked on ${dayOf(trust.at)}, more than ${trust.staleAfterDays} days ago, expected ${again}`;
    case 'changed': {
      const what = trust.changed.map((part) => (part === 'steps' ? 'steps' : 'alert rules')).join(' and ');
      return `${what} other than those that worked on ${dayOf(trust.at)}, expected ${again}`;
    }
    case 'failed':
      return `runbook that failed on ${dayOf(trust.at)}, expected it mended, and ${again}`;
    case 'adapted':
      return `runbook that worked only with changes on ${dayOf(trust.at)}, expected them on the page, and ${again}`;
    default:
      return undefined;
  }
}

function dayOf(at: string): string {
  return at.slice(0, 10);
}
