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
  await until(`${id} to be ${state}`, async () => (await handbook.live(id)).state === state, {within: 20_000});
}

describe('a silence that nobody can vouch for', () => {
  it('is not ok while one target of the job was never scraped, though the others are', async () => {
    await start({metrics: up, ruleFiles: ours, withBrokenTarget: true});
    const live = await until('a verdict about the targets', async () => {
      const now = await handbook.live(id);
      return now.state === 'unknown' && now.reason === 'partial' && now;
    });
    expect(live.evidence.find(({check}) => check.startsWith('can scrape'))).toMatchObject({ok: false, detail: 'probe_success'});
  });

  it('is not ok after a restart of Prometheus on what it knew before, while the target is dead', async () => {
    await start({metrics: up, ruleFiles: ours});
    await comesTo('ok');
    await monitoring.prometheus().end();
    monitoring.expose('broken');
    await comesTo('unknown');
    await monitoring.restartPrometheus();
    const seen = new Set<string>();
    for (let look = 0; look < 50; look++) {
      seen.add((await handbook.live(id)).state);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect([...seen]).toEqual(['unknown']);
  });

  it('is not claimed for the list while an alert fires that data/alerts does not have', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handbook-rules-'));
    const file = join(folder, 'theirs.yaml');
    writeFileSync(file, 'groups: [{name: theirs, rules: [{alert: Theirs, expr: vector(1), labels: {severity: critical}}]}]\n');
    await start({metrics: up, ruleFiles: [...ours, file]});
    const list = await until('the list to hold it', async () => {
      const answer = (await (await fetch(`${handbook.url}/_status/v1/alerts`)).json()) as AlertsAnswer;
      return answer.items.some(({alertname}) => alertname === 'Theirs') && answer;
    });
    expect(list.live.state).toBe('firing');
    rmSync(folder, {recursive: true});
  });
});
