import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {expect, test} from '../support/browser.ts';
import {freePort, run, until} from '../support/processes.ts';

test.use({viewport: {width: 390, height: 844}, permissions: ['clipboard-read', 'clipboard-write']});

interface Told {
  readonly attachments: readonly {readonly title_link: string}[];
}

/** Fires an alert at a real Alertmanager, and gives the link that its Slack message has, by the templates that we publish. */
async function linkOf(labels: Readonly<Record<string, string>>): Promise<URL> {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-alertmanager-'));
  const messages: Told[] = [];
  const slack = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      messages.push(JSON.parse(body) as Told);
      response.end('ok');
    });
  }).listen(0, '127.0.0.1');
  await once(slack, 'listening');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  writeFileSync(
    join(folder, 'alertmanager.yml'),
    JSON.stringify({
      templates: [resolve('docs/reference/templates/*.tmpl')],
      route: {receiver: 'sre', group_wait: '0s', group_interval: '1s'},
      receivers: [
        {
          name: 'sre',
          slack_configs: [
            {
              api_url: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/`,
              channel: '#sre',
              title: '{{ template "handbook.slack.title" . }}',
              title_link: '{{ template "handbook.url" . }}',
            },
          ],
        },
      ],
    }),
  );
  const alertmanager = run(process.env['ALERTMANAGER_BIN'] ?? 'prometheus-alertmanager', [
    `--config.file=${join(folder, 'alertmanager.yml')}`,
    `--storage.path=${folder}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ]);
  try {
    await until('Alertmanager to be ready', async () => (await fetch(`${url}/-/ready`).catch(() => undefined))?.ok);
    const body = JSON.stringify([{labels, startsAt: new Date().toISOString()}]);
    await fetch(`${url}/api/v2/alerts`, {method: 'POST', headers: {'content-type': 'application/json'}, body});
    const told = await until('Alertmanager to tell of it', () => messages[0]);
    return new URL(told.attachments[0]?.title_link ?? '');
  } finally {
    await alertmanager.end();
    slack.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** What the tool gets when somebody pastes the command into bash. */
function runWith(tool: string, command: string): string[] {
  const recorder = `${tool}() { printf '%s\\0' "$@"; }\n`;
  return execFileSync('bash', ['--norc', '-c', `${recorder}${command}`], {encoding: 'utf8'})
    .split('\0')
    .slice(0, -1);
}

const cases = [
  {
    labels: {
      alertname: 'KubePersistentVolumeFillingUp',
      namespace: 'prod',
      persistentvolumeclaim: 'photos',
      pod: 'web-1',
      mountpoint: '/var/lib/my data',
    },
    command: 'du -a',
    tool: 'kubectl',
    contains: ['exec', 'web-1', '/var/lib/my data'],
  },
  {
    labels: {alertname: 'BlackboxProbeFailed', job: 'blackbox', instance: '[::1]:9100'},
    command: 'curl ',
    tool: 'curl',
    contains: ['[::1]:9100'],
  },
];

for (const {labels, command, tool, contains} of cases) {
  test(`${labels.alertname}: what a real Alertmanager sends arrives in the command as it is`, async ({page}) => {
    const link = await linkOf(labels);
    for (const prefix of ['', '/ja']) {
      await page.goto(prefix + link.pathname + link.search);
      const block = page
        .locator('[data-command]')
        .filter({hasText: command})
        .filter({has: page.locator('[data-filled]')})
        .first();
      await block.locator('[data-copy]').click();
      await expect(block.locator('[data-copied]')).not.toBeEmpty();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      // What stands behind the pipe only shortens the list.
      const args = runWith(tool, copied.replace(/ \| .*/s, ''));
      for (const value of contains) expect(args).toContain(value);
    }
  });
}
