import type {Reason} from '../state.ts';

/** What asking a source came to. The outside world failing is an answer too. Times are of the gateway's clock. */
export type Reading<T> =
  | {readonly kind: 'read'; readonly at: number; readonly value: T}
  | {
      readonly kind: 'failed';
      readonly at: number;
      readonly reason: Reason;
      readonly detail: string;
      /** For the log only. */
      readonly cause?: unknown;
    };

/** A failure of a source, with the reason that a reader may see. `detail` is ours: what the source said stays in the log. */
export class AskError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'AskError';
    this.reason = reason;
  }
}
