interface Rota {
  /** Roles, in their order. */
  readonly rota: readonly string[];
  /** The weekday on which the first of them leads. */
  readonly from?: string | undefined;
}

/** Who leads on a day; undefined on a weekend, before the rota begins, and without one. */
export function leaderOn(day: string, {rota, from}: Rota): string | undefined {
  if (rota.length === 0 || from === undefined || day < from || !isWeekday(day)) return undefined;
  return rota[(weekdaysUpTo(day) - weekdaysUpTo(from) + (isWeekday(from) ? 0 : -1)) % rota.length];
}

/** How often each role has led in the four weeks that end with this day: by the rota, and by what is known to have been otherwise. */
export function ledLately(day: string, rota: Rota, otherwise: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const times = new Map(rota.rota.map((role) => [role, 0]));
  for (let back = 27; back >= 0; back--) {
    const then = daysAfter(day, -back);
    const planned = leaderOn(then, rota);
    const role = otherwise.get(then) ?? planned;
    if (role !== undefined && (planned !== undefined || otherwise.has(then))) times.set(role, (times.get(role) ?? 0) + 1);
  }
  return times;
}

/** The next day on which there is a meeting. */
export function nextWeekday(day: string): string {
  const next = daysAfter(day, 1);
  return isWeekday(next) ? next : nextWeekday(next);
}

/** The calendar day of this moment where the reader is. */
export function today(now: Date): string {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Days since Monday, 5 January 1970. */
function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) - 4;
}

function daysAfter(day: string, days: number): string {
  return new Date((dayNumber(day) + 4 + days) * 86_400_000).toISOString().slice(0, 10);
}

function isWeekday(day: string): boolean {
  return weekday(day) < 5;
}

/** 0 is Monday. */
function weekday(day: string): number {
  return ((dayNumber(day) % 7) + 7) % 7;
}

function weekdaysUpTo(day: string): number {
  return Math.floor(dayNumber(day) / 7) * 5 + Math.min(weekday(day), 5) + (isWeekday(day) ? 1 : 0);
}
