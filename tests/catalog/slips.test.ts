import {describe, expect, it} from 'vitest';
import {readCatalog} from '../../src/catalog/read-catalog.server.ts';
import {SlipError} from '../../src/catalog/slip.ts';
import {handbook, sound} from '../support/sample.ts';

/** The slips of a handbook with these files, as `file:line:column found …, expected …`. */
function slips(files: Readonly<Record<string, string>>): string[] {
  try {
    readCatalog(handbook(files));
    return [];
  } catch (error) {
    if (!(error instanceof SlipError)) throw error;
    return error.slips.map(({file, line, column, found, expected}) => `${file}:${line}:${column} found ${found}, expected ${expected}`);
  }
}

const component = (name: string, spec: string, metadata = ''): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: ${name}${metadata}}\nspec: {type: service, lifecycle: production, ${spec}}\n`;
const rules = (...of: string[]): string => `groups:\n  - name: shop\n    rules:\n${of.map((rule) => `      - ${rule}\n`).join('')}`;
const alert = (name: string, more = ''): string => `{alert: ${name}, expr: up == 0, labels: {severity: critical${more}}}`;

describe('slips of data/', () => {
  it('are none in a sound handbook', () => {
    expect(slips({})).toEqual([]);
  });

  const refused = [
    {
      name: 'a title and a description without Japanese',
      files: {'data/catalog/shop.yaml': component('shop', 'owner: sre', ', title: Shop, description: Sells.')},
      found: [
        'data/catalog/shop.yaml:3:31 found no handbook/title-ja, expected one beside title, because data/site.yaml has ja',
        'data/catalog/shop.yaml:3:50 found no handbook/description-ja, expected one beside description, because data/site.yaml has ja',
      ],
    },
    {
      name: 'an SLO with a title without Japanese',
      files: {
        'data/slos/a.yaml':
          'apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a, displayName: Shop}\nspec:\n  service: shop\n  timeWindow: [{duration: 30d, isRolling: true}]\n  budgetingMethod: Occurrences\n  objectives: [{target: 0.99}]\n',
      },
      found: ['data/slos/a.yaml:3:34 found no handbook/title-ja, expected one beside displayName, because data/site.yaml has ja'],
    },
    {
      name: 'a day of the sample without the sample',
      files: {'data/site.yaml': `${sound['data/site.yaml']?.replace('sample: true', 'sample: false')}as_of: 2026-01-31\n`},
      found: ['data/site.yaml:8:8 found as_of: "2026-01-31", expected as_of only while sample is true: ages are judged on the present'],
    },
    {
      name: 'a day that is none',
      files: {'data/site.yaml': `${sound['data/site.yaml']}as_of: tomorrow\n`},
      found: ['data/site.yaml:8:8 found as_of: "tomorrow", expected a day such as 2026-01-31'],
    },
    {
      name: 'an owner that does not exist',
      files: {'data/catalog/a.yaml': component('a', 'owner: group:sales')},
      found: ['data/catalog/a.yaml:4:53 found the group "group:sales", expected one of sre'],
    },
    {
      name: 'a dependency that does not exist',
      files: {'data/catalog/a.yaml': component('a', 'owner: sre, dependsOn: [component:b]')},
      found: ['data/catalog/a.yaml:4:70 found the component "component:b", expected one of a, shop'],
    },
    {
      name: 'a second component of the same name',
      files: {'data/catalog/a.yaml': component('shop', 'owner: sre')},
      found: ['data/catalog/shop.yaml:3:18 found Component shop a second time, expected each name once'],
    },
    {
      name: 'two rules with the same alert and the same labels',
      files: {'data/alerts/shop.yaml': rules(alert('Down'), alert('Down'))},
      found: [
        'data/alerts/shop.yaml:5:17 found a second rule Down with the same labels as data/alerts/shop.yaml:4, expected labels that tell them apart',
      ],
    },
    {
      name: 'a rule about a service that does not exist',
      files: {'data/alerts/shop.yaml': rules(alert('Down', ', service: shp'))},
      found: ['data/alerts/shop.yaml:4:17 found the component "shp", expected one of shop'],
    },
    {
      name: 'a severity that has no meaning',
      files: {'data/alerts/shop.yaml': rules('{alert: Down, expr: up, labels: {severity: loud}}', '{alert: Up, expr: up}')},
      found: [
        'data/alerts/shop.yaml:4:17 found the severity "loud", expected one of critical, warning, info (data/severity.yaml)',
        'data/alerts/shop.yaml:5:17 found Up without a severity label, expected one of critical, warning, info (data/severity.yaml)',
      ],
    },
    {
      name: 'an annotation with an alert that does not exist',
      files: {'data/catalog/a.yaml': component('a', 'owner: sre', ', annotations: {prometheus.io/alert: "Watchdog, Gone"}')},
      found: ['data/catalog/a.yaml:3:56 found the alert "Gone", expected one of Watchdog'],
    },
    {
      name: 'an SLO of a service that does not exist',
      files: {
        'data/slos/a.yaml':
          'apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\nspec:\n  service: shp\n  timeWindow: [{duration: 30d, isRolling: true}]\n  budgetingMethod: Occurrences\n  objectives: [{target: 0.99}]\n',
      },
      found: ['data/slos/a.yaml:5:12 found the component "shp", expected one of shop'],
    },
    {
      name: 'a probe of a service that does not exist, and an exception for an alert that does not',
      files: {
        'data/live.yaml':
          'sources: []\nwatchdog: Watchdog\nprobes:\n  - {name: p, service: shp, target: self}\nmayBeAbsent:\n  - {alert: Gone, metric: up, because: {en: a, ja: あ}, witness: up}\n',
      },
      found: [
        'data/live.yaml:4:24 found the component "shp", expected one of shop',
        'data/live.yaml:6:13 found the alert "Gone", expected one of Watchdog',
      ],
    },
    {
      name: 'an alias within what it stands for',
      files: {'data/severity.yaml': 'labels: &a\n  critical: *a\n'},
      found: ['data/severity.yaml:2:13 found an alias within what it stands for, expected values that come to an end'],
    },
    {
      name: 'an alias without what it stands for',
      files: {'data/severity.yaml': 'labels:\n  critical: *page\n'},
      found: [
        'data/severity.yaml:2:13 found what is no YAML (Unresolved alias (the anchor must be set before the alias): page), expected valid YAML',
      ],
    },
    {
      name: 'aliases that grow without end',
      files: {'data/severity.yaml': `labels:\n  a: &a page\n  b: [${'*a, '.repeat(200)}]\n`},
      found: [
        'data/severity.yaml:3:7 found what is no YAML (Excessive alias count indicates a resource exhaustion attack), expected valid YAML',
      ],
    },
    {
      name: 'a number that is none',
      files: {'data/severity.yaml': 'labels: {critical: .nan, warning: -.inf}\n'},
      found: [
        'data/severity.yaml:1:20 found critical: .nan, expected one of "page", "ticket", "note"',
        'data/severity.yaml:1:35 found warning: -.inf, expected one of "page", "ticket", "note"',
      ],
    },
    {
      name: 'a file of entities that was emptied',
      files: {'data/catalog/a.yaml': '# nothing\n'},
      found: ['data/catalog/a.yaml:1:1 found nothing in the file, expected what its folder is for, or no file'],
    },
    {
      name: 'a value of the wrong type',
      files: {'data/site.yaml': (sound['data/site.yaml'] ?? '').replace('sample: true', 'sample: yes please')},
      found: ['data/site.yaml:3:9 found sample: "yes please", expected a value of type boolean'],
    },
    {
      name: 'a key that does not exist',
      files: {'data/live.yaml': `${sound['data/live.yaml']}sauces: []\n`},
      found: [
        'data/live.yaml:5:1 found the key "sauces", expected one of sources, labels, probes, queries, watchdog, oncall, providers, linkHosts, mayBeAbsent',
      ],
    },
    {
      name: 'a file that is missing',
      files: {'data/severity.yaml': ''},
      found: ['data/severity.yaml:1:1 found nothing in the file, expected settings'],
    },
    {
      name: 'an expression that is not PromQL',
      files: {'data/alerts/shop.yaml': rules('{alert: Down, expr: "sum(up", labels: {severity: info}}', '{record: r, expr: "up ==="}')},
      found: ['data/alerts/shop.yaml:4:29 found an end, expected PromQL', 'data/alerts/shop.yaml:5:27 found "=", expected PromQL'],
    },
  ];
  it.each(refused)('name $name with its place', ({files, found}) => {
    expect(slips(files)).toEqual(found);
  });

  describe('in data/live.yaml', () => {
    const live = (text: string): string[] =>
      slips({
        'data/live.yaml': `sources: []\nwatchdog: Watchdog\nmayBeAbsent: []\n${text.includes('probes:') ? '' : 'probes: []\n'}${text}\n`,
      }).map((slip) => slip.replace(/^\S+ /, ''));
    const provider = (more: string): string => `providers:\n  - {name: p, title: {en: P, ja: P}, ${more}}`;
    const probe = (more: string): string => `probes:\n  - {name: p, service: shop, ${more}}`;
    const statuspage = 'kind: statuspage, url: "https://a.example/"';
    const target = 'expected self, or an http, https, tcp or tls address, such as tcp://db.example:5432';

    it.each([
      ['link', provider(`${statuspage}, link: "http://a.example/"`), ['found link: "http://a.example/", expected an https address']],
      ['target', probe('target: db:5432'), [`found target: "db:5432", ${target}`]],
      ['target', probe('target: udp://db:5432'), [`found target: "udp://db:5432", ${target}`]],
      ['target', probe('target: tcp://db:5432/x'), ['found target: "tcp://db:5432/x", expected a host and a port alone']],
    ])('say what a %s may be, once: %s', (_, text, found) => {
      expect(live(text)).toEqual(found);
    });

    it.each(['6 hours', '15 sec', '5 s', '6', ''])('name the form of a duration once: %o', (duration) => {
      const shown = duration === '6' ? '6' : JSON.stringify(duration);
      const expected = 'expected a duration without spaces, such as 15s, 5m or 1h30m';
      const query = (key: string): string => `queries:\n  - {name: q, title: {en: Q, ja: Q}, expr: up, ${key}: ${shown}}`;
      for (const key of ['range', 'every']) expect(live(query(key))).toEqual([`found ${key}: ${shown}, ${expected}`]);
    });

    it('say the bounds of a duration that is one', () => {
      expect(live(provider(`${statuspage}, every: 1s`))).toEqual(['found every: "1s", expected an interval from 10s to 1d']);
    });

    it('list the keys that an entry may have, the nearest first', () => {
      expect(live(provider(`${statuspage}, usedby: [shop]`))).toEqual([
        expect.stringMatching(/^found the key "usedby", expected one of usedBy, (?=.*\bcomponent\b)(?=.*\btokenFrom\b)/),
      ]);
    });

    it('show of an entry of an unknown kind the kind alone', () => {
      expect(live(provider('kind: statusio, url: "https://a.example/"'))).toEqual([
        'found kind: "statusio", expected one of "statuspage", "github-actions", "json"',
      ]);
    });

    it('are one for a team that does not exist, whatever its roles', () => {
      expect(live('oncall:\n  - {team: ops, kind: icalendar, url: "https://c.example/", roles: {a: A, b: A}}')).toEqual([
        'found the group "ops", expected one of sre',
      ]);
    });

    it.each([
      'https://me:hush-hush@a.example/',
      'ftp://me:hush-hush@a.example/',
      'me:hush-hush@a.example',
      'https://me:hush-hush/1@a.example/',
    ])('never repeat a password: %s', (url) => {
      const found = [
        ...live(provider(`kind: statuspage, url: "${url}"`)),
        ...live(provider(`${statuspage}, link: "${url}"`)),
        ...live(probe(`target: "${url}"`)),
        ...live(`sources2: "${url}"\nqueries: [{name: q, at: "${url}"}]`),
      ];
      expect(found.length).toBeGreaterThan(3);
      expect(found.join('\n')).not.toContain('hush');
      expect(found.join('\n')).toContain('a.example');
    });
  });

  it('name a document that is not YAML', () => {
    expect(slips({'data/catalog/a.yaml': 'kind: [a\nb: c\n'})).toEqual([
      expect.stringMatching(/^data\/catalog\/a\.yaml:\d+:\d+ found .+, expected valid YAML$/),
    ]);
  });

  it('are gathered over several files and reported at once', () => {
    const found = slips({
      'data/site.yaml': (sound['data/site.yaml'] ?? '').replace("'#336699'", 'blue'),
      'data/catalog/a.yaml': component('a', 'owner: sales'),
      'data/alerts/shop.yaml': rules(alert('Down', ', service: shp')),
    });
    expect(found.map((slip) => slip.replace(/:.*/, '')).toSorted()).toEqual([
      'data/alerts/shop.yaml',
      'data/catalog/a.yaml',
      'data/site.yaml',
    ]);
  });

  it('do not repeat what follows from another: a name of a document that could not be read is known', () => {
    expect(
      slips({
        'data/catalog/a.yaml': component('a', 'owner: sre, lifecycle: [x]').replace('lifecycle: production, ', ''),
        'data/catalog/b.yaml': component('b', 'owner: sre, dependsOn: [component:a]'),
      }),
    ).toEqual([expect.stringContaining('data/catalog/a.yaml:4')]);
  });

  it('are all in the message of the error', () => {
    const root = handbook({'data/catalog/a.yaml': component('a', 'owner: sales')});
    expect(() => readCatalog(root)).toThrow(
      /^1 slip to mend:\n {2}data\/catalog\/a\.yaml:4:53 found the group "sales", expected one of sre$/,
    );
  });
});
