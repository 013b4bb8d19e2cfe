import type {Place} from '../../catalog/model.ts';

/** What coverage asks of one alerting rule, wherever it was read. */
export interface RuleFact {
  readonly alert: string;
  /** The `severity` label; empty when there is none. */
  readonly severity: string;
  readonly expr: string;
  /** Its `runbook_url`. */
  readonly url: string | undefined;
  readonly place: Place;
}

/** What coverage asks of one runbook, wherever it was read. */
export interface PageFact {
  /** What it is called in the report: the slug of a page of this handbook, the file's name in lower case elsewhere. */
  readonly runbook: string;
  readonly file: string;
  /** The path behind `/runbooks/` by which an address finds it, in lower case and without an ending. */
  readonly path: string;
  /** Alerts that it is written for. Empty for a runbook without an alert, which is no orphan. */
  readonly alerts: readonly string[];
  /** Further names that lead to it. */
  readonly aliases: readonly string[];
  /** What stands on it, to look for names of series. */
  readonly text: string;
}

/** A rule that carries a link. */
export interface Linked {
  readonly alert: string;
  readonly severity: string;
  readonly url: string;
  readonly file: string;
  readonly line: number;
}

export interface Missing {
  readonly alert: string;
  /** The most urgent of its rules. */
  readonly severity: string;
  /** What somebody who looks this name up is offered instead, best first. */
  readonly near: readonly string[];
}

export interface Orphaned {
  readonly runbook: string;
  readonly file: string;
  /** The alerts it is written for that no rule has. */
  readonly alerts: readonly string[];
}

/** Alerts and runbooks, held against each other both ways. Each list has the most urgent first. */
export interface Coverage {
  /** One for each rule whose link leads to a page. */
  readonly covered: readonly (Linked & {readonly runbook: string})[];
  /** One for each rule whose link leads nowhere; `runbook` is the page that the alert has all the same. */
  readonly dead: readonly (Linked & {readonly runbook?: string})[];
  /** One for each alert name without a page. */
  readonly missing: readonly Missing[];
  readonly orphaned: readonly Orphaned[];
  /** Pairs of the two above that look like one alert under a new name. */
  readonly renamed: readonly {readonly alert: string; readonly runbook: string}[];
  /** Links with a `?` behind the `#`: a browser keeps it in the fragment, and no label arrives. */
  readonly misplacedQuery: readonly Linked[];
  /** Rules without a link. */
  readonly unlinked: readonly Omit<Linked, 'url'>[];
}
