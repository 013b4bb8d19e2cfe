/** What can be set off. The id is its address at the switch, the key is what to press in the terminal. */
export const incidents = [
  {
    id: 'pod-crash-looping',
    key: '1',
    title: 'A pod of the lending API crash-loops',
    watch: 'alert KubePodCrashLooping: pending, then firing; its labels fill the commands of the runbook',
    look: '/r/KubePodCrashLooping?namespace=prod&pod=lending-api-5d8f7c9b6-x2x7k&container=app',
  },
  {
    id: 'site-down',
    key: '2',
    title: 'The site of Dogu Share is down',
    watch: 'alert BlackboxProbeFailed: pending, then firing; the Web front on /status',
    look: '/r/BlackboxProbeFailed?instance=https%3A%2F%2Fshare.reiji.example%2F&job=blackbox-http',
  },
  {
    id: 'volume-filling',
    key: '3',
    title: 'A volume of the lending database fills up',
    watch: 'alert KubePersistentVolumeFillingUp: pending, then firing',
    look: '/r/KubePersistentVolumeFillingUp?namespace=prod&persistentvolumeclaim=data-lending-db-0',
  },
  {
    id: 'scrape-breaks',
    key: '4',
    title: 'The exporters answer Prometheus with errors',
    watch: 'every alert turns unknown, and what was firing does not turn green',
    look: '/oncall',
  },
  {
    id: 'alertmanager-dies',
    key: '5',
    title: 'Alertmanager dies',
    watch: 'every alert turns unknown: nobody can tell who would be told',
    look: '/oncall',
  },
  {
    id: 'requests-fail',
    key: '6',
    title: 'Half of the requests to the lending API fail',
    watch: 'the share of server errors, and the error budget that burns',
    look: '/status',
  },
  {
    id: 'providers-down',
    key: '7',
    title: 'Every provider says that it is down',
    watch: 'the word of each provider; where a probe of ours stands beside it, the two disagree',
    look: '/status',
  },
] as const;
export type IncidentId = (typeof incidents)[number]['id'];

/** What mends everything, at the switch and in the terminal. */
export const allWell = {id: 'all-well', key: '0'} as const;

/** From when until when an incident lasted, in seconds since the epoch; open while it lasts. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Which incidents are going on, and which have been. */
export class Situation {
  readonly #spans: {readonly id: IncidentId; readonly from: number; to: number}[] = [];
  readonly #listeners: ((id: IncidentId | typeof allWell.id) => void)[] = [];
  readonly #now: () => number;

  constructor(now: () => number = () => Date.now() / 1000) {
    this.#now = now;
  }

  /** Incidents that are going on, in the order in which they began. */
  get active(): readonly IncidentId[] {
    return this.#spans.filter(({to}) => to === Infinity).map(({id}) => id);
  }

  has(id: IncidentId): boolean {
    return this.active.includes(id);
  }

  spans(id: IncidentId): readonly Span[] {
    return this.#spans.filter((span) => span.id === id);
  }

  /** Sets one off, or mends all. To set off what is going on already changes nothing. */
  set(id: IncidentId | typeof allWell.id): void {
    if (id === allWell.id) for (const span of this.#spans) span.to = Math.min(span.to, this.#now());
    else if (!this.has(id)) this.#spans.push({id, from: this.#now(), to: Infinity});
    for (const listener of this.#listeners) listener(id);
  }

  onSet(listener: (id: IncidentId | typeof allWell.id) => void): void {
    this.#listeners.push(listener);
  }
}

/** Finds an incident, or what mends all, by id or key. */
export function incidentOf(word: string): IncidentId | typeof allWell.id | undefined {
  return [...incidents, allWell].find(({id, key}) => id === word || key === word)?.id;
}
