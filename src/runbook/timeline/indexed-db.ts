import type {Entry, IncidentRecord} from './contract.ts';
import type {Records, Shelf} from './shelf.ts';

/** A record an entry: two tabs that write at once lose nothing of each other. */
interface Kept {
  readonly id: string;
  readonly incident: string;
  readonly entry: Entry;
}
const stores = ['incidents', 'entries'];
/** Some browsers neither answer nor refuse. Longer than any that works, shorter than the patience of a reader. */
const patience = 4000;

/**
 * The browser's own storage. Every call rejects where it cannot be had: a private window, no space left, a file in some browsers. Asked by hand:
 * the library `idb` weighed more (1.1 KB gzip) than all that stands here, in a page that may weigh 30.
 */
export function openIndexedDb(name = 'handbook-timeline'): Shelf {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => (opened ??= openDatabase(name, () => (opened = undefined)));
  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    // Strict: flushed to the disk when it is done, so that a phone whose battery ends in the next instant has it too.
    const start = async (): Promise<IDBTransaction> => (await open()).transaction(stores, mode, {durability: 'strict'});
    try {
      return await start();
    } catch {
      // A phone that was put away may have dropped the connection without a word.
      opened = undefined;
      return start();
    }
  };
  const within = async <T>(mode: IDBTransactionMode, work: (records: Records) => Promise<T>): Promise<T> => {
    let transaction: IDBTransaction | undefined;
    let isLate = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no answer from the storage')), patience);
    });
    const run = async (): Promise<T> => {
      transaction = await begin(mode);
      // By now somebody else does the work.
      if (isLate) throw new Error('opened too late');
      const [result] = await Promise.all([work(recordsOf(transaction)), ended(transaction)]);
      return result;
    };
    try {
      return await Promise.race([run(), late]);
    } catch (error) {
      isLate = true;
      // Half a piece of work must not be kept by the commit that follows when nothing more is asked.
      abort(transaction);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    read: (work) => within('readonly', work),
    write: (work) => within('readwrite', work),
    end: () => void opened?.then((db) => db.close()).catch(() => undefined),
  };
}

function abort(transaction: IDBTransaction | undefined): void {
  try {
    transaction?.abort();
  } catch {
    // It has ended already.
  }
}

async function openDatabase(name: string, lost: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('incidents', {keyPath: 'id'});
    request.result.createObjectStore('entries', {keyPath: 'id'}).createIndex('incident', 'incident');
  });
  const db = await answered(request);
  // A newer handbook in another tab wants another shape: let it, rather than block it.
  db.addEventListener('versionchange', () => {
    db.close();
    lost();
  });
  db.addEventListener('close', lost);
  return db;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer from the storage')));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('nothing was written')));
  });
}

function recordsOf(transaction: IDBTransaction): Records {
  const incidents = transaction.objectStore('incidents');
  const entries = transaction.objectStore('entries');
  // What is read back is checked where it is used: an older handbook may have written it.
  return {
    incidents: () => answered(incidents.getAll() as IDBRequest<IncidentRecord[]>),
    entries: async (incident) => (await answered(entries.index('incident').getAll(incident) as IDBRequest<Kept[]>)).map(({entry}) => entry),
    holderOf: async (id) => (await answered(entries.get(id) as IDBRequest<Kept | undefined>))?.incident,
    putIncident: async (incident) => void (await answered(incidents.put(incident))),
    addEntry: async (entry, incident) => void (await answered(entries.put({id: entry.id, incident, entry} satisfies Kept))),
  };
}
