/** No day is later: a year has four digits. */
const lastDay = '9999-12-31';

/** A day so many days later, or earlier: days of the calendar, in UTC. At the end of the calendar it stays. */
export function addDays(day: string, days: number): string {
  const later = new Date(Date.parse(day) + days * 86_400_000);
  return later.getUTCFullYear() > 9999 ? lastDay : later.toISOString().slice(0, 10);
}

/** Mondays to Fridays after `from`, up to and without `to`. Holidays of a country are not known here. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (!isWeekend(day)) count++;
  return count;
}

/** The first Monday to Friday after a day. */
export function nextWorkingDay(day: string): string {
  const next = addDays(day, 1);
  return isWeekend(next) ? nextWorkingDay(next) : next;
}

/** The month after one such as `2026-12`. */
export function monthAfter(month: string): string {
  return addDays(`${month}-01`, 31).slice(0, 7);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
