import {openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction} from 'idb';
import type {Entry, IncidentRecord} from './contract.ts';
import type {Records, Shelf} from './shelf.ts';

interface Schema extends DBSchema {
  incidents: {key: string; value: IncidentRecord};
  /** A record an entry: two tabs that write at once lose nothing of each other. */
  entries: {key: string; value: {readonly id: string; readonly incident: string; readonly entry: Entry}; indexes: {incident: string}};
}
type Stores = ('incidents' | 'entries')[];
const stores: Stores = ['incidents', 'entries'];
/** Some browsers neither open nor refuse. Longer than any that works, shorter than the patience of a reader. */
const patience = 4000;

/** The browser's own storage. Every call rejects where it cannot be had: a private window, no space left, a file in some browsers. */
export function openIndexedDb(name = 'handbook-timeline'): Shelf {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const open = (): Promise<IDBPDatabase<Schema>> => (opened ??= openInTime(name, () => (opened = undefined)));
  const begin = async <T>(start: (db: IDBPDatabase<Schema>) => T): Promise<T> => {
    try {
      return start(await open());
    } catch {
      // A phone that was put away may have dropped the connection without a word.
      opened = undefined;
      return start(await open());
    }
  };
  return {
    read: async (work) => {
      const transaction = await begin((db) => db.transaction(stores));
      const [result] = await Promise.all([work(recordsOf(transaction)), transaction.done]);
      return result;
    },
    write: async (work) => {
      // Strict: flushed to the disk when it is done, so that a phone whose battery ends in the next instant has it too.
      const transaction = await begin((db) => db.transaction(stores, 'readwrite', {durability: 'strict'}));
      try {
        const [result] = await Promise.all([work(recordsOf(transaction)), transaction.done]);
        return result;
      } catch (error) {
        // Half a piece of work must not be kept by the commit that follows when nothing more is asked.
        abort(transaction);
        throw error;
      }
    },
    end: () => void opened?.then((db) => db.close()).catch(() => undefined),
  };
}

function abort(transaction: IDBPTransaction<Schema, Stores, 'readwrite'>): void {
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

function openInTime(name: string, lost: () => void): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('no answer from the storage')), patience);
    openDB<Schema>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('incidents', {keyPath: 'id'});
        db.createObjectStore('entries', {keyPath: 'id'}).createIndex('incident', 'incident');
      },
      // A newer handbook in another tab wants another shape: let it, rather than block it.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    })
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
}

function recordsOf(transaction: IDBPTransaction<Schema, Stores, 'readonly' | 'readwrite'>): Records {
  const incidents = transaction.objectStore('incidents');
  const entries = transaction.objectStore('entries');
  return {
    incidents: () => incidents.getAll(),
    entries: async (incident) => (await entries.index('incident').getAll(incident)).map(({entry}) => entry),
    holderOf: async (id) => (await entries.get(id))?.incident,
    putIncident: async (incident) => void (await incidents.put?.(incident)),
    addEntry: async (entry, incident) => void (await entries.put?.({id: entry.id, incident, entry})),
  };
}
