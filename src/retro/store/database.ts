/** Some browsers neither answer nor refuse. Longer than any that works, shorter than the patience of a reader. */
const patience = 4000;

/** What can be asked within one transaction. Answers are checked where they are used: an older handbook may have written them. */
export interface Records {
  readonly get: <T>(store: string, key: IDBValidKey) => Promise<T | undefined>;
  readonly all: <T>(store: string) => Promise<T[]>;
  readonly allOf: <T>(store: string, index: string, key: IDBValidKey) => Promise<T[]>;
  readonly count: (store: string, index: string, key: IDBValidKey) => Promise<number>;
  readonly put: (store: string, value: unknown) => Promise<void>;
  readonly remove: (store: string, key: IDBValidKey) => Promise<void>;
  readonly clear: (store: string, index: string, range: IDBKeyRange) => Promise<void>;
}

/** A database of the browser. Every piece of work is one transaction: all of it is on the disk when its promise resolves, or nothing of it. */
export interface Database {
  readonly read: <T>(work: (records: Records) => Promise<T>) => Promise<T>;
  readonly write: <T>(work: (records: Records) => Promise<T>) => Promise<T>;
}

export function openDatabase(options: {
  readonly name: string;
  readonly version: number;
  readonly shape: (db: IDBDatabase) => void;
}): Database {
  let opened: Promise<IDBDatabase> | undefined;
  const open = (): Promise<IDBDatabase> => {
    const opening = (opened ??= connect(options, () => (opened = undefined)));
    // What failed once may work later: there may be space again.
    opening.catch(() => {
      if (opened === opening) opened = undefined;
    });
    return opening;
  };
  // Strict: flushed to the disk when it is done, so that a laptop whose battery ends in the next instant has it too.
  const start = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    const db = await open();
    return db.transaction([...db.objectStoreNames], mode, {durability: 'strict'});
  };
  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    try {
      return await start(mode);
    } catch {
      // A browser that was put away may have dropped the connection without a word.
      opened = undefined;
      return start(mode);
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
  return {read: (work) => within('readonly', work), write: (work) => within('readwrite', work)};
}

async function connect(
  {name, version, shape}: {readonly name: string; readonly version: number; readonly shape: (db: IDBDatabase) => void},
  lost: () => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.addEventListener('upgradeneeded', () => shape(request.result));
  const db = await answered(request);
  // A newer handbook in another tab wants another shape: let it, rather than block it.
  db.addEventListener('versionchange', () => {
    db.close();
    lost();
  });
  db.addEventListener('close', lost);
  return db;
}

function abort(transaction: IDBTransaction | undefined): void {
  try {
    transaction?.abort();
  } catch {
    // It has ended already.
  }
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
  const store = (name: string): IDBObjectStore => transaction.objectStore(name);
  return {
    get: (name, key) => answered(store(name).get(key)),
    all: (name) => answered(store(name).getAll()),
    allOf: (name, index, key) => answered(store(name).index(index).getAll(key)),
    count: (name, index, key) => answered(store(name).index(index).count(key)),
    put: async (name, value) => void (await answered(store(name).put(value))),
    remove: async (name, key) => answered(store(name).delete(key)),
    clear: async (name, index, range) => {
      const keys = await answered(store(name).index(index).getAllKeys(range));
      await Promise.all(keys.map((key) => answered(store(name).delete(key))));
    },
  };
}
