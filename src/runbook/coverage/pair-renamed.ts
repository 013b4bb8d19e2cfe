import {nearest} from '../../search/near.ts';
import {seriesIn} from './series-in.ts';
import type {PageFact, RuleFact} from './contract.ts';

interface Orphan {
  readonly page: PageFact;
  /** The alerts it is written for that no rule has. */
  readonly gone: readonly string[];
}

interface Sides {
  readonly orphans: readonly Orphan[];
  /** Every name there is, so that it is known which words are rare. */
  readonly names: readonly string[];
  /** Every page: a series that many pages speak of tells none of them from the others. */
  readonly pages: readonly PageFact[];
}

/** What the expression adds to the likeness of names when the page speaks of all of its series. */
const byExpression = 0.4;
/** Below this a pair is a guess. Names that say the same in other words reach it alone; names that share little need the expression too. */
const least = 0.7;

/**
 * Alerts without a page paired with pages without an alert, where both are likely the same under another name: from the names, and from the series
 * of the expression that the page speaks of. Each is in one pair at most.
 */
export function pairRenamed(
  missing: ReadonlyMap<string, readonly RuleFact[]>,
  {orphans, names, pages}: Sides,
): {readonly alert: string; readonly runbook: string}[] {
  const candidates = [...missing].flatMap(([alert, rules]) => {
    const likeness = new Map(nearest(alert, names, {most: Infinity}).map(({name, score}) => [name, score]));
    const series = [...new Set(rules.flatMap(({expr}) => seriesIn(expr)))].filter((name) => isTelling(name, pages));
    return orphans.map(({page, gone}) => {
      const spoken = series.filter((name) => page.text.includes(name)).length / Math.max(1, series.length);
      const score = Math.max(0, ...gone.map((name) => likeness.get(name) ?? 0)) + byExpression * spoken;
      return {alert, page, score};
    });
  });
  const alerts = new Set<string>();
  const taken = new Set<PageFact>();
  const pairs: {alert: string; runbook: string}[] = [];
  for (const {alert, page, score} of candidates.toSorted((a, b) => b.score - a.score)) {
    if (score < least || alerts.has(alert) || taken.has(page)) continue;
    alerts.add(alert);
    taken.add(page);
    pairs.push({alert, runbook: page.runbook});
  }
  return pairs;
}

function isTelling(series: string, pages: readonly PageFact[]): boolean {
  return pages.filter(({text}) => text.includes(series)).length <= Math.max(1, pages.length / 20);
}
