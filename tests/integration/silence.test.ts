import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import type {AlertsAnswer} from '../../src/live/contract.ts';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import {startMonitoring, type Monitoring} from '../support/monitoring.ts';
import {until} from '../support/processes.ts';

const ours = ['data/alerts/blackbox.yaml', 'data/alerts/general.yaml'];
const up = 'probe_success{instance="https://share.reiji.example/"} 1\n';
const id = 'alert:BlackboxProbeFailed';

let monitoring: Monitoring;
let handbook: Handbook;
afterEach(async () => {
  await handbook?.end();
  await monitoring?.end();
});

async function start(options: Parameters<typeof startMonitoring>[0]): Promise<void> {
  monitoring = await startMonitoring(options);
  handbook = await startHandbook({PROMETHEUS_URL: monitoring.prometheusUrl, ALERTMANAGER_URL: monitoring.alertmanagerUrl});
}

async function comesTo(state: string): Promise<void> {
  await until(`${id} to be ${state}`, async () => (await handbook.live(id)).state === state);
}

describe('a silence that nobody can vouch for', () => {
  it('is not ok while one target of the job was never scraped, though the others are', async () => {
    await start({metrics: up, ruleFiles: ours, withBrokenTarget: true});
    const live = await until('a verdict about the targets', async () => {
      const now = await handbook.live(id);
      return now.state === 'unknown' && now.reason === 'partial' && now;
    });
    expect(live.evidence.find(({check}) => check === 'all-targets-scraped')).toMatchObject({ok: false, detail: 'partial: probe_success'});
  });

  it('is not claimed for the list while an alert fires that data/alerts does not have', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handbook-rules-'));
    const file = join(folder, 'theirs.yaml');
    writeFileSync(file, 'groups: [{name: theirs, rules: [{alert: Theirs, expr: vector(1), labels: {severity: critical}}]}]\n');
    await start({metrics: up, ruleFiles: [...ours, file]});
    const seen = new Set<string>();
    // Whether it is silenced is known once Alertmanager has answered too; until then nobody can vouch for anything.
    await until('the list to hold it and to say so', async () => {
      const {items, live} = (await (await fetch(`${handbook.url}/_status/v1/alerts`)).json()) as AlertsAnswer;
      seen.add(live.state);
      return items.some(({alertname}) => alertname === 'Theirs') && live.state === 'firing';
    });
    expect([...seen]).not.toContain('ok');
    rmSync(folder, {recursive: true});
  });
});

it('is over once the condition holds, and the list leads to the filled runbook', async () => {
  await start({metrics: up.replace(' 1', ' 0'), ruleFiles: ours});
  await comesTo('firing');
  const {items, live} = (await (await fetch(`${handbook.url}/_status/v1/alerts`)).json()) as AlertsAnswer;
  expect(live.state).toBe('firing');
  expect(items).toMatchObject([
    {alertname: 'BlackboxProbeFailed', severity: 'critical', state: 'firing', runbook: '/runbooks/site-probe-failed'},
  ]);
  expect(items[0]?.href).toBe('/r/BlackboxProbeFailed?instance=https%3A%2F%2Fshare.reiji.example%2F&job=blackbox');
});

it('is not claimed when an exporter stops telling of what fired, and goes on telling of the rest', async () => {
  const rest = 'probe_success{instance="https://other.reiji.example/"} 1\n';
  const broken = up.replace(' 1', ' 0');
  await start({metrics: rest + broken, ruleFiles: ours});
  await comesTo('firing');
  // What is there is looked at every few seconds.
  await new Promise((resolve) => setTimeout(resolve, 6000));
  monitoring.expose(rest);
  const seen = new Set<string>();
  await until('the doubt', async () => {
    const live = await handbook.live(id);
    seen.add(live.state);
    return live.state === 'unknown' && live.reason === 'no-series';
  });
  expect([...seen]).not.toContain('ok');
  // It is gone from both sources, and whoever reads still needs its runbook.
  const items = async () => ((await (await fetch(`${handbook.url}/_status/v1/alerts`)).json()) as AlertsAnswer).items;
  const remembered = await until('it to be gone from the sources', async () => {
    const [item, ...others] = await items();
    return others.length === 0 && item?.lastSeenAt !== undefined && item;
  });
  expect(remembered.href).toMatch(/^\/r\/BlackboxProbeFailed\?instance=/);
  expect(Date.now() - Date.parse(remembered.lastSeenAt ?? '')).toBeLessThan(60_000);
  monitoring.expose(rest + up);
  await comesTo('ok');
  expect(await items()).toEqual([]);
});
