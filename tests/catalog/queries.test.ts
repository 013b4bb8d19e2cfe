import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {expandQuery} from '../../src/catalog/queries.ts';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {handbook, sound} from '../support/sample.ts';

const query = (expr: string, params: Record<string, string[]>) =>
  expandQuery({name: 'x', title: {en: 'x', ja: 'x'}, expr, params, step: '1m', every: '15s'});

describe('expandQuery', () => {
  it('makes one query of each combination of parameters, in the order in which they are declared', () => {
    const {queries} = query('sum(up{a="$a",b=~"$b.*"})', {a: ['p', 'q'], b: ['1']});
    expect(queries.map(({name, expr}) => [name, expr])).toEqual([
      ['x:p:1', 'sum(up{a="p",b=~"1.*"})'],
      ['x:q:1', 'sum(up{a="q",b=~"1.*"})'],
    ]);
  });

  it('lets no value change what is asked', () => {
    const shape = 'up{a="$a"} and on (a) vector(1) > 0';
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('"} or vector(1) #', '\\\\"', '$a', '\n', "'", '`', '"')), (value) => {
        const {queries, odd} = query(shape, {a: [value]});
        expect(queries.length + odd.length).toBe(1);
        // Whatever stands in the string, the string is where it was and everything behind it as well.
        for (const {expr} of queries) expect(expr).toMatch(/^up\{a="[^]*"\} and on \(a\) vector\(1\) > 0$/);
      }),
      {numRuns: 500},
    );
  });
});

