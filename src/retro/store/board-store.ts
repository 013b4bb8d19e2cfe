import type {Board, Card, Column, Commitment, Outcome} from '../board/shapes.ts';
import type {AskRefusal, Presence} from '../board/wire.ts';

/** Where everything that this tab has of the board is kept. `nowhere`: what was written last would be gone with this tab. */
export type Saved = 'server' | 'device' | 'nowhere';

export type BoardView =
  | {readonly kind: 'loading'}
  /** It was deleted: on the server, or in this browser. */
  | {readonly kind: 'gone'}
  /** Neither this browser nor the server knows it. `isServerThere` is false when the server did not answer: it may know. */
  | {readonly kind: 'unknown'; readonly isServerThere: boolean}
  /** It is there and cannot be opened; the server's log says why. */
  | {readonly kind: 'damaged'}
  | OpenBoard;

export interface OpenBoard {
  readonly kind: 'open';
  readonly id: string;
  /** `alone`: it is in this browser only, and nobody else can come. */
  readonly life: 'alone' | 'shared';
  readonly saved: Saved;
  /** Of a shared board: whether the server hears us. While it does not, `retryAt` is when it is tried again, in milliseconds since 1970. */
  readonly connection: {readonly isThere: boolean; readonly retryAt?: number | undefined};
  readonly board: Board;
  readonly me: Me;
  /** Everybody on the board, this tab's person first, one entry a person. */
  readonly people: readonly Presence[];
  /** Add it to this tab's clock to have the clock of whoever holds the board, milliseconds. */
  readonly clockOffset: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Why the board did not do what was last asked of it; gone with the next thing that it does. */
  readonly refused?: AskRefusal | undefined;
  /** Words of this tab that the board could not take, because it was closed or they were too many: to be copied elsewhere. */
  readonly leftOver: readonly string[];
}

export interface Me {
  /** Empty until the server has said it. */
  readonly member: string;
  readonly name: string;
  readonly isLeader: boolean;
  readonly hasKey: boolean;
  /** Before they are shown, nobody else has them. After that they are those that came too late. */
  readonly drafts: readonly Card[];
  readonly votes: ReadonlyMap<string, number>;
}

/** A board in this tab. What is written appears at once; whether it is kept is in the view. */
export interface BoardStore {
  /** The same object until something has changed. */
  readonly view: () => BoardView;
  readonly subscribe: (changed: () => void) => () => void;

  /** In a box of writing a draft, otherwise a card that all see. Returns its id. */
  readonly addCard: (column: Column, text: string) => string;
  /** A card or a draft, wherever it is by now. */
  readonly writeCard: (id: string, text: string) => void;
  readonly removeCard: (id: string) => void;
  readonly moveCard: (id: string, to: {readonly column: Column; readonly before?: string | undefined}) => void;
  readonly groupCard: (id: string, head: string | undefined) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Brings drafts that came too late to the board, where all see them. */
  readonly handIn: (drafts: readonly string[]) => void;

  readonly vote: (card: string, count: number) => void;
  readonly commitTo: (card: string, commitment: Partial<Commitment> | undefined) => void;
  readonly decideLastTry: (
    id: string,
    fields: {readonly outcome?: Outcome; readonly learned?: string; readonly nextCheck?: string},
  ) => void;
  readonly addNote: (text: string) => void;
  readonly removeNote: (id: string) => void;

  readonly setName: (name: string) => void;
  readonly setDone: (isDone: boolean) => void;
  /** The card that this person is writing in, for the others to see. */
  readonly setEditing: (card: string | undefined) => void;

  /** Asks for another box; its minutes begin to run. Refused to whoever does not lead: see `refused`. */
  readonly goTo: (phase: string) => void;
  readonly setTimer: (minutes: number | undefined) => void;
  readonly passOn: (member: string) => void;
  readonly takeLead: () => void;
  readonly close: () => void;

  /** Takes a board that was begun alone to the server. Resolves when the server has all of it; rejects with an `Error` whose message is one of `ShareFault`. */
  readonly share: () => Promise<void>;
  /** Deletes it for good, on the server and in this browser. Rejects likewise. */
  readonly remove: () => Promise<void>;
  /** The facilitator's key, where this browser has it. */
  readonly key: () => string | undefined;

  /** The whole board and nothing of anybody's own, as a file that `importBoard` reads. */
  readonly exportFile: () => Uint8Array<ArrayBuffer>;
  readonly end: () => void;
}

/** `no-server`: nobody answered. `refused`: it does not take boards from us. `too-large`: more than a board may have. `gone`: it was deleted there. `taken`: its id is another board's. */
export type ShareFault = 'no-server' | 'refused' | 'too-large' | 'gone' | 'taken';
