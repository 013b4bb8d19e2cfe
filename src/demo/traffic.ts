import type {Span} from './incidents.ts';

/** Requests to one service, as a history that can be asked for any moment. Rates are per second, times are seconds since the epoch. */
export interface Traffic {
  /** Mean over a day; nights have half of it, evenings one and a half. */
  readonly rate: number;
  /** Share of requests that the server fails on a good day. */
  readonly errors: number;
  /** Times in which more of them failed. */
  readonly worse: readonly (Span & {readonly share: number})[];
}

const day = 86_400;

/** Requests from `begin` until `time`, of all and of those that failed; both only ever rise. */
export function requestsUntil(
  time: number,
  begin: number,
  {rate, errors, worse}: Traffic,
): {readonly all: number; readonly failed: number} {
  const between = (from: number, to: number): number => (to <= from ? 0 : rate * (wave(to) - wave(from)));
  const extra = worse.map(({from, to, share}) => share * between(Math.max(begin, from), Math.min(time, to)));
  return {all: between(begin, time), failed: errors * between(begin, time) + extra.reduce((sum, more) => sum + more, 0)};
}

/** The integral of `1 + sin(…) / 2`: a day whose busiest hour is 20:00 in Japan (11:00 UTC). */
function wave(time: number): number {
  const phase = (2 * Math.PI * (time - 5 * 3600)) / day;
  return time - (day / (2 * Math.PI)) * (Math.cos(phase) / 2);
}
