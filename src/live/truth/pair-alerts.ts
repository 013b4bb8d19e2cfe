import type {HeldAlert} from '../sources/alertmanager.server.ts';
import type {RuleReading} from '../sources/prometheus.server.ts';

type RuleAlert = RuleReading['alerts'][number];

/**
 * Which alert of Alertmanager each alert of Prometheus is. Alertmanager's labels are those of Prometheus and the external labels of whoever
 * sent it. What fires is looked for first: an alert with fewer labels that still waits must not take its place. An alert that Prometheus has
 * as pending may be held all the same, because another replica sent it, or because Prometheus was asked a moment earlier.
 */
export function pairAlerts(alerts: readonly RuleAlert[], held: readonly HeldAlert[]): ReadonlyMap<RuleAlert, HeldAlert> {
  const left = new Set(held);
  const find = finder(held, left);
  const pairs = new Map<RuleAlert, HeldAlert>();
  for (const state of ['firing', 'pending'] as const) {
    for (const alert of alerts) {
      const match = alert.state === state ? find(alert.labels) : undefined;
      if (match === undefined) continue;
      left.delete(match);
      pairs.set(alert, match);
    }
  }
  return pairs;
}

/** Finds the alert that has all of some labels and the fewest others. Alerts are sorted by the same label names once, not for each search. */
function finder(held: readonly HeldAlert[], left: ReadonlySet<HeldAlert>): (labels: HeldAlert['labels']) => HeldAlert | undefined {
  const all = held.toSorted((a, b) => Object.keys(a.labels).length - Object.keys(b.labels).length);
  const indexes = new Map<string, Map<string, HeldAlert[]>>();
  return (labels) => {
    const names = Object.keys(labels).toSorted();
    const key = (alert: HeldAlert['labels']): string => JSON.stringify(names.map((name) => alert[name]));
    const index = indexes.get(names.join()) ?? Map.groupBy(all, (alert) => key(alert.labels));
    indexes.set(names.join(), index);
    return index.get(key(labels))?.find((alert) => left.has(alert));
  };
}
