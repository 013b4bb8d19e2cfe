import type {Entry, Incident} from './contract.ts';
import {addReport, beginIncident, closeIncidents, mergeIncident, readIncident, readTimeline, resumeIncident} from './incidents.ts';
import type {Report, Timeline} from './incidents.ts';
import {openMemoryShelf, type Records, type Shelf} from './shelf.ts';

export interface Store {
  /** Whether what was written outlives the tab. False from the first time that the browser's storage failed. */
  isLasting(): boolean;
  read(): Promise<Timeline>;
  readIncident(id: string): Promise<Incident | undefined>;
  /** Resolves when it is written; with undefined when the report was not taken, see `addReport`. */
  add(report: Report): Promise<readonly Entry[] | undefined>;
  begin(report: Report): Promise<unknown>;
  close(): Promise<void>;
  resume(id: string): Promise<void>;
  merge(incident: Incident): Promise<{added: number; known: number}>;
  end(): void;
}

interface Options {
  readonly shelf: Shelf;
  /** Called when another tab has written. */
  readonly changed: () => void;
  readonly now?: () => number;
}

const channelName = 'handbook-timeline';

/** The timeline of this browser, over a place that may fail. When it does, what is known is kept in memory, and nothing is lost but its lasting. */
export function openStore({shelf, changed, now = Date.now}: Options): Store {
  let latest: Timeline = {running: undefined, past: []};
  let memory: Shelf | undefined;
  const channel = openChannel(changed);

  const attempt = async <T>(how: 'read' | 'write', work: (records: Records) => Promise<T>): Promise<T> => {
    if (memory === undefined) {
      try {
        return await shelf[how](work);
      } catch {
        memory ??= remember(latest);
      }
    }
    return memory[how](work);
  };
  const write = async <T>(work: (records: Records) => Promise<T>): Promise<T> => {
    const result = await attempt('write', work);
    channel?.postMessage('');
    return result;
  };

  return {
    isLasting: () => memory === undefined,
    read: async () => (latest = await attempt('read', (records) => readTimeline(records, now()))),
    readIncident: (id) => attempt('read', (records) => readIncident(records, id)),
    add: (report) => write((records) => addReport(records, report, now())),
    begin: (report) =>
      write(async (records) => {
        await beginIncident(records, report, now());
        await addReport(records, report, now());
      }),
    close: () => write((records) => closeIncidents(records, now())),
    resume: (id) => write((records) => resumeIncident(records, id, now())),
    merge: (incident) => write((records) => mergeIncident(records, incident, now())),
    end: () => {
      channel?.close();
      shelf.end();
    },
  };
}

/** A shelf in memory that begins with what was last read. */
function remember({running, past}: Timeline): Shelf {
  const shelf = openMemoryShelf();
  void shelf.write(async (records) => {
    for (const {id, startedAt, title, closedAt} of [...past, ...(running === undefined ? [] : [running])])
      await records.putIncident({id, startedAt, title, ...(closedAt !== undefined && {closedAt})});
    for (const entry of running?.entries ?? []) await records.addEntry(entry, running?.id ?? '');
  });
  return shelf;
}

function openChannel(changed: () => void): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', changed);
    return channel;
  } catch {
    // An old browser, or a file: the other tabs see it when they are looked at again.
    return undefined;
  }
}
