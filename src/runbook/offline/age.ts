/** After this, commands and people may have changed without the copy. */
export const oldAfterDays = 14;

/** Whole days; none for a copy from a clock that runs ahead. */
export function daysSince(at: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(at)) / 86_400_000));
}
