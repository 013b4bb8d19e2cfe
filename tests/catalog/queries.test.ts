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
  ])('says what is wrong with %s', (live, message) => {
    expect(slips(live)).toContain(message);
    expect(slips(live)).toMatch(/^\d+ slips? to mend:\n {2}data\/live\.yaml:\d+:\d+ /);
  });

  it('wants https for a source, or the word that it is in the own network', () => {
    const live = (more: string): Record<string, string> => ({
      'data/live.yaml': `sources: [{kind: prometheus, url: 'http://p.example'${more}}]\nwatchdog: Watchdog\nprobes: []\nmayBeAbsent: []\n`,
    });
    expect(() => readCatalog(handbook(live('')))).toThrow('found http://p.example, expected https, or allowPrivate: true');
    expect(() => readCatalog(handbook(live(', allowPrivate: true')))).not.toThrow();
  });
});
