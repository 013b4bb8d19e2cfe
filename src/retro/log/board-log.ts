/** An update as it was appended. */
export interface LoggedUpdate {
  /** Grows with every append to any board and is never given twice. */
  readonly seq: number;
  readonly data: Uint8Array;
}

/** What the log holds of one board. */
export interface LoggedBoard {
  /** What the updates before `updates` came to. Undefined until the first compaction. */
  readonly state: Uint8Array | undefined;
  /** In the order in which they were appended. */
  readonly updates: readonly LoggedUpdate[];
  /** The last update that this answer includes; 0 for a board without any. */
  readonly upTo: number;
}

/** What is known of a board without reading it. `keyHash` is missing where nobody ever made a key for it. */
export type BoardEntry =
  {readonly kind: 'unknown'} | {readonly kind: 'known'; readonly keyHash?: string | undefined} | {readonly kind: 'gone'};

/**
 * Where boards are kept. It knows nothing of what an update means, so that another database can take its place. Every promise is fulfilled
 * only when what was asked for is on the disk, and rejected with a `LogError` when it is not.
 */
export interface BoardLog {
  /** @returns the number of the update. Rejects with `gone` for a board that was removed. */
  readonly append: (id: string, update: Uint8Array) => Promise<number>;
  /** Empty for a board that nobody has written to, and for one that was removed. */
  readonly read: (id: string) => Promise<LoggedBoard>;
  /**
   * Puts a state in the place of every update up to and including `upTo`, which must all be in it. A state that is older than the one
   * that is there is dropped: two compactions at once lose nothing.
   */
  readonly compact: (id: string, merged: {readonly state: Uint8Array; readonly upTo: number}) => Promise<void>;
  /** Takes an update that cannot be applied out of the board, and keeps it apart with the reason. */
  readonly setAside: (id: string, update: {readonly seq: number; readonly why: string}) => Promise<void>;
  readonly find: (id: string) => Promise<BoardEntry>;
  /** Gives a board that nobody has written to its key. `taken` when it has another key, or contents and no key. */
  readonly create: (id: string, keyHash: string) => Promise<'created' | 'exists' | 'taken' | 'gone'>;
  /** Forgets everything of a board but that it was removed. It never comes back. Repeating it is harmless. */
  readonly remove: (id: string) => Promise<void>;
  /** Finishes what was begun. Nothing may be asked afterwards. */
  readonly close: () => Promise<void>;
}

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