describe('data/live.yaml', () => {
  const slips = (live: string): string => {
    try {
      readCatalog(handbook({'data/live.yaml': `${sound['data/live.yaml']}${live}`}));
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  const title = 'title: {en: x, ja: x}';
  const reach = (more: string, url = 'https://c.example'): string => `oncall: [{team: sre, kind: icalendar, url: '${url}', ${more}}]`;

  it.each([
    [`queries: [{name: x, ${title}, expr: 'up{'}]`, 'found "up{", expected PromQL, with parameters inside quotes'],
    [`queries: [{name: x, ${title}, expr: 'up{a="$a"}'}]`, 'found $a, expected a parameter under params'],
    [`queries: [{name: x, ${title}, expr: up, params: {a: [b]}}]`, 'found a, expected a parameter that expr uses as $a'],
    [`queries: [{name: x, ${title}, expr: 'up{a="$a"}', params: {a: ['"} or up']}}]`, ''],
    [`queries: [{name: x, ${title}, expr: up, range: 30d, step: 1m}]`, 'found 43200 points, expected at most 400: a longer step'],
    [
      `queries: [{name: x, ${title}, json: {url: 'https://j.example', value: /v, maxAge: 1h}}]`,
      'found maxAge without at, expected at: where the time stands',
    ],
    [
      `queries: [{name: x, ${title}, json: {url: 'https://j.example', value: /v, at: /t}}]`,
      'found at without maxAge, expected maxAge: how old it may be',
    ],
    [
      `providers: [{name: x, ${title}, kind: json, url: 'https://j.example', value: /v, words: {up: ok}, at: /t}]`,
      'found at without maxAge, expected maxAge: how old it may be',
    ],
    [
      `providers: [{name: x, ${title}, kind: statuspage, url: 'https://s.example', probe: y}]`,
      'found the probe "y", expected a known probe; there is none',
    ],
    [
      `providers: [{name: x, ${title}, kind: statuspage, url: 'https://s.example', usedBy: [y]}]`,
      'found the component "y", expected one of shop',
    ],
    [`oncall: [{team: y, kind: icalendar, url: 'https://c.example'}]`, 'found the group "y", expected one of sre'],
    [`oncall: [{team: sre, kind: icalendar}]`, 'found not exactly one of url and urlFrom, expected one of them'],
    [`oncall: [{team: sre, kind: icalendar, url: 'https://c.example', roles: {x: y}}]`, 'found the role "x", expected one of sre-lead'],
    [
      `providers: [{name: x, ${title}, kind: json, url: 'https://j.example', value: /v, words: {}}]`,
      'found words: {}, expected at least one of their words',
    ],
    [
      `providers: [{name: x, ${title}, kind: github-actions, repository: ../.., workflow: w.yml}]`,
      'found repository: "../..", expected owner/name',
    ],
    [`queries: [{name: x, ${title}, expr: up, down: {}}]`, 'found down: {}, expected above or below'],
    [`queries: [{name: x, ${title}, expr: up, degraded: {above: 1, below: 2}}]`, 'expected below not greater than above'],
    [
      `queries: [{name: x, ${title}, expr: up, degraded: {above: 5}, down: {above: 1}}]`,
      'found down above 1, expected 5 or more, where degraded begins',
    ],
    [
      `queries: [{name: x, ${title}, json: {url: 'https://j.example', value: /v}, degraded: {below: 1}, down: {below: 5}}]`,
      'found down below 5, expected 1 or less, where degraded begins',
    ],
    [`queries: [{name: x, ${title}, expr: up, range: 1m, step: 5m}]`, 'found a range of 1m, expected at least one step, 5m'],
    [`linkHosts: ['*.com']`, 'found linkHosts: "*.com", expected a host name, or one such as *.example.com'],
    [reach('tokenFrom: T, basicFrom: B'), 'found tokenFrom and basicFrom, expected one of them'],
    [reach(String.raw`headers: {X-A: "a\r\nX-B: b"}`), 'expected visible ASCII on one line'],
    [reach('headers: {X-A: 値}'), 'found X-A: "値", expected visible ASCII on one line'],
    [
      reach('headers: {authorization: x}'),
      'found the header authorization, expected tokenFrom or basicFrom: no secret stands in this file',
    ],
    [reach('headers: {Cookie: x}'), 'found the header Cookie, expected tokenFrom or basicFrom'],
    [reach('headers: {Host: x}'), 'found the header Host, expected a header that does not steer the connection'],
    [reach('headers: {Transfer-Encoding: x}'), 'found the header Transfer-Encoding, expected a header that does not'],
    [reach('headers: {Content-Length: "1"}'), 'found the header Content-Length, expected a header that does not'],
    [reach('headers: {Connection: x}'), 'found the header Connection, expected a header that does not'],
    [reach('tokenFrom: T', 'http://c.example'), 'found a secret over http://c.example, expected https, or allowPrivate: true'],
    [reach('basicFrom: B', 'http://c.example'), 'found a secret over http://c.example'],
    [reach('timeout: 1s', 'https://a:b@c.example'), 'found url: "https://***@c.example", expected an address without credentials'],
    [reach('timeout: 1s', 'https:a:b@c.example'), 'expected an http or https address'],
    [
      `oncall: [{team: sre, kind: icalendar, url: 'https://c.example', roles: {sre-lead: Lead, sre-backup: ＬＥＡＤ}}]`,
      'found the role "sre-backup"',
    ],
  ])('says what is wrong with %s', (live, message) => {
    expect(slips(live)).toContain(message);
    expect(slips(live)).toMatch(/^\d+ slips? to mend:\n {2}data\/live\.yaml:\d+:\d+ /);
  });

  it('lets a secret go where nobody can read along, and to the own network', () => {
    for (const url of ['http://127.0.0.1:80', 'http://localhost', 'http://[::1]']) expect(slips(reach('tokenFrom: T', url))).toBe('');
    expect(slips(reach('tokenFrom: T, allowPrivate: true', 'http://c.example'))).toBe('');
  });

  it('takes bounds of which the stricter is further out, on both sides', () => {
    const bounds = 'degraded: {above: 5, below: -5}, down: {above: 10, below: -10}';
    expect(slips(`queries: [{name: x, ${title}, expr: up, ${bounds}}]`)).toBe('');
    expect(slips(`queries: [{name: x, ${title}, expr: up, degraded: {above: 5}, down: {below: 0}}]`)).toBe('');
  });

  it('wants the word of each role of a team to be its own', () => {
    const files = {
      'data/catalog/org.yaml': (sound['data/catalog/org.yaml'] ?? '').replace('[sre-lead]', '[sre-lead, backup]'),
      'data/live.yaml': `${sound['data/live.yaml']}oncall: [{team: sre, kind: icalendar, url: 'https://c.example', roles: {sre-lead: Ｂackup}}]`,
    };
    expect(() => readCatalog(handbook(files))).toThrow('found "backup" for sre-lead and backup, expected a word of its own for each role');
  });

  const probing = (more: string): string =>
    `sources: []\nwatchdog: Watchdog\nmayBeAbsent: []\nprobes: [{name: x, service: shop, ${more}}]\n`;

  it.each([
    ['target: "tcp://a:b@d.example:1"', 'expected an address without credentials'],
    ['target: "https://a@d.example"', 'expected an address without credentials'],
    ['target: "tcp://d.example:1/x"', 'expected a host and a port alone'],
    ['target: "tls://d.example:1?x"', 'expected a host and a port alone'],
    ['target: "tls://d.example:1#x"', 'expected a host and a port alone'],
    ['target: "tls://d.example:1", warnBefore: 0s', 'found warnBefore: "0s", expected a time from 1s to 10y'],
    ['target: "https://d.example", warnBefore: 30d', 'found warnBefore for https://d.example, expected a target such as tls://'],
    ['target: self, expect: []', 'found expect: [], expected at least 1'],
    ['target: self, path: //other.example/', 'expected a path such as /healthz'],
  ])('says what is wrong with a probe with %s', (more, message) => {
    expect(() => readCatalog(handbook({'data/live.yaml': probing(more)}))).toThrow(message);
  });

  it.each(['tcp://d.example:1', 'tcp://d.example:1/', 'tls://[::1]:1', 'https://d.example/', 'self'])('takes the target %s', (target) => {
    expect(() => readCatalog(handbook({'data/live.yaml': probing(`target: '${target}'`)}))).not.toThrow();
  });

  describe('the Watchdog', () => {
    const live = (watchdog: string): string => `sources: []\nwatchdog: ${watchdog}\nprobes: []\nmayBeAbsent: []\n`;

    it.each([
      ['NoSuch', '2:11'],
      ['{alert: NoSuch, labels: {}}', '2:19'],
    ])('is an alert of data/alerts: %s', (watchdog, place) => {
      expect(() => readCatalog(handbook({'data/live.yaml': live(watchdog)}))).toThrow(
        `data/live.yaml:${place} found the alert "NoSuch", expected one of Watchdog`,
      );
    });

    it('may live elsewhere where data/alerts declares none', () => {
      const none = 'groups:\n  - name: general\n    rules: []\n';
      expect(() => readCatalog(handbook({'data/live.yaml': live('NoSuch'), 'data/alerts/general.yaml': none}))).not.toThrow();
    });
  });

  describe('a witness', () => {
    const withWitness = (witness: string): string =>
      `sources: []\nwatchdog: Watchdog\nprobes: []\nmayBeAbsent: [{alert: Watchdog, metric: m, because: {en: a, ja: あ}, witness: '${witness}'}]\n`;
    const reading = (witness: string) => () => readCatalog(handbook({'data/live.yaml': withWitness(witness)}));

    it.each(['vector(1)', '1', 'time()', 'up or vector(0)', '(sum(up)) or (vector(1) > 0)', 'vector(scalar(up))', 'vector(1) > bool 2'])(
      'is refused when it can never be absent: %s',
      (witness) => {
        expect(reading(witness)).toThrow(`found ${JSON.stringify(witness)}, expected a witness that can be absent`);
      },
    );

    it.each(['up', 'up == 1', 'sum by (job) (up) > bool 0', 'vector(1) and on () up', 'vector(scalar(up)) > 0', 'up{a="b"} or down'])(
      'is taken when it rests on a series: %s',
      (witness) => {
        expect(reading(witness)).not.toThrow();
      },
    );
  });

  it('wants https for a source, or the word that it is in the own network', () => {
    const live = (more: string): Record<string, string> => ({
      'data/live.yaml': `sources: [{kind: prometheus, url: 'http://p.example'${more}}]\nwatchdog: Watchdog\nprobes: []\nmayBeAbsent: []\n`,
    });
    expect(() => readCatalog(handbook(live('')))).toThrow('found http://p.example, expected https, or allowPrivate: true');
    expect(() => readCatalog(handbook(live(', allowPrivate: true')))).not.toThrow();
  });
});
