import {describe, expect, it} from 'vitest';
import {readLine} from '../../src/access-log/read-line.ts';

const line = {
  time: '2026-11-20T12:00:00.5Z',
  method: 'GET',
  route: '/tools/{id}',
  status: 200,
  ms: 12.5,
  bytes: 4096,
  member: '0123456789abcdef',
  network: '192.0.2.0/24',
  agent: 'Example/1.0',
  release: '2026-11-20.1',
};
const reason = (text: string): string => {
  const reading = readLine(text);
  return reading.kind === 'line' ? 'read' : reading.reason;
};
const changed = (change: object): string => reason(JSON.stringify({...line, ...change}));

describe('readLine', () => {
  it('reads a request, and drops what is not named', () => {
    expect(readLine(JSON.stringify({...line, email: 'member@example.com'}))).toEqual({kind: 'line', line});
    expect(changed({member: null})).toBe('read');
    expect(changed({network: '2001:db8:7::/48'})).toBe('read');
  });

  it.each([
    ['', 'found nothing, expected one JSON object'],
    ['   \r', 'found nothing, expected one JSON object'],
    ['{"time":', 'found no JSON ({"time":), expected one JSON object'],
    ['null', 'found null, expected one JSON object'],
    ['[]', 'found an array, expected one JSON object'],
    ['7', 'found a number, expected one JSON object'],
    ['{}', 'time: found nothing, expected a time with its zone, such as 2026-11-20T12:00:00Z'],
    ['\u001B[2J\u0000', 'found no JSON (\\u001b[2J\\u0000), expected one JSON object'],
  ])('says why it cannot read %j', (text, said) => {
    expect(reason(text)).toBe(said);
  });

  it.each([
    [{status: '200'}, 'status: found "200", expected a whole number'],
    [{status: null}, 'status: found null, expected a whole number'],
    [{status: 99}, 'status: found 99, expected a status from 100 to 599'],
    [{ms: -1}, 'ms: found -1, expected a number of 0 or more'],
    [{time: '2026-11-20 12:00'}, 'time: found "2026-11-20 12:00", expected a time with its zone, such as 2026-11-20T12:00:00Z'],
    [{release: undefined}, 'release: found nothing, expected the name of a release'],
    [{agent: {a: 1}}, 'agent: found {"a":1}, expected text'],
  ])('says which field is wrong: %j', (change, said) => {
    expect(changed(change)).toBe(said);
  });

  it.each([
    [{network: '192.0.2.77'}, 'network: found text of another form, expected a network such as 192.0.2.0/24, not a full address'],
    [{member: 'member@example.com'}, 'member: found text of another form, expected a hash of 16 hexadecimal digits, or null'],
    [{route: '/search?q=drill'}, 'route: found text of another form, expected a route such as /tools/{id}, without a query string'],
  ])('refuses what leads to a person, and does not repeat it: %j', (change, said) => {
    expect(changed(change)).toBe(said);
  });

  it('keeps hostile text as it is: whoever shows it shows text', () => {
    const agent = '<script>alert(1)</script>\u001B[2J\u0000\u202E';
    expect(readLine(JSON.stringify({...line, agent}))).toMatchObject({kind: 'line', line: {agent}});
  });
});
