import {replaceAt, replaceMatch} from './edit.ts';
import {onData, type Edit, type Planter} from './fault.ts';

const alerts = 'data/alerts/';

/** Faults of alerts, teams and other data. */
export const dataPlanters: readonly Planter[] = [
  onData({rule: 'alert-needs-runbook', name: 'an alert without a runbook', folder: alerts}, (text, random) => {
    const end = text.trimEnd().length;
    const urgency = random.pick(['critical', 'warning']);
    const name = `Shop${random.pick(['Slow', 'Empty', 'Locked'])}${random.pick(['Orders', 'Carts', 'Stock'])}`;
    const rule = `\n      - alert: ${name}\n        expr: shop_orders_waiting > 100\n        for: 5m\n        labels: { severity: ${urgency} }\n        annotations: { summary: Orders wait. }`;
    return /\n {6}- alert: /.test(text) ? replaceAt(text, [end, end], rule) : undefined;
  }),
  onData({rule: 'runbook-url-resolves', name: 'a link to a runbook that does not exist', folder: alerts}, (text, random) =>
    replaceMatch(text, /(?<=runbook_url: .*\/r\/)\w+/g, random, ([name]) => `${name}Gone`),
  ),
  onData({rule: 'runbook-url-resolves', name: 'a query behind the fragment', folder: alerts}, (text, random) =>
    replaceMatch(text, /(?<=runbook_url: .*\/r\/\w+)(?=\?)/g, random, () => '#check'),
  ),
  {
    kind: 'data',
    rule: 'runbook-url-kept',
    name: 'a published address that was forgotten',
    plant: ({data, pages}, random) => {
      const file = 'data/published-alerts.yaml';
      const text = data.get(file) ?? '';
      const [line = '', name = ''] = random.pick([...text.matchAll(/^ {2}- \{ name: (\w+), since.*\n/gm)]) ?? [];
      const answers = pages.filter((page) => new RegExp(`^(alerts|aliases): .*\\b${name}\\b`, 'm').test(page.text));
      return name === '' ? undefined : {files: {[file]: text.replace(line, '')}, at: answers.map((page) => page.file)};
    },
  },
  onData({rule: 'runbook-url-kept', name: 'a published address that leads nowhere', folder: 'data/published-alerts.yaml'}, (text, random) =>
    replaceMatch(text, /^(?= {2}- \{ name: \w+, since)/gm, random, () => '  - { name: LongGone, since: 2026-01-01 }\n'),
  ),
  onData({rule: 'owner-bus-factor', name: 'a team of one', folder: 'data/catalog/org.yaml'}, (text, random, {data, pages}) => {
    // Whoever is called by name elsewhere stays, and who owns nothing may be one.
    const others = [
      ...[...data].filter(([file]) => !file.endsWith('org.yaml')).map(([, other]) => other),
      ...pages.map((page) => page.text),
    ].join('\n');
    const teams = [...text.matchAll(/name: ([\w-]+)\b(?:(?!^---)[\s\S])*?members: \[[\w-]+(, [^\]]+)(?=\])/gm)].filter(
      ([, name, rest = '']) =>
        new RegExp(`owner: (group:)?${name}\\b`).test(others) && !rest.split(', ').some((role) => role !== '' && others.includes(role)),
    );
    const team = random.pick(teams);
    return team === undefined
      ? undefined
      : lenient(replaceAt(text, [team.index, team.index + team[0].length], team[0].slice(0, -(team[2] ?? '').length)));
  }),
  onData({rule: 'catalog', name: 'a service without an owner', folder: 'data/catalog/', alone: true}, (text, random) =>
    lenient(replaceMatch(text, /^ {2}owner: group:\w+\n/gm, random, () => '')),
  ),
  onData({rule: 'catalog', name: 'an owner that is no team', folder: 'data/catalog/', alone: true}, (text, random) =>
    replaceMatch(text, /(?<=^ {2}owner: group:)\w+$/gm, random, () => 'nobody'),
  ),
  onData({rule: 'catalog', name: 'what is no YAML', folder: 'data/', alone: true}, (text, random) =>
    lenient(replaceMatch(text, /(?<=^[a-z]+:) (?=[a-z[{])/gm, random, () => ' "')),
  ),
];

/** What a parser finds far from where it was caused. */
function lenient(edit: Edit | undefined): Edit | undefined {
  return edit === undefined ? undefined : {text: edit.text};
}
