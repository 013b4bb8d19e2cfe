import type {HeldAlert} from '../sources/alertmanager.server.ts';
import {allowedLinks, plainText} from './plain.ts';
import type {AlertItem} from '../contract.ts';
import {contradicts, type AlertReadings, type Settings} from './judge-alert.ts';

interface Options {
  readonly runbooks: ReadonlyMap<string, {readonly slug: string; readonly labels: readonly string[]}>;
  /** Fires always, and is therefore no news. Its labels say which cluster is ours. */
  readonly watchdog: Settings['watchdog'];
  /** Whether readers may see a label of an alert. */
  readonly showsLabel: (alertname: string, label: string) => boolean;
  readonly linkHosts: readonly string[];
}

const order: Readonly<Record<AlertItem['state'], number>> = {firing: 0, silenced: 1, inhibited: 2, pending: 3};

/** The list, and which of it are of another cluster: no alert of ours answers for those. */
export interface AlertList {
  readonly items: readonly AlertItem[];
  readonly foreign: ReadonlySet<AlertItem>;
}

interface Raw {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly state: AlertItem['state'];
}

/**
 * Every alert that fires or is about to, firing ones first. Prometheus says which and since when; Alertmanager which of them somebody
 * silenced, and what comes from elsewhere.
 */
export function listAlerts({prometheus, alertmanager}: AlertReadings, options: Options): AlertList {
  const held = new Set(alertmanager?.kind === 'read' ? alertmanager.value.alerts : []);
  const find = finder(held);
  const items: AlertItem[] = [];
  const foreign = new Set<AlertItem>();
  for (const rule of prometheus?.kind === 'read' ? prometheus.value.rules : []) {
    for (const {state, labels, annotations, activeAt} of rule.alerts) {
      // Alertmanager's labels are these and the external labels of the Prometheus that sent them.
      const match = find(labels);
      if (match !== undefined) held.delete(match);
      const kept = match === undefined || match.state === 'active' ? state : match.state;
      items.push(itemOf({labels, annotations, startsAt: activeAt, state: kept}, options));
    }
  }
  for (const alert of held) {
    const item = itemOf({...alert, state: alert.state === 'active' ? 'firing' : alert.state}, options);
    items.push(item);
    if (contradicts(alert.labels, options.watchdog.labels)) foreign.add(item);
  }
  const sorted = items
    .filter(({alertname}) => alertname !== options.watchdog.alert)
    .toSorted((a, b) => order[a.state] - order[b.state] || compare(a.alertname, b.alertname) || compare(a.startsAt, b.startsAt));
  return {items: sorted, foreign};
}

/** Finds the alert that has all of some labels, whatever others it has. Alerts are sorted by the same label names once, not for each search. */
function finder(held: ReadonlySet<HeldAlert>): (labels: HeldAlert['labels']) => HeldAlert | undefined {
  const all = [...held];
  const indexes = new Map<string, Map<string, HeldAlert[]>>();
  return (labels) => {
    const names = Object.keys(labels).toSorted();
    const key = (alert: HeldAlert['labels']): string => JSON.stringify(names.map((name) => alert[name]));
    const index = indexes.get(names.join()) ?? Map.groupBy(all, (alert) => key(alert.labels));
    indexes.set(names.join(), index);
    return index.get(key(labels))?.find((alert) => held.has(alert));
  };
}

/** Everything that comes from outside becomes plain text here, and what is not listed stays behind. */
function itemOf({labels, annotations, startsAt, state}: Raw, {runbooks, showsLabel, linkHosts}: Options): AlertItem {
  const alertname = plainText(labels['alertname'] ?? '');
  const runbook = runbooks.get(alertname);
  const shown = Object.entries(labels).filter(([label]) => showsLabel(alertname, label));
  const summary = annotations['summary'] ?? annotations['message'] ?? annotations['description'];
  return {
    alertname,
    severity: plainText(labels['severity'] ?? ''),
    startsAt: new Date(startsAt).toISOString(),
    labels: Object.fromEntries(shown.map(([label, value]) => [label, plainText(value)])),
    state,
    summary: summary === undefined ? null : plainText(summary, 500),
    links: allowedLinks(annotations, linkHosts),
    runbook: runbook === undefined ? null : `/${runbook.slug}`,
    href: runbook === undefined ? null : runbookHref(alertname, {labels, names: runbook.labels}),
  };
}

/** The permanent address of an alert's runbook, with the labels that its commands use. */
function runbookHref(alertname: string, {labels, names}: {labels: Readonly<Record<string, string>>; names: readonly string[]}): string {
  const query = new URLSearchParams(
    names.flatMap((name) => (labels[name] === undefined || labels[name].length > 500 ? [] : [[name, labels[name]]])),
  );
  return `/r/${encodeURIComponent(alertname)}${query.size > 0 ? `?${query}` : ''}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
