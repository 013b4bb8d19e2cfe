import {AskError, type Reading} from '../sources/ask.server.ts';

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

  const ask = async (): Promise<Reading<T>> => {
    // An answer is as old as its question.
    const at = Date.now();
    try {
      return {kind: 'read', at, value: await read(stopped.signal)};
    } catch (error) {
      const known = error instanceof AskError;
      if (!known && !stopped.signal.aborted) bug(error);
      const [reason, detail] = known ? [error.reason, error.message] : ['parse' as const, 'an error of the handbook itself'];
      return {kind: 'failed', at: Date.now(), reason, detail};
    }
  };
  const round = async (): Promise<void> => {
    const reading = await ask();
    if (stopped.signal.aborted) return;
    try {
      heard(reading);
    } catch (error) {
      bug(error);
    }
    timer = setTimeout(() => void round(), every());
  };

  void round();
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
