/** A day so many days later, or earlier: days of the calendar, in UTC. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Mondays to Fridays after `from`, up to and without `to`. Holidays of a country are not known here. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (![0, 6].includes(new Date(day).getUTCDay())) count++;
  return count;
}
