import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  halfJitterGenerator,
  handleWhen,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import {isReset} from './faults.ts';
import {AskError} from './reading.ts';

interface PatienceOptions {
  readonly timeoutMs: number;
  /** Says in words of ours what an attempt came to. */
  readonly explain: (error: unknown) => AskError;
  /** Aborted when nobody wants answers any more. */
  readonly signal: AbortSignal;
}

/** How much is asked of one source at once, and how many more may wait for their turn. */
const [most, queued] = [4, 100];

/**
 * How one source is asked without being a burden: few questions at once, none of them longer than its time, a second try only where nobody was
 * there, and a rest after five failures in a row, during which the last reason is the answer at once.
 * @returns a function that makes an attempt by these rules. It throws AskErrors only.
 */
export function patience({timeoutMs, explain, signal}: PatienceOptions): <T>(attempt: (signal: AbortSignal) => Promise<T>) => Promise<T> {
  const turns = bulkhead(most, queued);
  const limit = timeout(timeoutMs, TimeoutStrategy.Aggressive);
  const again = retry(handleWhen(isReset), {maxAttempts: 1, backoff: new ExponentialBackoff({initialDelay: 50, maxDelay: 250})});
  const rest = restingBreaker();

  const ask = async <T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await limit.execute(({signal: inTime}) => again.execute(() => attempt(inTime), inTime), signal);
    } catch (error) {
      if (signal.aborted) throw new AskError('unreachable', 'no longer asked', {cause: error});
      if (error instanceof TaskCancelledError) throw new AskError('timeout', `no answer within ${timeoutMs} ms`, {cause: error});
      throw explain(error);
    }
  };

  return async (attempt) => {
    const breaker = rest();
    try {
      // Whoever waited for a turn meets the breaker after the wait: a queue before a hung source empties at once when it opens.
      return await turns.execute(() => breaker.execute(() => ask(attempt)), signal);
    } catch (error) {
      if (error instanceof AskError) throw error;
      throw refusal(error, breaker);
    }
  };
}

/** Why nobody was asked. */
function refusal(error: unknown, breaker: CircuitBreakerPolicy): unknown {
  if (error instanceof BulkheadRejectedError) return new AskError('timeout', 'too many questions are waiting', {cause: error});
  if (error instanceof TaskCancelledError) return new AskError('unreachable', 'no longer asked', {cause: error});
  const last = breaker.lastFailure;
  if (error instanceof BrokenCircuitError && last !== undefined && 'error' in last && last.error instanceof AskError)
    return new AskError(last.error.reason, last.error.message, {cause: error});
  return error;
}

/** A breaker that tries again after a second, later after up to five, so that a recovery shows soon. */
function restingBreaker(): () => CircuitBreakerPolicy {
  const policy = handleWhen((error) => error instanceof AskError && (error.reason === 'unreachable' || error.reason === 'timeout'));
  const make = (): CircuitBreakerPolicy =>
    circuitBreaker(policy, {
      breaker: new ConsecutiveBreaker(5),
      halfOpenAfter: new ExponentialBackoff({initialDelay: 1000, maxDelay: 5000, generator: halfJitterGenerator}),
    });
  let breaker = make();
  let last = Date.now();
  return () => {
    // The breaker reads the machine's clock: set back, it would rest for as long as the clock was set back.
    if (Date.now() < last) breaker = make();
    last = Date.now();
    return breaker;
  };
}
