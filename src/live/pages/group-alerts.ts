import type {Urgency} from '../../catalog/contract.ts';
import type {AlertItem} from '../contract.ts';
import type {OnCallPageFacts} from '../facts.ts';

/** Alerts of the same services, the most urgent first. */
export interface AlertGroup {
  /** Titles of the services; empty for alerts that speak of none. */
  readonly services: readonly string[];
  readonly items: readonly AlertItem[];
}

/** A page cannot carry the schemas that know this too. */
const order: Readonly<Record<Urgency, number>> = {page: 0, ticket: 1, note: 2};

type Facts = Pick<OnCallPageFacts, 'about' | 'services' | 'severities'>;

/**
 * Groups alerts by service: the one that the alert's own label names, or else those that the catalog names. The group with the most urgent
 * alert comes first, alerts without a service last. A severity that `data/severity.yaml` does not know may be anything, and comes first.
 */
export function groupAlerts(items: readonly AlertItem[], facts: Facts): AlertGroup[] {
  const rank = ({severity}: AlertItem): number =>
    Object.hasOwn(facts.severities, severity) ? order[facts.severities[severity] ?? 'page'] : 0;
  const sorted = items.toSorted((a, b) => rank(a) - rank(b) || compare(a.alertname, b.alertname) || compare(a.startsAt, b.startsAt));
  const groups = Map.groupBy(sorted, (item) => servicesOf(item, facts).join('\n'));
  return [...groups]
    .map(([key, members]) => ({services: key === '' ? [] : key.split('\n'), items: members}))
    .toSorted(
      (a, b) =>
        Number(a.services.length === 0) - Number(b.services.length === 0) ||
        Math.min(...a.items.map(rank)) - Math.min(...b.items.map(rank)) ||
        compare(a.services.join(), b.services.join()),
    );
}

function servicesOf({alertname, labels}: AlertItem, {about, services}: Facts): string[] {
  const label = labels['service'];
  const names = label !== undefined && label !== '' ? [label] : Object.hasOwn(about, alertname) ? (about[alertname] ?? []) : [];
  return names.map((name) => (Object.hasOwn(services, name) ? (services[name] ?? name) : name));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
