/** An update as it was appended. */
export interface LoggedUpdate {
  /** Grows with every append to any document and is never given twice. */
  readonly seq: number;
  readonly data: Uint8Array;
}

/** What the log holds of one document. */
export interface LoggedDocument {
  /** What the updates before `updates` came to. Undefined until the first compaction. */
  readonly state: Uint8Array | undefined;
  /** In the order in which they were appended. */
  readonly updates: readonly LoggedUpdate[];
  /** The last update that this answer includes; 0 for a document without any. */
  readonly upTo: number;
}

/** What is known of a board without reading it. `keyHash` is missing where nobody ever made a key for it. */
export type BoardEntry =
  {readonly kind: 'unknown'} | {readonly kind: 'known'; readonly keyHash?: string | undefined} | {readonly kind: 'gone'};

/** An update of a document: of a board, by its id, or of what one person has for themselves, by `<id>/own/<member>`. */
export interface Append {
  readonly name: string;
  readonly update: Uint8Array;
}

/**
 * Where boards are kept. It knows nothing of what an update means, so that another database can take its place. Every promise is fulfilled
 * only when what was asked for is on the disk, and rejected with a `LogError` when it is not.
 */
export interface BoardLog {
  /** @returns the number of the update. Rejects with `gone` for a document of a board that was removed. */
  readonly append: (name: string, update: Uint8Array) => Promise<number>;
  /** All of them or none, also after a crash in the middle. Rejects as `append` does, when one of them is refused. */
  readonly appendAll: (appends: readonly Append[]) => Promise<void>;
  /** Sees every append that was asked for before. Empty for a document that nobody has written to, and for one of a removed board. */
  readonly read: (name: string) => Promise<LoggedDocument>;
  /** The names of what people have for themselves on a board. */
  readonly ownNames: (id: string) => Promise<readonly string[]>;
  /**
   * Puts a state in the place of every update up to and including `upTo`, which must all be in it. A state that is older than the one
   * that is there is dropped: two compactions at once lose nothing.
   */
  readonly compact: (name: string, merged: {readonly state: Uint8Array; readonly upTo: number}) => Promise<void>;
  /** Takes an update that cannot be applied out of its document, and keeps it apart with the reason. */
  readonly setAside: (name: string, update: {readonly seq: number; readonly why: string}) => Promise<void>;
  readonly find: (id: string) => Promise<BoardEntry>;
  /**
   * Gives a board that nobody has written to its key and its first state, both or none. `taken` when it has another key, or contents and no
   * key; then, and when it `exists` with this key, nothing changes.
   */
  readonly create: (id: string, first: {readonly keyHash: string; readonly state: Uint8Array}) => Promise<Created>;
  /** Forgets everything of a board, people's own documents too, but that it was removed. It never comes back. Repeating it is harmless. */
  readonly remove: (id: string) => Promise<void>;
  /** Finishes what was begun. Nothing may be asked afterwards. */
  readonly close: () => Promise<void>;
}

export type Created = 'created' | 'exists' | 'taken' | 'gone';

/** `gone`: the board was removed. `full`: there is no room on the disk. `broken`: the log cannot be written or read. */
export type LogFault = 'gone' | 'full' | 'broken';

export class LogError extends Error {
  override readonly name = 'LogError';
  readonly fault: LogFault;

  constructor(fault: LogFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
