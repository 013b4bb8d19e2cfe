import {AskError, type Reading} from './ask.server.ts';

interface Options<T> {
  readonly read: (signal: AbortSignal) => Promise<T>;
  /** Milliseconds between the ends of two rounds; asked anew after each. */
  readonly every: () => number;
  readonly heard: (reading: Reading<T>) => void;
  /** A failure that is not the source's but ours. */
  readonly bug: (error: unknown) => void;
}

/**
 * Asks one source again and again until stopped. There is one poller for each source, however many people read.
 * @returns a function that stops it.
 */
export function poll<T>({read, every, heard, bug}: Options<T>): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const round = async (): Promise<void> => {
    try {
      const value = await read(stopped.signal);
      if (!stopped.signal.aborted) heard({kind: 'read', at: Date.now(), value});
    } catch (error) {
      if (stopped.signal.aborted) return;
      const known = error instanceof AskError;
      if (!known) bug(error);
      heard({
        kind: 'failed',
        at: Date.now(),
        reason: known ? error.reason : 'parse',
        detail: known ? error.message : 'an error of the handbook itself',
      });
    }
    if (!stopped.signal.aborted) timer = setTimeout(() => void round(), every());
  };

  void round();
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
