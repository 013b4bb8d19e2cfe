import type {SyntaxNode} from '@lezer/common';
import {parser} from '@prometheus-io/lezer-promql';
import {milliseconds} from '../../catalog/duration.ts';
import type {Existence} from './existence.server.ts';
import type {Need} from './needs.ts';
import {narrowed} from './selector.ts';

/** A rule as it is served in this round. */
export interface Served {
  /** Which rule it is, from round to round. */
  readonly key: string;
  readonly query: string;
  /** Labels that the rule itself sets. */
  readonly labels: Readonly<Record<string, string>>;
  readonly selectors: readonly Need[];
  /** The labels of the alerts that fire now. */
  readonly firing: readonly Readonly<Record<string, string>>[];
}

interface Fired {
  /** The series that were there while it fired. */
  readonly held: readonly Need[];
  readonly ranges: readonly Need[];
  /** When it was last seen firing, and the start of the source at that time. */
  readonly at: number;
  readonly startedAt: number | undefined;
}

/** How long an alert that has ceased is doubted while the series that fired are gone. As long as Prometheus itself would show a last sample. */
const doubtMs = 300_000;
/** Alerts of one rule whose series are remembered. */
const mostAlerts = 10;
/** By a longer value nothing is narrowed: it would fill the address of the question. */
const longestValue = 256;
/** A window that is longer than this is not waited for. */
const longestRangeMs = 3_600_000;

/**
 * Remembers what the alerts that fire stand on. An alert ends when its condition is over, and just so when the series that fired is gone while
 * others of its kind go on: an exporter that stops telling of the one thing that is broken looks like health. So what was there while it fired
 * must still be there when it has ceased; and after a restart of the source its windows must have filled again.
 */
export class FiredSeries {
  readonly #fired = new Map<string, Fired>();
  readonly #now: () => number;

  constructor(now = (): number => performance.now()) {
    this.#now = now;
  }

  /** What to look for in this round. */
  asks(rules: readonly Served[], startedAt: number | undefined): Need[] {
    return rules.flatMap((rule) => (rule.firing.length > 0 ? seriesOf(rule) : this.#doubts(rule.key, startedAt)));
  }

  /** Takes what was found, and gives what is gone of what a rule stood on while it fired. */
  settle(rules: readonly Served[], {existence, startedAt}: {existence: Existence; startedAt: number | undefined}): Map<string, string[]> {
    const gone = new Map<string, string[]>();
    const isThere = ({expr}: Need): boolean => existence.asked.has(expr) && !existence.missing.has(expr);
    for (const rule of rules) {
      if (rule.firing.length > 0) {
        const before = this.#fired.get(rule.key)?.held ?? [];
        const held = seriesOf(rule).filter((need) => isThere(need) || before.some(({expr}) => expr === need.expr));
        this.#fired.set(rule.key, {held, ranges: rangesOf(rule.query), at: this.#now(), startedAt});
        continue;
      }
      const missing = this.#doubts(rule.key, startedAt).filter((need) => !isThere(need));
      if (missing.length === 0) this.#fired.delete(rule.key);
      else
        gone.set(
          rule.key,
          missing.map(({expr}) => expr),
        );
    }
    const served = new Set(rules.map(({key}) => key));
    for (const key of this.#fired.keys()) if (!served.has(key)) this.#fired.delete(key);
    return gone;
  }

  #doubts(key: string, startedAt: number | undefined): readonly Need[] {
    const fired = this.#fired.get(key);
    if (fired === undefined) return [];
    const restarted = fired.startedAt !== startedAt;
    const age = this.#now() - fired.at;
    return [...(age < doubtMs ? fired.held : []), ...(restarted && age < longestRangeMs ? fired.ranges : [])];
  }
}

/** The selectors of a rule, narrowed to the series of each alert by the labels that come from them. */
function seriesOf({labels, selectors, firing}: Served): Need[] {
  const needs = new Map<string, Need>();
  for (const alert of firing.slice(0, mostAlerts)) {
    const own = Object.entries(alert).flatMap(([name, value]) =>
      name === 'alertname' || Object.hasOwn(labels, name) || value.length > longestValue ? [] : [`${name}=${JSON.stringify(value)}`],
    );
    for (const selector of selectors) {
      const expr = narrowed(selector.expr, own);
      needs.set(expr, {...selector, expr});
    }
  }
  return [...needs.values()];
}

/** For each window of an expression, its selector as it was when the window began. */
function rangesOf(query: string): Need[] {
  const needs: Need[] = [];
  parser.parse(query).iterate({
    enter: ({node}) => {
      if (node.name !== 'MatrixSelector') return;
      const selector = node.getChild('VectorSelector');
      const length = milliseconds(query.slice(selector?.to ?? node.from, node.to));
      if (selector === null || length === 0) return;
      const text = query.slice(selector.from, selector.to);
      needs.push({
        expr: text + windowOf(node, query),
        ask: `${text} offset ${Math.min(length, longestRangeMs)}ms`,
        metrics: [],
        isSelector: false,
      });
    },
  });
  return needs;
}

function windowOf(node: SyntaxNode, query: string): string {
  return query.slice(node.getChild('VectorSelector')?.to ?? node.from, node.to);
}
