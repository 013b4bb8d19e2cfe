import ICAL from 'ical.js';

/**
 * Makes the zones that a calendar names but does not define known by their IANA names. The standard asks for definitions; many calendars
 * leave them out. A definition in the file goes before this. https://www.rfc-editor.org/rfc/rfc7809
 */
export function knowZones(calendar: ICAL.Component, events: readonly ICAL.Component[]): void {
  for (const name of [ownZone(calendar), ...namedZones(events)])
    if (typeof name === 'string' && !ICAL.TimezoneService.has(name) && isIana(name))
      ICAL.TimezoneService.register(new IanaZone({tzid: name}), name);
}

/**
 * The zone in which a day without a time begins: the calendar's own, or the only one that it defines.
 * @returns undefined when nothing says so.
 */
export function zoneOfDays(calendar: ICAL.Component): ICAL.Timezone | undefined {
  const [only, ...others] = calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'));
  const name = ownZone(calendar) ?? (others.length === 0 ? only : undefined);
  if (typeof name !== 'string') return undefined;
  // The types say that both always find one.
  const found: ICAL.Timezone | null | undefined = calendar.getTimeZoneByID(name) ?? ICAL.TimezoneService.get(name);
  return found ?? undefined;
}

/** Whether a zone says what offset it has at a time: ical.js takes UTC where it does not. */
export function vouchesFor(zone: ICAL.Timezone, seconds: number): boolean {
  if (zone === ICAL.Timezone.localTimezone) return false;
  if (zone === ICAL.Timezone.utcTimezone || zone instanceof IanaZone) return true;
  const observances = zone.component.getAllSubcomponents();
  return observances.some((observance) => {
    const from = observance.getFirstPropertyValue('dtstart');
    return from instanceof ICAL.Time && from.toUnixTime() + daySeconds < seconds && observance.hasProperty('tzoffsetto');
  });
}

const daySeconds = 86_400;
const times = ['dtstart', 'dtend', 'recurrence-id', 'rdate', 'exdate'];

function namedZones(events: readonly ICAL.Component[]): Set<unknown> {
  const named = events.flatMap((event) => times.flatMap((time) => event.getAllProperties(time)));
  return new Set(named.map((property) => property.getParameter('tzid')));
}

/** Not of the standard, but written by most calendars. */
function ownZone(calendar: ICAL.Component): string | undefined {
  const name = calendar.getFirstPropertyValue('x-wr-timezone');
  return typeof name === 'string' ? name : undefined;
}

function isIana(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: name}) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

class IanaZone extends ICAL.Timezone {
  readonly #parts = new Intl.DateTimeFormat('en', {
    timeZone: this.tzid,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

  readonly #midnights = new Map<number, number>();

  /**
   * Seconds. Of a time that the clock shows twice, the first; one that it leaves out is read with the offset before.
   * https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
   */
  override utcOffset({year, month, day, hour, minute, second}: ICAL.Time): number {
    const shown = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
    const midnight = Date.UTC(year, month - 1, day) / 1000;
    const [before, after] = [this.#atMidnight(midnight - daySeconds), this.#atMidnight(midnight + 2 * daySeconds)];
    if (before === after) return before;
    const offsets = [Math.max(before, after), Math.min(before, after)];
    return offsets.find((offset) => this.#offsetAt(shown - offset) === offset) ?? before;
  }

  /** Asking costs, and calendars ask for the same days again and again. */
  #atMidnight(seconds: number): number {
    const known = this.#midnights.get(seconds) ?? this.#offsetAt(seconds);
    this.#midnights.set(seconds, known);
    return known;
  }

  #offsetAt(seconds: number): number {
    const shown = Object.fromEntries(this.#parts.formatToParts(seconds * 1000).map(({type, value}) => [type, Number(value)]));
    const {year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0} = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - seconds;
  }
}
