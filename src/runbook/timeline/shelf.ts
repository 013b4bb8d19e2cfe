import type {Entry, IncidentRecord} from './contract.ts';

/** What the storage of a browser keeps, as one transaction sees it. */
export interface Records {
  incidents(): Promise<readonly IncidentRecord[]>;
  /** The entries of an incident, in no order. */
  entries(incident: string): Promise<readonly Entry[]>;
  /** The incident that holds this entry. */
  holderOf(entry: string): Promise<string | undefined>;
  putIncident(incident: IncidentRecord): Promise<void>;
  addEntry(entry: Entry, incident: string): Promise<void>;
}

/** A place for records. What `write` does is done as a whole, after all that was written before and before all that comes later, in every tab. */
export interface Shelf {
  read<T>(work: (records: Records) => Promise<T>): Promise<T>;
  write<T>(work: (records: Records) => Promise<T>): Promise<T>;
  end(): void;
}

/** Lives as long as the tab. */
export function openMemoryShelf(): Shelf {
  const incidents = new Map<string, IncidentRecord>();
  const entries = new Map<string, {readonly entry: Entry; readonly incident: string}>();
  const records: Records = {
    incidents: async () => [...incidents.values()],
    entries: async (wanted) => [...entries.values()].flatMap(({entry, incident}) => (incident === wanted ? [entry] : [])),
    holderOf: async (id) => entries.get(id)?.incident,
    putIncident: async (incident) => void incidents.set(incident.id, incident),
    addEntry: async (entry, incident) => void entries.set(entry.id, {entry, incident}),
  };
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (records: Records) => Promise<T>): Promise<T> => {
    const done = before.then(() => work(records));
    before = done.catch(() => undefined);
    return done;
  };
  return {read: inTurn, write: inTurn, end: () => undefined};
}
