import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {shiftsIn} from '../../../../src/live/sources/icalendar/shifts.ts';
import {fixture} from '../../../fixtures/live/source.ts';

const words = new Map([
  ['primary', 'primary'],
  ['backup', '控え'],
]);

/** What stands in a calendar with these entries, each as its lines without BEGIN and END. */
function read(entries: readonly (readonly string[])[], {now = '2026-11-22T03:00:00Z', head = [] as readonly string[]} = {}): string[] {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...head, ...entries.flatMap(entry), 'END:VCALENDAR'].join('\r\n');
  return shiftsIn(text, {words, now: Date.parse(now)}).map(({roles, start, end}) => `${roles.join('+')} ${iso(start)} ${iso(end)}`);
}

function entry(lines: readonly string[]): string[] {
  const summary = lines.some((line) => line.startsWith('SUMMARY')) ? [] : ['SUMMARY:Primary'];
  const uid = lines.some((line) => line.startsWith('UID')) ? [] : [`UID:${lines.join()}`];
  return ['BEGIN:VEVENT', ...uid, ...lines, ...summary, 'END:VEVENT'];
}

function iso(time: number): string {
  return new Date(time).toISOString().replace(/:00\.000Z$/, 'Z');
}

const berlin = [
  'BEGIN:VTIMEZONE',
  'TZID:Berlin',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
];

