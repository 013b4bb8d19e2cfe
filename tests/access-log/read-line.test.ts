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
    expect(changed({network: '2001:db8::/48'})).toBe('read');
    for (const route of [
      '/',
      '/v1/tools/:id/photos',
      '/道具/{id}',
      '/cafe/feedback',
      '/api/2fa',
      '/2.0/tools',
      '/feed.json',
      '/カフェ/{id}.json',
    ])
      expect(changed({route})).toBe('read');
    expect(changed({ms: 3_600_000, bytes: 1e15})).toBe('read');
  });

  it.each([
    ['', 'found nothing, expected one JSON object'],
    ['   \r', 'found nothing, expected one JSON object'],
    ['{"time":', 'found no JSON ({"time":), expected one JSON object'],
    ['null', 'found null, expected one JSON object'],
    ['[]', 'found an array, expected one JSON object'],
    ['7', 'found a number, expected one JSON object'],
    ['{}', 'time: found nothing, expected a time with its zone, such as 2026-11-20T12:00:00Z'],
    ['\u001B[2J\u0000', 'found no JSON (\\u{1b}[2J\\u{0}), expected one JSON object'],
  ])('says why it cannot read %j', (text, said) => {
    expect(reason(text)).toBe(said);
  });

  it.each([
    [{status: '200'}, 'status: found "200", expected a whole number'],
    [{status: null}, 'status: found null, expected a whole number'],
    [{status: 99}, 'status: found 99, expected a status from 100 to 599'],
    [{ms: -1}, 'ms: found -1, expected a number of 0 or more'],
    [{ms: 1e300}, 'ms: found 1e+300, expected an hour at most'],
    [{bytes: 1e15 + 1}, 'bytes: found 1000000000000001, expected a petabyte at most'],
    [{time: '2026-11-20 12:00'}, 'time: found "2026-11-20 12:00", expected a time with its zone, such as 2026-11-20T12:00:00Z'],
    [{release: undefined}, 'release: found nothing, expected the name of a release'],
    [{agent: {a: 1}}, 'agent: found {"a":1}, expected text'],
  ])('says which field is wrong: %j', (change, said) => {
    expect(changed(change)).toBe(said);
  });

  it.each([
    {network: '192.0.2.77'},
    {network: '192.0.2.77/24'},
    {network: '999.999.1.0/24'},
    {network: '2001:db8::dead:beef:1:2/48'},
    {network: '2001:db8:1:2::/48'},
    {network: '::ffff:192.0.2.0/24'},
    {network: 'fe80::%eth0/48'},
    {network: 'fe80::%eth0::/48'},
    {network: 'fe80:%eth0::/48'},
  ])('refuses an address, and does not repeat it: %j', (change) => {
    expect(changed(change)).toBe(
      'network: found text of another form, expected a network such as 192.0.2.0/24 or 2001:db8:7::/48, not a full address',
    );
  });

  it.each([
    {route: '/search?q=drill'},
    {route: '/members/taro@example.com'},
    {route: '/members/taro%40example.com'},
    {route: '/members/4711'},
    {route: '/tools/0b9f2b3e-52a4-4c1d-9a53-0d6c4f1f7a11/photo'},
    {route: '/members/5f3a9c0e71d24b86'},
    {route: '/u/12345.json'},
    {route: '/photos/5f3a9c0e71d24b86.jpeg'},
    {route: '/members/４７１１'},
    {route: '/members/taro＠example.com'},
    {route: '/search？q=drill'},
    {route: '/tools/\u001B[2J'},
    {route: '/tools/\u202E{id}'},
  ])('refuses a path in place of its pattern, and does not repeat it: %j', (change) => {
    expect(changed(change)).toBe(
      'route: found text of another form, expected a route such as /tools/{id}, with neither a query string nor an id in it',
    );
  });

  it('refuses what is no hash, and does not repeat it', () => {
    const said = 'member: found text of another form, expected a hash of 16 hexadecimal digits, or null';
    expect(changed({member: 'member@example.com'})).toBe(said);
  });

  it('keeps hostile text as it is: whoever shows it shows text', () => {
    const agent = '<script>alert(1)</script>\u001B[2J\u0000\u202E';
    expect(readLine(JSON.stringify({...line, agent}))).toMatchObject({kind: 'line', line: {agent}});
  });
});
