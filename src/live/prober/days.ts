/** The day of a time in milliseconds, by UTC: `2026-01-31`. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * Turns that a prober missed between one result and the next, by UTC day. A turn that came late is not missed: with one every 30 s, two
 * results 40 s apart have none between them, and two 70 s apart have one.
 */
export function missedTurns(from: number, until: number, everyMs: number): ReadonlyMap<string, number> {
  const missed = new Map<string, number>();
  const all = Math.round((until - from) / everyMs) - 1;
  let counted = 0;
  while (counted < all) {
    const next = from + (counted + 1) * everyMs;
    const dayEnds = (Math.floor(next / dayMs) + 1) * dayMs;
    const upToThen = Math.min(all, Math.max(counted + 1, Math.ceil((dayEnds - from) / everyMs) - 1));
    missed.set(dayOf(next), upToThen - counted);
    counted = upToThen;
  }
  return missed;
}

export const dayMs = 24 * 3600 * 1000;
