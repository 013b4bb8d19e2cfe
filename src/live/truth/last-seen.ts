import type {AlertItem} from '../contract.ts';
import type {AlertList} from './alerts.ts';
import type {Verdict} from './checks.ts';

/** How long an alert that nobody can vouch for any more is remembered, milliseconds. */
const remembersMs = 3_600_000;

/** An alert that is no longer in the list, and when it was; by the gateway's clock. */
export interface SeenItem {
  readonly item: AlertItem;
  readonly seenAt: number;
}

interface Settled {
  readonly list: AlertList;
  /** When the sources gave this list. */
  readonly heardAt: number;
  /** What an alert of the list rests on: the verdict on its name, or on the whole list where nobody promised to watch it. */
  readonly verdictOf: (item: AlertItem, isForeign: boolean) => Verdict | undefined;
  readonly now: number;
}

type Memory = ReadonlyMap<string, SeenItem & {readonly isForeign: boolean}>;

/**
 * Remembers the alerts that were in the list. When the data behind an alert break, it leaves Prometheus and then Alertmanager as if it had been
 * mended; whoever reads still needs its name and its runbook. It is forgotten as soon as somebody vouches for a list without it.
 */
export class LastSeen {
  #seen: Memory = new Map();

  /** What is in the list no more, and of which nobody can say that it has ended. */
  settle({list: {items, foreign}, heardAt, verdictOf, now}: Settled): SeenItem[] {
    const present = new Map(items.map((item) => [keyOf(item), {item, isForeign: foreign.has(item), seenAt: heardAt}]));
    const named = Map.groupBy(items, ({alertname}) => alertname);
    const gone: Memory = new Map(
      [...this.#seen].filter(([key, {item, isForeign, seenAt}]) => {
        if (present.has(key) || now - seenAt > remembersMs) return false;
        if ((verdictOf(item, isForeign)?.state ?? 'unknown') !== 'unknown') return false;
        return !named.get(item.alertname)?.some((other) => hasAll(other.labels, item.labels));
      }),
    );
    this.#seen = new Map([...present, ...gone]);
    return [...gone.values()].map(({item, seenAt}) => ({item, seenAt}));
  }
}

function keyOf({alertname, labels}: AlertItem): string {
  return JSON.stringify([alertname, Object.entries(labels).toSorted(([a], [b]) => a.localeCompare(b))]);
}

/** The same alert, with the labels that its Prometheus adds on the way to Alertmanager. */
function hasAll(labels: AlertItem['labels'], some: AlertItem['labels']): boolean {
  return Object.entries(some).every(([name, value]) => labels[name] === value);
}
