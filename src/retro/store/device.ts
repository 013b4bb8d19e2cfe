import type {Language} from '../../catalog/contract.ts';

/** What this browser knows of a board without opening it. */
export interface KeptBoard {
  readonly id: string;
  /** `gone`: it was deleted. Nothing else is left of it, so that an old tab does not bring it back. */
  readonly life: 'alone' | 'shared' | 'gone';
  /** The facilitator's key. */
  readonly key?: string | undefined;
  /** Who the server said the person at this browser is on this board. */
  readonly member?: string | undefined;
  readonly agenda: string;
  readonly lang: Language;
  readonly date: string;
  readonly phase: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

/** A document by its name, and the whole of it as one Yjs update. */
export type Whole = readonly [name: string, state: Uint8Array];

/**
 * Where a browser keeps its boards. Documents are rows of updates that are only added to: two tabs that write at once lose nothing of each
 * other. A promise resolves when it is on the disk, and rejects where nothing can be kept: a private window, no space left, no answer.
 */
export interface Device {
  readonly boards: () => Promise<readonly KeptBoard[]>;
  readonly board: (id: string) => Promise<KeptBoard | undefined>;
  /** Changes what is known of a board; one that is not known, or gone, stays so. */
  readonly change: (id: string, fields: Partial<KeptBoard>) => Promise<void>;
  /** Puts a board here with the whole of its documents; what these had before is gone. */
  readonly put: (board: KeptBoard, wholes: readonly Whole[]) => Promise<void>;
  /** A document as one update. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  /** Adds to a document; does not, and says so, when its board is not here or gone. */
  readonly append: (name: string, update: Uint8Array) => Promise<'kept' | 'unknown' | 'gone'>;
  /** Forgets a board; `isGone` for good. */
  readonly forget: (id: string, options: {readonly isGone: boolean}) => Promise<void>;
  readonly drop: (name: string) => Promise<void>;
}

/** In which the drafts and votes of a person are kept: before the server has said who they are, under no name. */
export function ownName(id: string, member = ''): string {
  return `${id}/own/${member}`;
}

export function boardOfName(name: string): string {
  return name.split('/', 1)[0] ?? '';
}
