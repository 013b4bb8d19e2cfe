import {AskError, type Reading} from '../sources/reading.ts';

interface Options<T> {
  readonly read: () => Promise<T>;
  /** Milliseconds until the next round, asked after each. */
  readonly every: () => number;
  readonly heard: (reading: Reading<T>) => void;
  /** A reading that failed in a way that nobody foresaw. */
  readonly bug: (error: unknown) => void;
  /** The gateway's time. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/** A loop that asks one source again and again, however many people read. */
export interface Poller {
  /** Asks at once, or once more when a round is under way. */
  readonly nudge: () => void;
}

/** The least time between the beginnings of two rounds, milliseconds. */
const leastGapMs = 400;

/** Asks until `signal` is aborted. */
export function poll<T>({read, every, heard, bug, clock, signal}: Options<T>): Poller {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let startedAt = -Infinity;
  let again = false;

  const ask = async (): Promise<Reading<T>> => {
    // An answer is as old as its question.
    const at = clock();
    try {
      return {kind: 'read', at, value: await read()};
    } catch (error) {
      if (error instanceof AskError) return {kind: 'failed', at: clock(), reason: error.reason, detail: error.message, cause: error.cause};
      if (!signal.aborted) bug(error);
      return {kind: 'failed', at: clock(), reason: 'parse', detail: 'an error of the handbook itself'};
    }
  };
  const round = async (): Promise<void> => {
    clearTimeout(timer);
    // However often somebody nudges, a source is asked no more often than this.
    const wait = startedAt + leastGapMs - performance.now();
    if (!asking && wait > 0) {
      timer = setTimeout(() => void round(), wait);
      return;
    }
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    again = false;
    startedAt = performance.now();
    const reading = await ask();
    asking = false;
    if (signal.aborted) return;
    try {
      heard(reading);
    } catch (error) {
      bug(error);
    }
    timer = setTimeout(() => void round(), again ? 0 : every());
  };

  signal.addEventListener('abort', () => clearTimeout(timer), {once: true});
  void round();
  return {nudge: () => void round()};
}
