import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {load} from 'cheerio';
import {describe, expect, it, onTestFinished} from 'vitest';

const amtool = process.env['AMTOOL_BIN'] ?? 'amtool';
const promtool = process.env['PROMTOOL_BIN'] ?? 'promtool';
const folder = 'docs/reference/templates';

type Labels = Readonly<Record<string, string>>;

const awkward: Labels = {
  device: '/dev/disk/by-id/a+b=c',
  instance: '[::1]:9100',
  mountpoint: '/var/lib/my data',
  pod: `a"b'c&amp;d#e%20f?g;h|i<j>k\\l`,
  team: '貸出　チーム🛠',
  template: '{{ .Labels }}$(reboot)`x`',
  ['copy']: '&copy;',
};

function scratch(): string {
  const path = mkdtempSync(join(tmpdir(), 'templates-'));
  onTestFinished(() => rmSync(path, {recursive: true, force: true}));
  return path;
}

/** What Alertmanager itself makes of a template for these alerts. */
function render(
  name: string,
  alerts: readonly Labels[],
  {type = 'text', common = alerts[0] ?? {}}: {type?: 'text' | 'html'; common?: Labels} = {},
): string {
  const data = join(scratch(), 'data.json');
  const times = {startsAt: '2026-01-31T03:00:00Z', endsAt: '0001-01-01T00:00:00Z', generatorURL: '', fingerprint: ''};
  const annotations = {summary: 'Full & <slow>'};
  writeFileSync(
    data,
    JSON.stringify({
      receiver: 'sre',
      status: 'firing',
      alerts: alerts.map((labels) => ({status: 'firing', labels, annotations, ...times})),
      groupLabels: {},
      commonLabels: common,
      commonAnnotations: {},
      externalURL: 'http://alertmanager.example',
    }),
  );
  const args = [
    `--template.glob=${folder}/*.tmpl`,
    `--template.type=${type}`,
    `--template.text={{ template "${name}" . }}`,
    `--template.data=${data}`,
  ];
  return execFileSync(amtool, ['template', 'render', ...args], {encoding: 'utf8'});
}

/** What a browser, and so the runbook, reads from an address. */
function read(address: string): {path: string; labels: Labels} {
  const {pathname, searchParams, hash} = new URL(address);
  expect(hash).toBe('');
  return {path: pathname, labels: Object.fromEntries(searchParams)};
}

describe('the templates for Alertmanager', () => {
  it('carry every label to the address of the runbook, exactly', () => {
    const labels = {alertname: 'KubePersistentVolumeFillingUp', ...awkward};
    expect(read(render('handbook.url', [labels]))).toEqual({path: '/r/KubePersistentVolumeFillingUp', labels});
  });

  it('carry them through the HTML of an e-mail as well', () => {
    const labels = {alertname: 'KubePersistentVolumeFillingUp', ...awkward};
    const page = load(render('handbook.email.html', [labels], {type: 'html'}));
    expect(read(page('a').attr('href') ?? '')).toEqual({path: '/r/KubePersistentVolumeFillingUp', labels});
    expect(page('p').text()).toContain('Full & <slow>');
  });

  it('carry them through the text of a Slack message, each alert with its own', () => {
    const alerts = [
      {alertname: 'DiskFull', ...awkward},
      {alertname: 'DiskFull', instance: 'b'},
    ];
    const text = render('handbook.slack.text', alerts, {common: {alertname: 'DiskFull'}});
    // What Slack shows as a link is the part before the bar; it reads three entities back.
    const links = [...text.matchAll(/<([^|>]*)\|([^>]*)>/g)].map(([, url = '', words]) => [words, read(url.replaceAll('&amp;', '&'))]);
    expect(links).toEqual(alerts.map((labels) => ['DiskFull', {path: '/r/DiskFull', labels}]));
    expect(text).toContain('Full &amp; &lt;slow&gt;');
  });

  it('leave out labels without a value', () => {
    expect(render('handbook.url', [{alertname: 'DiskFull', device: '', instance: 'a:1'}])).toBe(
      'https://handbook.reiji.example/r/DiskFull?alertname=DiskFull&instance=a%3A1',
    );
  });

  it('name only what all alerts of a notification share', () => {
    const alerts = ['a', 'b'].map((pod) => ({alertname: 'PodCrash', namespace: 'prod', pod}));
    const address = render('handbook.url', alerts, {common: {alertname: 'PodCrash', namespace: 'prod'}});
    expect(read(address)).toEqual({path: '/r/PodCrash', labels: {alertname: 'PodCrash', namespace: 'prod'}});
  });

  it('lead to the first alert when a notification holds alerts of different names', () => {
    const alerts = [
      {alertname: 'PodCrash', namespace: 'prod'},
      {alertname: 'DiskFull', namespace: 'prod'},
    ];
    expect(read(render('handbook.url', alerts, {common: {namespace: 'prod'}}))).toEqual({path: '/r/PodCrash', labels: alerts[0]});
    expect(render('handbook.slack.title', alerts, {common: {namespace: 'prod'}})).toBe('FIRING 2: several alerts');
  });

  it.each(['Disk full', '../admin', '..', 'ディスク', 'a/b?c#d'])(
    'leave the name %j to the query, where it cannot change the path',
    (alertname) => {
      expect(read(render('handbook.url', [{alertname}]))).toEqual({path: '/r/', labels: {alertname}});
    },
  );

  it('are used by an example configuration that Alertmanager accepts', () => {
    const said = execFileSync(amtool, ['check-config', `${folder}/alertmanager.yml`], {encoding: 'utf8'});
    expect(said).toContain('SUCCESS');
  });
});

describe('a link in a rule file', () => {
  it('carries labels exactly with urlquery, as Prometheus itself expands it', () => {
    const root = scratch();
    const {template: _, ...labels} = awkward;
    const series = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    const query = [...Object.keys(labels), 'gone'].map((name) => `${name}={{ $labels.${name} | urlquery }}`).join('&');
    const annotations = {runbook_url: `https://handbook.example/r/DiskFull?${query}`};
    const rules = {groups: [{name: 'disk', rules: [{alert: 'DiskFull', expr: 'free == 0', annotations}]}]};
    const test = {
      rule_files: ['rules.json'],
      tests: [
        {
          input_series: [{series: `free{${series.join(',')}}`, values: '0 0'}],
          // Nothing is expected, so that promtool shows what it got.
          alert_rule_test: [{eval_time: '1m', alertname: 'DiskFull', exp_alerts: []}],
        },
      ],
    };
    writeFileSync(join(root, 'rules.json'), JSON.stringify(rules));
    writeFileSync(join(root, 'test.json'), JSON.stringify(test));
    const address = /Annotations:\{runbook_url="([^"]*)"\}/.exec(
      outputOfFailing(promtool, ['test', 'rules', join(root, 'test.json')]),
    )?.[1];
    expect(read(address ?? '')).toEqual({path: '/r/DiskFull', labels: {...labels, gone: ''}});
  });
});

function outputOfFailing(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, {encoding: 'utf8', stdio: 'pipe'});
  } catch (error) {
    const {stdout, stderr} = error as {stdout?: string; stderr?: string};
    return `${stdout ?? ''}${stderr ?? ''}`;
  }
}
