import type {Urgency} from '../catalog/contract.ts';
import type {RunbookFacts} from '../runbook/facts.ts';

/** What a runbook can be found by, and what a line about it shows, in one language. It is written into JSON as it is. */
export interface Findable {
  /** Path of the page below the site's root, such as `runbooks/pod-crash-looping`. */
  readonly slug: string;
  readonly title: string;
  readonly alerts: readonly string[];
  /** Old names of its alerts. */
  readonly aliases: readonly string[];
  readonly symptoms: readonly string[];
  readonly services: readonly {readonly name: string; readonly title: string}[];
  /** The most urgent of its alerts; undefined for a runbook without one. */
  readonly urgency?: Urgency | undefined;
}

export function findable({slug, title, alerts, aliases, symptoms, services, urgency}: RunbookFacts): Findable {
  return {slug, title, alerts: alerts.map(({name}) => name), aliases, symptoms, services, urgency};
}
