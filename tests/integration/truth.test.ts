import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Live} from '../../src/live/state.ts';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import {startMonitoring, type Monitoring} from '../support/monitoring.ts';
import {until} from '../support/processes.ts';

const id = 'alert:BlackboxProbeFailed';
const up = 'probe_success{target="site"} 1\n';
const down = 'probe_success{target="site"} 0\n';

let monitoring: Monitoring;
let handbook: Handbook;

beforeAll(async () => {
  monitoring = await startMonitoring({metrics: up, ruleFiles: ['data/alerts/blackbox.yaml', 'data/alerts/general.yaml']});
  handbook = await startHandbook({PROMETHEUS_URL: monitoring.prometheusUrl, ALERTMANAGER_URL: monitoring.alertmanagerUrl});
});
afterAll(async () => {
  await handbook?.end();
  await monitoring?.end();
});

/** Follows the state until it is as wanted, and gives every state seen on the way. */
async function follow(wanted: (live: Live) => boolean, within = 10_000): Promise<{seen: Live['state'][]; last: Live}> {
  const seen: Live['state'][] = [];
  const last = await until(
    'the wanted state',
    async () => {
      const live = await handbook.live(id);
      if (seen.at(-1) !== live.state) seen.push(live.state);
      return wanted(live) && live;
    },
    {within},
  );
  return {seen, last};
}

const is = (state: Live['state'], reason?: string) => (live: Live) =>
  live.state === state && (reason === undefined || (live.state === 'unknown' && live.reason === reason));

describe('the state of a real alert', () => {
  it('is ok while the rule is quiet and everything behind it answers', async () => {
    const {last} = await follow(is('ok'));
    expect(last.evidence.filter((item) => !item.ok)).toEqual([]);
  });

  it('is firing once the condition holds, with the address of its runbook', async () => {
    monitoring.expose(down);
    const {last} = await follow(is('firing'));
    expect(last).toMatchObject({value: {firing: 1, silenced: 0}});
    const {items, live} = (await (await fetch(`${handbook.url}/_status/v1/alerts`)).json()) as {items: unknown[]; live: Live};
    expect(live.state).toBe('firing');
    expect(items).toMatchObject([
      {alertname: 'BlackboxProbeFailed', severity: 'critical', state: 'firing', runbook: '/runbooks/site-probe-failed'},
    ]);
  });

  const faults = [
    {
      name: 'Prometheus is killed',
      reason: 'unreachable',
      strike: async () => monitoring.prometheus().end(),
      mend: async () => monitoring.restartPrometheus(),
    },
    {
      name: 'Prometheus hangs',
      reason: 'timeout',
      strike: async () => monitoring.prometheus().signal('SIGSTOP'),
      mend: async () => monitoring.prometheus().signal('SIGCONT'),
    },
    {
      name: 'the scrape breaks',
      reason: 'no-series',
      strike: async () => monitoring.expose('broken'),
      mend: async () => monitoring.expose(down),
    },
    {
      name: 'Alertmanager is killed',
      reason: 'unreachable',
      strike: async () => monitoring.alertmanager().end(),
      mend: async () => monitoring.restartAlertmanager(),
    },
    {
      name: 'Alertmanager hangs',
      reason: 'timeout',
      strike: async () => monitoring.alertmanager().signal('SIGSTOP'),
      mend: async () => monitoring.alertmanager().signal('SIGCONT'),
    },
  ];
  for (const {name, reason, strike, mend} of faults) {
    it(`is unknown, ${reason}, and never ok, when ${name}; and right again afterwards`, async () => {
      await follow(is('firing'));
      await strike();
      const fault = await follow(is('unknown', reason));
      expect(fault.seen).not.toContain('ok');
      expect(fault.last).toMatchObject({lastKnown: {state: 'firing'}});
      expect(fault.last).not.toHaveProperty('value');
      await mend();
      const recovery = await follow(is('firing'));
      expect(recovery.seen).not.toContain('ok');
    });
  }

  it('is ok again when the condition is over', async () => {
    monitoring.expose(up);
    await follow(is('ok'));
  });

  it('is unknown, no-series, and never ok in between, when the scrape breaks while all is quiet', async () => {
    monitoring.expose('broken');
    await follow(is('unknown', 'no-series'));
    monitoring.expose(up);
    const {seen} = await follow(is('ok'));
    expect(seen).toEqual(['unknown', 'ok']);
  });
});
