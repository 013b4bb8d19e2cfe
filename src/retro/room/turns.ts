/** One thing after the other on each board, and boards apart from each other. */
export interface Turns {
  /** Acts when everything that was to be done on this board before is over, well or not. */
  readonly take: <T>(board: string, act: () => Promise<T>) => Promise<T>;
  /** Fulfilled when nothing is being done on a board. Undefined when nothing is. */
  readonly over: (board: string) => Promise<void> | undefined;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    take: async (board, act) => {
      const before = last.get(board);
      const {promise: over, resolve: end} = Promise.withResolvers<void>();
      last.set(board, over);
      try {
        await before;
        return await act();
      } finally {
        if (last.get(board) === over) last.delete(board);
        end();
      }
    },
    over: (board) => last.get(board),
  };
}
