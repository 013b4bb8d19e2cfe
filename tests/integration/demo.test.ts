import {mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {incidents} from '../../src/demo/incidents.ts';
import type {Live} from '../../src/live/state.ts';
import {run, until, type Running} from '../support/processes.ts';

/** Where the demo may leave something behind, and by which its processes are known. */
const folder = mkdtempSync(join(tmpdir(), 'demo-of-a-test-'));
let demo: Running;
let url: string;
let switchUrl: string;

beforeAll(async () => {
  // A build is there when these tests run; whether it is newer than its sources is not the question here.
  demo = run(process.execPath, ['src/demo/main.server.ts', '--built'], {env: {PORT: '0', TMPDIR: folder}});
  const said = (pattern: RegExp): Promise<string> =>
    until(`the demo to say ${pattern.source}; it said: ${demo.output()}`, () => {
      if (demo.process.exitCode !== null) throw new Error(`The demo ended: ${demo.output()}`);
      return pattern.exec(demo.output())?.[1];
    });
  switchUrl = await said(/curl -X POST (\S+)\/incident\/site-down/);
  url = (await said(/The handbook\s+(\S+)/)).replace('localhost', '127.0.0.1');
});
afterAll(async () => {
  demo.signal('SIGTERM');
  await until('the demo to be gone', () => demo.process.exitCode !== null || demo.process.signalCode !== null).catch(() => demo.end());
  rmSync(folder, {recursive: true, force: true});
});

const alerts = ['KubePodCrashLooping', 'BlackboxProbeFailed', 'KubePersistentVolumeFillingUp'] as const;
const alertIds = alerts.map((name) => `alert:${name}`);

async function statesOf(ids: readonly string[]): Promise<string[]> {
  const answer = await fetch(`${url}/_status/v1/live?ids=${ids.join(',')}`);
  const {items} = (await answer.json()) as {items: Record<string, Live>};
  return ids.map((id) => items[id]?.state ?? 'no answer');
}

/** Waits until all of these have a state. On a machine that does much else at the same time, each step may be lost and found again. */
async function become(ids: readonly string[], ...states: readonly string[]): Promise<void> {
  let last: readonly string[] = [];
  await until(
    `${ids.join(', ')} to become ${states.join(' or ')}`,
    async () => {
      last = await statesOf(ids);
      return last.every((one) => states.includes(one));
    },
    {every: 200},
  ).catch((error: Error) => {
    throw new Error(`${error.message}; they are ${last.join(', ')}`);
  });
}

async function setOff(...ids: readonly string[]): Promise<void> {
  for (const id of ids) expect((await fetch(`${switchUrl}/incident/${id}`, {method: 'POST'})).status).toBe(200);
}

/** Processes that the demo has started, and the demo itself: all of them have its folder in their environment. */
function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TMPDIR=${folder}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe('the demo', () => {
  it('begins with all well, and with a past that an error budget can be computed from', async () => {
    await become([...alertIds, 'service:web-front', 'query:requests:lending-api', 'provider:pay-provider', 'oncall:sre'], 'ok');
    const budget = await until('the error budget', async () => {
      const answer = await fetch(`${url}/_status/v1/live?ids=slo:lending-api-availability`);
      const live = ((await answer.json()) as {items: Record<string, Live>}).items['slo:lending-api-availability'];
      return live !== undefined && 'value' in live ? live.value.budget : undefined;
    });
    expect(budget.coveredMs / budget.windowMs).toBeGreaterThan(0.95);
    expect(budget.remaining).toBeGreaterThan(0.1);
    expect(budget.remaining).toBeLessThan(0.7);
  });

  it('fires what is set off, shows nobody a green that cannot be known, and is well again', async () => {
    await setOff('pod-crash-looping', 'site-down', 'volume-filling', 'requests-fail', 'providers-down');
    await become([...alertIds, 'service:web-front', 'service:cluster'], 'firing');
    const {items} = (await (await fetch(`${url}/_status/v1/alerts`)).json()) as {items: {alertname: string; href: string | null}[]};
    expect(items.find(({alertname}) => alertname === 'KubePodCrashLooping')?.href).toMatch(
      /^\/r\/KubePodCrashLooping\?.*pod=lending-api-5d8f7c9b6-x2x7k/,
    );
    await become(['query:lending-errors', 'provider:pay-provider'], 'degraded', 'down');

    await setOff('scrape-breaks');
    await become(alertIds, 'unknown');
    for (let n = 0; n < 10; n++) {
      expect(await statesOf(alertIds)).not.toContain('ok');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await setOff('all-well');
    await become([...alertIds, 'provider:pay-provider'], 'ok');
  });

  it('loses its certainty with Alertmanager, and gets it back', async () => {
    await setOff('alertmanager-dies');
    await become(alertIds, 'unknown');
    await setOff('all-well');
    await become(alertIds, 'ok');
  });

  it('knows every incident at its switch', async () => {
    const {expected} = (await (await fetch(`${switchUrl}/incident/no-such`, {method: 'POST'})).json()) as {expected: string[]};
    expect(expected).toEqual([...incidents.map(({id}) => `/incident/${id}`), '/incident/all-well']);
  });

  it('listens on loopback only', () => {
    const own = new Set(
      processes().flatMap((pid) => {
        const files = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
        return files.flatMap((file) => /^socket:\[(\d+)\]$/.exec(file)?.[1] ?? []);
      }),
    );
    const listening = ['tcp', 'tcp6'].flatMap((table) =>
      readFileSync(`/proc/net/${table}`, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        // 0A: listening
        .filter((columns) => columns[3] === '0A' && own.has(columns[9] ?? ''))
        .map((columns) => columns[1] ?? ''),
    );
    // The handbook, the exporter, the stand-ins, the switch, Prometheus, Alertmanager.
    expect(listening).toHaveLength(6);
    for (const address of listening) expect(address).toMatch(/^0100007F:/);
  });

  it('leaves no process and no file behind when it is ended', async () => {
    expect(processes()).toHaveLength(4);
    demo.signal('SIGTERM');
    await until('the demo to end', () => demo.process.exitCode !== null);
    expect(demo.process.exitCode).toBe(0);
    expect(processes()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
