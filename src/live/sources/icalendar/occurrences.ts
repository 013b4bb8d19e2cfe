import ICAL from 'ical.js';
import {AskError} from '../reading.ts';
import {knowZones, vouchesFor, zoneOfDays} from './zones.ts';

/** One entry of a calendar as it takes place once. Milliseconds since the epoch. */
export interface Occurrence {
  readonly summary: string;
  readonly start: number;
  readonly end: number;
  /** Nothing says in which zone its times are: they are read as UTC, and may be meant up to 14 hours earlier or 12 later. */
  readonly isFloating: boolean;
}

/** More than this is no calendar of shifts. */
const most = 5000;

/**
 * Everything of a calendar that overlaps a stretch of time. It may run for ever on a rule that has no occurrences
 * (https://github.com/kewisch/ical.js/issues/1038): call it where it can be stopped.
 *
 * Rules are of RFC 5545, with what calendars really hold: an exception stands for itself wherever it has been moved to, an entry that repeats
 * ends at the same time on the clock when the clock changes, and one that was cancelled does not take place. Whether an entry leaves its time
 * free for others (TRANSP) does not matter: shifts are often written so.
 * @throws {AskError} `parse` when there are too many, or for what cannot be read for certain.
 */
export function occurrencesIn(text: string, stretch: Stretch): Occurrence[] {
  const found: Occurrence[] = [];
  for (const {calendar, events: written} of calendarsIn(text)) {
    knowZones(calendar, written);
    const days = zoneOfDays(calendar);
    const events = latestOf(written, days);
    const moved = replacedIn(events, days);
    for (const event of events) {
      if (String(event.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') continue;
      for (const {start, end} of spansOf(event, {days, stretch, moved})) {
        const occurrence = {
          summary: String(event.getFirstPropertyValue('summary') ?? ''),
          ...instants({start, end}, days),
        };
        if (!overlaps(occurrence, stretch)) continue;
        if (found.push(occurrence) > most) throw new AskError('parse', `the calendar has more than ${most} entries in few days`);
      }
    }
  }
  return found;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const hour = 3_600_000;
/** As far as what was read as UTC, or across a change of the clock, may be off. */
const slack = 15 * hour;

/** Whether it takes place in a stretch, or may. */
export function overlaps({start, end, isFloating}: Occurrence, {from, to}: Stretch): boolean {
  return start - (isFloating ? 14 * hour : 0) < to && from < end + (isFloating ? 12 * hour : 0);
}

type JCal = [name: string, properties: unknown[], parts: JCal[]];

/** The entries of each calendar, in a calendar that holds nothing but its zones: ical.js looks through all that it holds for each time. */
function calendarsIn(text: string): {calendar: ICAL.Component; events: ICAL.Component[]}[] {
  const parsed = ICAL.parse(text) as JCal | JCal[]; // the jCal of RFC 7265, or a list where there are several
  const roots = typeof parsed[0] === 'string' ? [parsed as JCal] : (parsed as JCal[]); // only a calendar begins with its name
  if (roots.length === 0 || roots.some(([name]) => name !== 'vcalendar')) throw new AskError('parse', 'this is no calendar');
  return roots.flatMap(([name, properties, parts]) => {
    const calendar = new ICAL.Component([name, properties, parts.filter((part) => part[0] === 'vtimezone')]);
    // It says what no longer takes place. https://www.rfc-editor.org/rfc/rfc5546#section-3.2.5
    if (String(calendar.getFirstPropertyValue('method')).toUpperCase() === 'CANCEL') return [];
    return [{calendar, events: parts.filter((part) => part[0] === 'vevent').map((part) => new ICAL.Component(part, calendar))}];
  });
}

/**
 * The entries without those that a later version replaces: the same id, the same occurrence of it, a higher SEQUENCE. Of equal ones all count,
 * because some calendars give many entries one id. https://www.rfc-editor.org/rfc/rfc5546#section-2.1.5
 */
function latestOf(events: readonly ICAL.Component[], days: ICAL.Timezone | undefined): ICAL.Component[] {
  const versions = new Map<string, number>();
  const read = events.map((event) => {
    const [id, occurrence] = [event.getFirstPropertyValue('uid'), event.getFirstPropertyValue('recurrence-id')];
    const key = id === null ? undefined : `${occurrence === null ? '' : instant(timeOf(occurrence), days)} ${String(id)}`;
    const version = Number(event.getFirstPropertyValue('sequence') ?? 0) || 0;
    if (key !== undefined) versions.set(key, Math.max(version, versions.get(key) ?? version));
    return {event, key, version};
  });
  return read.filter(({key, version}) => key === undefined || versions.get(key) === version).map(({event}) => event);
}

/** By the id of an entry, the times of those of its occurrences that have been written anew. */
function replacedIn(events: readonly ICAL.Component[], days: ICAL.Timezone | undefined): Map<string, Set<number>> {
  const replaced = new Map<string, Set<number>>();
  for (const event of events) {
    const property = event.getFirstProperty('recurrence-id');
    if (property === null) continue;
    if (property.getParameter('range') !== undefined) throw new AskError('parse', 'the calendar changes all entries from one on');
    const id = String(event.getFirstPropertyValue('uid'));
    replaced.set(id, (replaced.get(id) ?? new Set()).add(instant(timeOf(property.getFirstValue()), days)));
  }
  return replaced;
}

interface Span {
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
}

interface Around {
  readonly days: ICAL.Timezone | undefined;
  readonly stretch: Stretch;
  readonly moved: ReadonlyMap<string, ReadonlySet<number>>;
}

function* spansOf(event: ICAL.Component, {days, stretch, moved}: Around): Generator<Span> {
  const first = timeOf(event.getFirstPropertyValue('dtstart'));
  const length = lengthOf(event, first);
  const spanFrom = (start: ICAL.Time): Span => {
    const end = start.clone();
    end.addDuration(length);
    return {start, end};
  };
  if (event.hasProperty('recurrence-id')) {
    yield spanFrom(first);
    return;
  }
  if (event.hasProperty('exrule')) throw new AskError('parse', 'the calendar uses EXRULE, which the standard has given up');

  const replaced = moved.get(String(event.getFirstPropertyValue('uid')));
  const excluded = new Set(
    valuesOf(event, 'exdate').map((time) => (timeOf(time).isDate ? dayOf(timeOf(time)) : instant(timeOf(time), days))),
  );
  const takesPlace = ({start}: Span): boolean => {
    const at = instant(start, days);
    return !excluded.has(at) && !excluded.has(dayOf(start)) && replaced?.has(at) !== true;
  };

  const rules = valuesOf(event, 'rrule').filter((rule) => rule instanceof ICAL.Recur);
  if (rules.length === 0 && takesPlace(spanFrom(first))) yield spanFrom(first);
  for (const rule of rules) {
    const iterator = rule.iterator(first);
    // The iterator gives the same object again and again, and null at the end, which its types do not say.
    for (let next: ICAL.Time | null = iterator.next(); next !== null; next = iterator.next()) {
      const at = instant(next, days);
      if (at - slack > stretch.to) break;
      // Most of a calendar is long ago.
      if (at + length.toSeconds() * 1000 + slack < stretch.from) continue;
      const span = spanFrom(next.clone());
      if (takesPlace(span)) yield span;
    }
  }
  for (const date of valuesOf(event, 'rdate')) {
    const span = date instanceof ICAL.Period ? {start: date.start, end: date.getEnd()} : spanFrom(timeOf(date));
    if (takesPlace(span)) yield span;
  }
}

function valuesOf(event: ICAL.Component, name: string): unknown[] {
  return event.getAllProperties(name).flatMap((property): unknown[] => property.getValues());
}

function timeOf(value: unknown): ICAL.Time {
  if (!(value instanceof ICAL.Time)) throw new AskError('parse', 'an entry of the calendar lacks its time');
  return value;
}

/** Without an end, a day lasts for the day, and a time for nothing. */
function lengthOf(event: ICAL.Component, start: ICAL.Time): ICAL.Duration {
  const length = event.getFirstPropertyValue('duration');
  if (length instanceof ICAL.Duration) return length;
  if (!event.hasProperty('dtend')) return ICAL.Duration.fromSeconds(start.isDate ? 86_400 : 0);
  const end = timeOf(event.getFirstPropertyValue('dtend'));
  // By the clock on the wall where both are of one zone, so that a shift from nine to nine stays one.
  return end.zone === start.zone ? end.subtractDate(start) : end.subtractDateTz(start);
}

function instants({start, end}: Span, days: ICAL.Timezone | undefined): {start: number; end: number; isFloating: boolean} {
  const [from, to] = [instant(start, days), instant(end, days)];
  if (to < from) throw new AskError('parse', 'an entry of the calendar ends before it begins');
  const isFloating = [start, end].some((time) => {
    const zone = time.isDate ? days : time.zone;
    return zone === undefined || !vouchesFor(zone, instant(time, days) / 1000);
  });
  return {start: from, end: to, isFloating};
}

/** Milliseconds. A day begins at midnight of the zone of days; what has no zone is read as UTC. */
function instant(time: ICAL.Time, days: ICAL.Timezone | undefined): number {
  if (!time.isDate) return time.toUnixTime() * 1000;
  const {year, month, day} = time;
  return new ICAL.Time({year, month, day, hour: 0, minute: 0, second: 0}, days ?? ICAL.Timezone.utcTimezone).toUnixTime() * 1000;
}

function dayOf({year, month, day}: ICAL.Time): string {
  return `${year}-${month}-${day}`;
}
