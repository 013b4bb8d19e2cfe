import {nearest} from '../../search/near.ts';
import type {Coverage, Linked, Missing, Orphaned, PageFact, RuleFact} from './contract.ts';
import {hasMisplacedQuery, resolver} from './link.ts';
import {pairRenamed} from './pair-renamed.ts';
import {bySeverity, mostSevere} from './severity.ts';

/** Holds rules and runbooks against each other, both ways. Names and paths are compared in any case of letters. */
export function findCoverage(rules: readonly RuleFact[], pages: readonly PageFact[]): Coverage {
  const {byUrl, byName} = resolver(pages);
  const linked = rules.flatMap((rule) => (rule.url === undefined ? [] : [{rule, link: linkOf(rule, rule.url), page: byUrl(rule.url)}]));
  const reached = new Set(linked.flatMap(({page}) => page ?? []));
  const answered = new Set(linked.filter(({page}) => page !== undefined).map(({rule}) => rule.alert));
  const covered = linked.flatMap(({link, page}) => (page === undefined ? [] : [{...link, runbook: page.runbook}]));
  const dead = linked.flatMap(({link, page}) => {
    const own = byName(link.alert)?.runbook;
    return page !== undefined ? [] : [{...link, ...(own !== undefined && {runbook: own})}];
  });

  const names = pages.flatMap(({alerts, aliases}) => [...alerts, ...aliases]);
  const byAlert = Map.groupBy(rules, ({alert}) => alert);
  const unanswered = [...byAlert].filter(([alert]) => byName(alert) === undefined && !answered.has(alert));
  const missing: Missing[] = unanswered.map(([alert, same]) => ({
    alert,
    severity: mostSevere(same.map(({severity}) => severity)),
    near: nearest(alert, names).map(({name}) => name),
  }));

  const known = new Set([...byAlert.keys()].map((alert) => alert.toLowerCase()));
  const orphans = pages.flatMap((page) => {
    const gone = page.alerts.filter((alert) => !known.has(alert.toLowerCase()));
    return gone.length === 0 || (gone.length === page.alerts.length && reached.has(page)) ? [] : [{page, gone}];
  });
  const orphaned: Orphaned[] = orphans.map(({page, gone}) => ({runbook: page.runbook, file: page.file, alerts: gone}));

  return {
    covered: covered.toSorted(bySeverity),
    dead: dead.toSorted(bySeverity),
    missing: missing.toSorted(bySeverity),
    orphaned: orphaned.toSorted((a, b) => (a.runbook < b.runbook ? -1 : 1)),
    renamed: pairRenamed(new Map(unanswered), {orphans, names: [...names, ...byAlert.keys()], pages}),
    misplacedQuery: linked.flatMap(({link}) => (hasMisplacedQuery(link.url) ? [link] : [])).toSorted(bySeverity),
    unlinked: rules
      .filter(({url}) => url === undefined)
      .map(({alert, severity, place: {file, line}}) => ({alert, severity, file, line}))
      .toSorted(bySeverity),
  };
}

function linkOf({alert, severity, place: {file, line}}: RuleFact, url: string): Linked {
  return {alert, severity, url, file, line};
}
