import type {Turn} from '../truth/ledger.ts';

interface Options {
  /** Whether nobody asks for an id, so that nothing asks its source. */
  readonly isIdle: (id: string) => boolean;
  readonly tell: (turn: {readonly id: string; readonly from: string; readonly state: string | undefined}) => void;
}

/** Tells the changes of state that are news. What nobody asks for grows old by itself and comes back when it is asked for: neither is a fault. */
export class TurnLog {
  readonly #options: Options;
  /** The state in which an id was when it was last asked for. */
  readonly #known = new Map<string, string | undefined>();

  constructor(options: Options) {
    this.#options = options;
  }

  note(turned: readonly Turn[]): void {
    const {isIdle, tell} = this.#options;
    for (const {id, from: before, to} of turned) {
      if (isIdle(id)) continue;
      const from = this.#known.get(id) ?? before;
      this.#known.set(id, to);
      if (from !== undefined && from !== to) tell({id, from, state: to});
    }
  }
}
