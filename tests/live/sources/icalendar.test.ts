import {describe, expect, it} from 'vitest';
import {readCalendar} from '../../../src/live/sources/icalendar.server.ts';
import {fixture, sourceAnswering} from '../../fixtures/live/source.ts';

const now = Date.parse('2026-11-22T03:00:00Z');

async function read(body: string, patience?: number): Promise<unknown> {
  const {url, outside} = await sourceAnswering(() => ({body, type: 'text/calendar'}));
  const options = {outside, address: new URL(`${url}/team.ics`), roles: ['primary', 'backup'], now};
  return readCalendar({roles: {backup: '控え'}}, patience === undefined ? options : {...options, patience});
}

function ruled(rule: string): string {
  const entry = ['BEGIN:VEVENT', 'DTSTART:20261101T000000Z', 'DURATION:PT1H', `RRULE:${rule}`, 'SUMMARY:Primary', 'END:VEVENT'];
  return ['BEGIN:VCALENDAR', ...entry, 'END:VCALENDAR'].join('\r\n');
}

describe('readCalendar', () => {
  it('reads the shifts of a team, by the words of its roles or their names', async () => {
    expect(await read(fixture('icalendar/team.ics'))).toContainEqual({
      roles: ['backup'],
      start: Date.parse('2026-11-15T15:00:00Z'),
      end: Date.parse('2026-11-22T15:00:00Z'),
    });
    expect(await read(fixture('icalendar/team.ics'))).toContainEqual({
      roles: ['primary'],
      start: Date.parse('2026-11-22T01:00:00Z'),
      end: Date.parse('2026-11-22T12:00:00Z'),
    });
  });

  it.each(['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30'])(
    'lives through a rule that never ends: %s',
    async (rule) => {
      let turns = 0;
      const timer = setInterval(() => (turns += 1), 20);
      await expect(read(ruled(rule), 1500)).rejects.toMatchObject({reason: 'parse', message: 'the calendar takes too much to read'});
      clearInterval(timer);
      expect(turns).toBeGreaterThan(5);
    },
  );

  it('soon gives up on a calendar with more entries than shifts can have', async () => {
    await expect(read(ruled('FREQ=MINUTELY'))).rejects.toMatchObject({message: 'the calendar has more than 5000 entries in few days'});
  });

  it('refuses more than 2 MiB', async () => {
    await expect(read(`BEGIN:VCALENDAR\r\nX-LONG:${'あ'.repeat(700_000)}\r\nEND:VCALENDAR`)).rejects.toMatchObject({reason: 'parse'});
  });

  it('does not repeat what stands in a calendar that it cannot read', async () => {
    const secret = ruled('FREQ=DAILY').replace('20261101T000000Z', 'NAME-OF-SOMEBODY');
    await expect(read(secret)).rejects.toMatchObject({reason: 'parse', message: 'the calendar cannot be read'});
  });
});
