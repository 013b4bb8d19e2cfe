import {useEffect, useState} from 'react';
import type {HistoryDay} from '../contract.ts';
import {isRecord} from '../wire.ts';

/** How many days `/status` looks back. */
const days = 90;
const dayMs = 86_400_000;

/** What the server's history of some probes is: `asking` until the first answer, `lost` when it cannot be had any more. */
export type History =
  | {readonly kind: 'asking'}
  | {readonly kind: 'lost'}
  | {readonly kind: 'read'; readonly probes: ReadonlyMap<string, readonly HistoryDay[]>};

const every = 300_000;
/** Ids in one request. */
const most = 100;

/** The days of some probes, asked once for the whole page and again every few minutes. */
export function useHistory(probes: readonly string[]): History {
  const [history, setHistory] = useState<History>({kind: 'asking'});
  const key = [...new Set(probes)].toSorted().join();
  useEffect(() => {
    if (key === '') return undefined;
    const gone = new AbortController();
    const ask = async (): Promise<void> => {
      const read = await readHistory(key.split(','), gone.signal);
      if (!gone.signal.aborted) setHistory(read);
    };
    void ask();
    const timer = setInterval(() => void ask(), every);
    return () => {
      gone.abort();
      clearInterval(timer);
    };
  }, [key]);
  return history;
}

/** Asks the gateway, which stands on the page's own origin. Whatever is not a history is none. */
export async function readHistory(probes: readonly string[], signal: AbortSignal): Promise<History> {
  const found = new Map<string, readonly HistoryDay[]>();
  try {
    for (let n = 0; n < probes.length; n += most) {
      const ids = probes.slice(n, n + most).map((probe) => `probe:${probe}`);
      const answer = await fetch(`/_status/v1/history?${new URLSearchParams({ids: ids.join(',')})}`, {signal});
      const body: unknown = answer.ok ? await answer.json() : undefined;
      if (!isRecord(body) || !isRecord(body['items'])) return {kind: 'lost'};
      for (const [id, list] of Object.entries(body['items'])) {
        if (!Array.isArray(list) || !list.every(isDay)) return {kind: 'lost'};
        found.set(id.replace(/^probe:/, ''), list);
      }
    }
    return {kind: 'read', probes: found};
  } catch {
    return {kind: 'lost'};
  }
}

/** One bar of a strip. A day of which the server has no result is wholly missing. */
export interface Bar {
  readonly day: string;
  readonly ok: number;
  readonly failed: number;
  readonly missing: number;
}

/** The last 90 days by UTC, today last. */
export function barsOf(known: readonly HistoryDay[], now: number): Bar[] {
  const byDay = new Map(known.map((day) => [day.day, day]));
  return Array.from({length: days}, (_, n) => {
    const day = new Date(now - (days - 1 - n) * dayMs).toISOString().slice(0, 10);
    const {ok = 0, failed = 0, missing = 0} = byDay.get(day) ?? {};
    return ok + failed + missing === 0 ? {day, ok, failed, missing: 1} : {day, ok, failed, missing};
  });
}

/** Share of a day's results that failed, of those that came; 0 when none came. */
export function failedShare({ok, failed}: Bar): number {
  return ok + failed === 0 ? 0 : failed / (ok + failed);
}

/** What a strip says in words. */
export interface StripSummary {
  readonly days: number;
  readonly withFailures: number;
  readonly notWhole: number;
  readonly worst: {readonly day: string; readonly share: number} | undefined;
}

export function sumUp(bars: readonly Bar[]): StripSummary {
  const bad = bars.filter(({failed}) => failed > 0).toSorted((a, b) => failedShare(b) - failedShare(a));
  return {
    days: bars.length,
    withFailures: bad.length,
    notWhole: bars.filter(({missing}) => missing > 0).length,
    worst: bad[0] && {day: bad[0].day, share: failedShare(bad[0])},
  };
}

function isDay(value: unknown): value is HistoryDay {
  return isRecord(value) && typeof value['day'] === 'string' && ['ok', 'failed', 'missing'].every((key) => Number.isInteger(value[key]));
}
