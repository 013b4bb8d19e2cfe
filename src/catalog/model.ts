import type {Entity, EntityKind, OpenSlo, Site, Urgency} from './contract.ts';
import type {LiveConfig} from './live-contract.ts';
import type {Published} from './published.ts';
import type {NamedQuery} from './queries.ts';
import type {Text} from './shapes.ts';

/** Where a fact was written, so that a slip about it can point there. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type EntityOf<K extends EntityKind> = Extract<Entity, {kind: K}>;

/** One alerting rule, with what `data/` says around it. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly keepFiringFor: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly group: string;
  readonly place: Place;
  /** Of its `runbook_url`; of its annotations, or the rule, when it has none. */
  readonly linkPlace: Place;
}

/** All rules of one alert name: an alert is the worst of them. */
export interface Alert {
  readonly name: string;
  readonly rules: readonly AlertRule[];
  /** The most urgent of its rules. */
  readonly urgency: Urgency;
  /** The values of the `severity` label, most urgent first. */
  readonly severities: readonly string[];
  /** Components that the alert speaks about. */
  readonly services: readonly string[];
}

export interface Team {
  readonly name: string;
  readonly title: Text;
  readonly channel: string | undefined;
  readonly members: readonly string[];
  /** Of its members. */
  readonly place: Place;
}

export interface Service {
  readonly name: string;
  readonly title: Text;
  readonly description: Text | undefined;
  readonly owner: string;
  readonly system: string | undefined;
  readonly level: string | undefined;
  readonly dependsOn: readonly string[];
  readonly alerts: readonly string[];
}

/** `data/`, read once, checked and joined. Every name that one part uses of another exists. */
export interface Catalog {
  readonly site: Site;
  readonly severities: Readonly<Record<string, Urgency>>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly systems: ReadonlyMap<string, {readonly name: string; readonly title: Text; readonly owner: string}>;
  readonly services: ReadonlyMap<string, Service>;
  readonly resources: ReadonlyMap<string, {readonly name: string; readonly title: Text; readonly owner: string}>;
  readonly alerts: ReadonlyMap<string, Alert>;
  readonly slos: ReadonlyMap<string, OpenSlo>;
  readonly live: LiveConfig;
  /** Every figure that may be asked for, by `<name>` or `<name>:<value of each parameter>`. */
  readonly queries: ReadonlyMap<string, NamedQuery>;
  /** Every address of an alert that was ever given out. */
  readonly published: Published;
}
