import type {HeldAlert} from '../sources/alertmanager.server.ts';
import {allowedLinks, plainText} from './plain.ts';
import type {AlertItem} from '../contract.ts';
import {contradicts, type AlertReadings, type Settings} from './judge-alert.ts';
import {pairAlerts} from './pair-alerts.ts';

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
 * silenced, and what comes from elsewhere. What Alertmanager holds fires, even where Prometheus still has it as pending.
 */
export function listAlerts({prometheus, alertmanager}: AlertReadings, options: Options): AlertList {
  const everywhere = alertmanager?.kind === 'read' ? alertmanager.value.alerts : [];
  const alerts = prometheus?.kind === 'read' ? prometheus.value.rules.flatMap((rule) => rule.alerts) : [];
  // An alert of another cluster is not one of ours, however alike.
  const pairs = pairAlerts(
    alerts,
    everywhere.filter(({labels}) => !contradicts(labels, options.watchdog.labels)),
  );
  const foreign = new Set<AlertItem>();
  const items = alerts.map((alert) => {
    const {labels, annotations, activeAt} = alert;
    const match = pairs.get(alert);
    return itemOf({labels, annotations, startsAt: activeAt, state: match === undefined ? alert.state : stateOf(match)}, options);
  });
  const paired = new Set(pairs.values());
  const held = everywhere.filter((alert) => !paired.has(alert));
  for (const alert of held) {
    const item = itemOf({...alert, state: stateOf(alert)}, options);
    items.push(item);
    if (contradicts(alert.labels, options.watchdog.labels)) foreign.add(item);
  }
  const sorted = items
    .filter(({alertname}) => alertname !== options.watchdog.alert)
    .toSorted((a, b) => order[a.state] - order[b.state] || compare(a.alertname, b.alertname) || compare(a.startsAt, b.startsAt));
  return {items: sorted, foreign};
}

function stateOf({state}: HeldAlert): AlertItem['state'] {
  return state === 'active' ? 'firing' : state;
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