describe('shiftsIn', () => {
  it('reads a calendar of a team: repeated, swapped, left out, cancelled, of whole days', () => {
    const shifts = shiftsIn(fixture('icalendar/team.ics'), {words, now: Date.parse('2026-11-22T03:00:00Z')});
    expect(shifts.slice(0, 8).map(({roles, start, end}) => `${roles.join('+')} ${iso(start)} ${iso(end)}`)).toEqual([
      'backup 2026-11-15T15:00Z 2026-11-22T15:00Z',
      'primary 2026-11-21T00:00Z 2026-11-21T12:00Z',
      'primary 2026-11-21T12:00Z 2026-11-22T00:00Z',
      'primary 2026-11-22T01:00Z 2026-11-22T12:00Z',
      'primary 2026-11-22T12:00Z 2026-11-23T00:00Z',
      'backup 2026-11-22T15:00Z 2026-11-29T15:00Z',
      'primary 2026-11-23T12:00Z 2026-11-24T00:00Z',
      'primary 2026-11-24T00:00Z 2026-11-24T12:00Z',
    ]);
  });

  it('lets nothing out but roles and times', () => {
    const shifts = shiftsIn(fixture('icalendar/team.ics'), {words, now: Date.parse('2026-11-22T03:00:00Z')});
    expect(new Set(shifts.flatMap((shift) => Object.keys(shift)))).toEqual(new Set(['roles', 'start', 'end']));
    expect(JSON.stringify(shifts)).not.toMatch(/name-of|number-of|address-of|@/i);
  });

  it('reads from yesterday until a week from now', () => {
    const day = (date: string): string[] => [`DTSTART:${date}T000000Z`, `DTEND:${date}T010000Z`];
    const dates = ['20261120', '20261121', '20261122', '20261129', '20261130'];
    expect(read(dates.map(day), {now: '2026-11-22T00:30:00Z'})).toEqual([
      'primary 2026-11-21T00:00Z 2026-11-21T01:00Z',
      'primary 2026-11-22T00:00Z 2026-11-22T01:00Z',
      'primary 2026-11-29T00:00Z 2026-11-29T01:00Z',
    ]);
  });

  it('reads a shift that began long ago', () => {
    expect(read([['DTSTART:20260101T000000Z', 'DTEND:20270101T000000Z']])).toEqual(['primary 2026-01-01T00:00Z 2027-01-01T00:00Z']);
  });

  it('adds what RDATE adds, also with an end of its own', () => {
    const rdates = ['RDATE:20261123T000000Z', 'RDATE;VALUE=PERIOD:20261124T000000Z/20261124T060000Z,20261125T000000Z/PT3H'];
    expect(read([['DTSTART:20261122T000000Z', 'DURATION:PT1H', ...rdates]])).toEqual([
      'primary 2026-11-22T00:00Z 2026-11-22T01:00Z',
      'primary 2026-11-23T00:00Z 2026-11-23T01:00Z',
      'primary 2026-11-24T00:00Z 2026-11-24T06:00Z',
      'primary 2026-11-25T00:00Z 2026-11-25T03:00Z',
    ]);
  });

  it('leaves out every EXDATE, also after ones that match nothing, and of a whole day', () => {
    const exdates = ['EXDATE:20261121T090000Z,20261122T123456Z', 'EXDATE:20261124T090000Z', 'EXDATE;VALUE=DATE:20261126'];
    expect(read([['DTSTART:20261101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261127T090000Z', ...exdates]])).toEqual([
      'primary 2026-11-22T09:00Z 2026-11-22T10:00Z',
      'primary 2026-11-23T09:00Z 2026-11-23T10:00Z',
      'primary 2026-11-25T09:00Z 2026-11-25T10:00Z',
      'primary 2026-11-27T09:00Z 2026-11-27T10:00Z',
    ]);
  });

  describe('an exception', () => {
    const weekly = ['UID:week', 'DTSTART:20261102T000000Z', 'DURATION:P7D', 'RRULE:FREQ=WEEKLY;COUNT=8'];

    it('counts where it has been moved to, from outside what is read', () => {
      const moved = ['UID:week', 'RECURRENCE-ID:20261214T000000Z', 'DTSTART:20261123T120000Z', 'DTEND:20261123T130000Z'];
      expect(read([weekly, moved])).toContain('primary 2026-11-23T12:00Z 2026-11-23T13:00Z');
    });

    it('takes the place of its occurrence, in whatever zone that is written', () => {
      const other = (id: string): string[] => ['UID:week', `RECURRENCE-ID${id}`, 'DTSTART:20261123T000000Z', 'DTEND:20261124T000000Z'];
      const expected = ['primary 2026-11-16T00:00Z 2026-11-23T00:00Z', 'primary 2026-11-23T00:00Z 2026-11-24T00:00Z'];
      expect(read([weekly, other(':20261123T000000Z')])).toEqual(expected);
      expect(read([weekly, other(';TZID=Asia/Tokyo:20261123T090000')])).toEqual(expected);
    });

    it('of another entry changes nothing here', () => {
      const other = ['UID:other', 'RECURRENCE-ID:20261123T000000Z', 'DTSTART:20270101T000000Z', 'DTEND:20270102T000000Z'];
      expect(read([weekly, other])).toHaveLength(2);
    });

    it('that was cancelled leaves a hole', () => {
      const cancelled = ['UID:week', 'RECURRENCE-ID:20261123T000000Z', 'DTSTART:20261123T000000Z', 'DURATION:P7D', 'STATUS:CANCELLED'];
      expect(read([weekly, cancelled])).toEqual(['primary 2026-11-16T00:00Z 2026-11-23T00:00Z']);
    });

    it('from which on all change is not guessed at', () => {
      const future = ['UID:week', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261123T000000Z', 'DTSTART:20261123T060000Z', 'DURATION:P7D'];
      expect(() => read([weekly, future])).toThrow(expect.objectContaining({reason: 'parse'}));
    });
  });

  describe('a zone', () => {
    const shift = (zone: string, from: string): string[] => [`DTSTART;TZID=${zone}:${from}`, 'DURATION:PT8H'];

    it('is the one that the file defines', () => {
      const head = berlin.map((line) => line.replace('Berlin', 'Asia/Tokyo'));
      expect(read([shift('Asia/Tokyo', '20261122T090000')], {head})).toEqual(['primary 2026-11-22T08:00Z 2026-11-22T16:00Z']);
    });

    it('is otherwise known by its IANA name', () => {
      expect(read([shift('America/New_York', '20261122T090000')])).toEqual(['primary 2026-11-22T14:00Z 2026-11-22T22:00Z']);
    });

    it('that nobody knows leaves a shift unread', () => {
      expect(() => read([shift('Office', '20261122T090000')])).toThrow('a shift has times without a zone');
    });

    it('that the file defines with nothing in it vouches for nothing', () => {
      const head = ['BEGIN:VTIMEZONE', 'TZID:Office', 'END:VTIMEZONE'];
      expect(() => read([shift('Office', '20261122T090000')], {head})).toThrow('a shift has times without a zone');
      const later = berlin.map((line) => line.replace(/DTSTART:\d{4}/, 'DTSTART:2027'));
      expect(() => read([shift('Berlin', '20261122T090000')], {head: later})).toThrow('a shift has times without a zone');
    });

    it('changes its clock under a shift that repeats, which then ends at the same time on the clock', () => {
      const nights = [
        'DTSTART;TZID=Berlin:20261001T220000',
        'DTEND;TZID=Berlin:20261002T060000',
        'RRULE:FREQ=DAILY;UNTIL=20261026T000000Z',
      ];
      expect(read([nights], {head: berlin, now: '2026-10-25T01:00:00Z'})).toEqual([
        'primary 2026-10-23T20:00Z 2026-10-24T04:00Z',
        'primary 2026-10-24T20:00Z 2026-10-25T05:00Z',
        'primary 2026-10-25T21:00Z 2026-10-26T05:00Z',
      ]);
    });

    it('of whole days is the calendar’s own, or the only one defined', () => {
      const day = ['DTSTART;VALUE=DATE:20261122'];
      expect(read([day], {head: ['X-WR-TIMEZONE:Asia/Tokyo']})).toEqual(['primary 2026-11-21T15:00Z 2026-11-22T15:00Z']);
      expect(read([day], {head: berlin})).toEqual(['primary 2026-11-21T23:00Z 2026-11-22T23:00Z']);
      expect(() => read([day])).toThrow('a shift has times without a zone');
    });

    it('of whole days counts up to the last day of a rule, west of Greenwich too', () => {
      const days = ['DTSTART;VALUE=DATE:20261121', 'RRULE:FREQ=DAILY;UNTIL=20261123'];
      expect(read([days], {head: ['X-WR-TIMEZONE:America/Los_Angeles']})).toEqual([
        'primary 2026-11-21T08:00Z 2026-11-22T08:00Z',
        'primary 2026-11-22T08:00Z 2026-11-23T08:00Z',
        'primary 2026-11-23T08:00Z 2026-11-24T08:00Z',
      ]);
    });

    it('gives the same times, defined in the file or known by name', () => {
      // Any time of two years, and as often one of the hours in which the clock changes.
      const minutes = fc.oneof(
        fc.integer({min: 0, max: 2 * 365 * 24 * 60}).map((minute) => Date.UTC(2025, 0, 1, 0, minute)),
        fc.integer({min: -180, max: 180}).map((minute) => Date.UTC(2026, 2, 29, 2, minute)),
        fc.integer({min: -180, max: 180}).map((minute) => Date.UTC(2026, 9, 25, 2, minute)),
      );
      fc.assert(
        fc.property(minutes, (time) => {
          // ical.js reads the hours that the clock shows twice or leaves out in another way than the standard: off by that hour.
          const odd = /2025-03-30T02|2025-10-26T02|2026-03-29T02|2026-10-25T02/;
          fc.pre([time, time + 8 * 3_600_000].every((at) => !odd.test(new Date(at).toISOString())));
          const wall = new Date(time).toISOString();
          const from = wall.replace(/[-:]|\.000/g, '').replace('Z', '');
          expect(read([shift('Berlin', from)], {head: berlin, now: wall})).toEqual(read([shift('Europe/Berlin', from)], {now: wall}));
        }),
        {numRuns: 80},
      );
    });
  });

  describe('times without a zone', () => {
    const floating = ['DTSTART:20261122T090000', 'DTEND:20261122T170000'];

    it('leave a shift unread', () => {
      expect(() => read([floating])).toThrow('a shift has times without a zone');
    });

    it('do not matter far from what is read, nor for what is no shift', () => {
      expect(read([['DTSTART:20200101T090000', 'DURATION:PT8H']])).toEqual([]);
      expect(
        read([
          [...floating, 'SUMMARY:Cleaning'],
          ['DTSTART:20261122T000000Z', 'DTEND:20261123T000000Z'],
        ]),
      ).toHaveLength(1);
    });

    it('may hide the shift of now', () => {
      expect(() => read([[...floating, 'SUMMARY:Somebody']], {now: '2026-11-21T22:00:00Z'})).toThrow('the shift of now names no role');
    });
  });

  describe('a shift that names no role', () => {
    const nameless = ['DTSTART:20261122T000000Z', 'DTEND:20261123T000000Z', 'SUMMARY:Somebody'];

    it('is passed over while it is not all that there is for now', () => {
      expect(read([nameless, ['DTSTART:20261122T020000Z', 'DTEND:20261122T040000Z']])).toHaveLength(1);
      expect(read([nameless], {now: '2026-11-23T00:00:00Z'})).toEqual([]);
    });

    it('is not taken for nobody', () => {
      expect(() => read([nameless])).toThrow(
        expect.objectContaining({reason: 'parse', message: 'the shift of now names no role of the team'}),
      );
    });
  });

  describe('an entry that was written again', () => {
    const version = (sequence: readonly string[], hour: string, ...more: string[]): string[] => [
      'UID:swap',
      `DTSTART:20261122T${hour}0000Z`,
      'DURATION:PT6H',
      ...sequence,
      ...more,
    ];

    it('counts as it was written last, in whatever order they stand', () => {
      const [first, second] = [version([], '00'), version(['SEQUENCE:2'], '06')];
      const expected = ['primary 2026-11-22T06:00Z 2026-11-22T12:00Z'];
      expect(read([first, second])).toEqual(expected);
      expect(read([second, version(['SEQUENCE:1'], '02'), first])).toEqual(expected);
    });

    it('is gone when it was cancelled last', () => {
      expect(read([version([], '00'), version(['SEQUENCE:1'], '00', 'STATUS:CANCELLED')])).toEqual([]);
    });

    it('counts by each of its occurrences', () => {
      const weekly = ['UID:week', 'SEQUENCE:5', 'DTSTART:20261116T000000Z', 'DURATION:P7D', 'RRULE:FREQ=WEEKLY;COUNT=2'];
      const moved = (sequence: number, hour: string): string[] => [
        'UID:week',
        `SEQUENCE:${sequence}`,
        'RECURRENCE-ID:20261123T000000Z',
        `DTSTART:20261123T${hour}0000Z`,
        'DURATION:PT1H',
      ];
      expect(read([weekly, moved(2, '02'), moved(1, '01')])).toEqual([
        'primary 2026-11-16T00:00Z 2026-11-23T00:00Z',
        'primary 2026-11-23T02:00Z 2026-11-23T03:00Z',
      ]);
    });

    it('counts beside others of its id and version, and of none', () => {
      expect(read([version([], '00'), version(['SEQUENCE:0'], '06')])).toHaveLength(2);
    });
  });

  it('takes nothing from a calendar that cancels', () => {
    const day = ['DTSTART:20261122T000000Z', 'DURATION:P1D'];
    expect(read([day], {head: ['METHOD:CANCEL']})).toEqual([]);
    expect(read([day], {head: ['METHOD:PUBLISH']})).toHaveLength(1);
  });

  it('counts a shift that leaves its time free', () => {
    expect(read([['DTSTART:20261122T000000Z', 'DURATION:P1D', 'TRANSP:TRANSPARENT']])).toHaveLength(1);
  });

  it('passes over what says that there is nobody, or hands over, beside a shift; alone it is not taken for nobody', () => {
    const day = (summary: string): string[] => ['DTSTART:20261122T000000Z', 'DURATION:P1D', `SUMMARY:${summary}`];
    expect(read([day('Primary'), day('No 控え'), day('Primary → 控え')])).toEqual(['primary 2026-11-22T00:00Z 2026-11-23T00:00Z']);
    expect(() => read([day('No primary')])).toThrow('the shift of now names no role of the team');
  });

  it('reads an empty calendar, and several in one file', () => {
    expect(read([])).toEqual([]);
    const one = ['BEGIN:VCALENDAR', ...entry(['DTSTART:20261122T000000Z', 'DURATION:PT1H']), 'END:VCALENDAR'].join('\r\n');
    expect(shiftsIn(`${one}\r\n${one}`, {words, now: Date.parse('2026-11-22T03:00:00Z')})).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261122T000000Z\r\n'],
    ['another thing', 'BEGIN:VCARD\r\nFN:x\r\nEND:VCARD'],
  ])('does not take %s for an empty calendar', (_what, text) => {
    expect(() => shiftsIn(text, {words, now: Date.parse('2026-11-22T03:00:00Z')})).toThrow(Error);
  });

  it.each([
    ['no beginning', ['DTEND:20261122T000000Z']],
    ['a beginning that is no time', ['DTSTART:soon', 'DURATION:PT1H']],
    ['an end before its beginning', ['DTSTART:20261122T020000Z', 'DTEND:20261122T010000Z']],
    ['a rule that has been given up', ['DTSTART:20261122T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY']],
    ['a rule that is none', ['DTSTART:20261122T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=SOMETIMES']],
    ['occurrences without number', ['DTSTART:20261122T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY']],
  ])('refuses an entry with %s', (_what, lines) => {
    expect(() => read([lines])).toThrow(Error);
  });
});
