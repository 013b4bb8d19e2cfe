import type {Append, LogFault} from './board-log.ts';
import type {SqliteLog} from './sqlite-log.server.ts';

/** How the thread of the log is started. */
export interface Settings {
  readonly folder: string;
  /** How long an append may wait for others, to be committed together with them. */
  readonly everyMs: number;
  readonly mostPages: number | undefined;
}

/** What can be asked besides appending. */
export type Call = {
  [K in Exclude<keyof SqliteLog, 'append'>]: {readonly kind: K; readonly args: Parameters<SqliteLog[K]>};
}[Exclude<keyof SqliteLog, 'append'>];

/** What is asked of the thread. Each has a number by which it is answered. */
export type Order = {readonly number: number} & (
  {readonly kind: 'append'; readonly appends: readonly Append[]} | {readonly kind: 'close'} | Call
);

export type Answer =
  | {readonly number: number; readonly ok: true; readonly value: unknown}
  | {readonly number: number; readonly ok: false; readonly fault: LogFault; readonly message: string};

/** The thread's first word, then its answers. */
export type Said =
  | {readonly kind: 'open'}
  | {readonly kind: 'refused'; readonly why: string}
  | {readonly kind: 'answers'; readonly answers: readonly Answer[]};
