import {readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {copyRepository} from '../support/copy.ts';
import {listedFaults, type Run} from '../support/fault-page.ts';
import {faults, reportFault, type Fault, type FaultId} from '../support/fault-table.ts';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import type {Monitoring, Rule} from '../support/monitoring.ts';
import {breakScrapes, jobs, mendScrapes, watchSample} from '../support/sample-monitoring.ts';
import {runStrike, type Seen, type Strike} from '../support/strike.ts';
import {startUpstreamProxy, type UpstreamProxy} from '../support/upstream-proxy.ts';

/** Breaks real servers in every way of the fault table, four sets of them side by side, and looks at what the handbook says meanwhile. */
const isWatchdog = ({alert}: Rule): boolean => alert === 'Watchdog';
const asWritten = (rule: Rule): Rule => rule;
const plain = ({handbook}: {readonly handbook: Handbook}): Handbook => handbook;

interface Source {
  readonly monitoring: Monitoring;
  readonly handbook: Handbook;
  /** Reads Prometheus through the proxy. */
  readonly proxied: Handbook;
  readonly proxy: UpstreamProxy;
}

const dataAndRules: readonly Strike<Source>[] = [
  {faults: {'scrapes-fail': plain}, strike: breakScrapes, mend: mendScrapes},
  {
    faults: {'exporters-vanish': plain},
    strike: ({monitoring}) => monitoring.configure({jobs: []}),
    mend: ({monitoring}) => monitoring.configure({jobs}),
  },
  {
    faults: {'slow-exporters-fail': plain},
    strike: (world) => {
      breakScrapes(world);
      world.monitoring.dawdle(700);
    },
    mend: mendScrapes,
    after: ({monitoring}) => monitoring.dawdle(0),
  },
  {
    faults: {'one-target-lost': plain},
    strike: ({monitoring}) => monitoring.configure({withBrokenTarget: jobs}),
    mend: ({monitoring}) => monitoring.configure({withBrokenTarget: []}),
  },
  {
    faults: {warnings: plain},
    // Nothing listens on port 1.
    strike: ({monitoring}) => monitoring.configure({remoteRead: 'http://127.0.0.1:1/read'}),
    mend: ({monitoring}) => monitoring.configure({remoteRead: undefined}),
  },
  {
    faults: {'rules-removed': plain},
    strike: ({monitoring}) => monitoring.configure({rule: (rule) => (isWatchdog(rule) ? rule : undefined)}),
    mend: ({monitoring}) => monitoring.configure({rule: asWritten}),
  },
  {
    faults: {'rules-fail': plain},
    // With more than one target Prometheus cannot tell which of them to pair with which.
    strike: ({monitoring}) =>
      monitoring.configure({
        rule: (rule) => (isWatchdog(rule) ? rule : {...rule, expr: `(${String(rule['expr'])}) and on () (up * on () up > 0)`}),
      }),
    mend: ({monitoring}) => monitoring.configure({rule: asWritten}),
  },
  {
    // The one is about the rules, the other about a handbook that asks through a slow proxy: they do not meet.
    faults: {'labels-changed': plain, 'prometheus-slow': ({proxied}) => proxied},
    strike: async ({monitoring, proxy}) => {
      proxy.delay(3000);
      await monitoring.configure({rule: (rule) => (isWatchdog(rule) ? rule : {...rule, labels: {severity: 'critical', shard: 'b'}})});
    },
    mend: async ({monitoring, proxy}) => {
      proxy.delay(0);
      await monitoring.configure({rule: asWritten});
    },
  },
  {
    faults: {'watchdog-gone': plain},
    strike: ({monitoring}) => monitoring.configure({rule: (rule) => (isWatchdog(rule) ? undefined : rule)}),
    mend: ({monitoring}) => monitoring.configure({rule: asWritten}),
  },
];

interface Machines {
  readonly monitoring: Monitoring;
  /** Is told to believe the Watchdog of its own cluster only. */
  readonly handbook: Handbook;
  readonly ahead: Handbook;
  readonly behind: Handbook;
}
const jump = ({ahead, behind}: Machines): void => {
  for (const handbook of [ahead, behind]) handbook.server.signal('SIGUSR2');
};

const machines: readonly Strike<Machines>[] = [
  {
    faults: {'prometheus-killed': plain},
    strike: ({monitoring}) => monitoring.prometheus().end(),
    mend: ({monitoring}) => monitoring.restartPrometheus(),
  },
  {
    faults: {'prometheus-emptied': plain},
    strike: async (world) => {
      breakScrapes(world);
      await world.monitoring.restartPrometheus({empty: true});
    },
    mend: mendScrapes,
  },
  {
    faults: {'prometheus-restarted': plain},
    strike: async (world) => {
      await world.monitoring.prometheus().end();
      breakScrapes(world);
      await world.monitoring.restartPrometheus();
    },
    mend: mendScrapes,
  },
  {
    faults: {'alertmanager-killed': plain},
    strike: ({monitoring}) => monitoring.alertmanager().end(),
    mend: ({monitoring}) => monitoring.restartAlertmanager(),
  },
  {
    faults: {'alertmanager-hung': plain},
    strike: ({monitoring}) => monitoring.alertmanager().signal('SIGSTOP'),
    mend: ({monitoring}) => monitoring.alertmanager().signal('SIGCONT'),
  },
  {
    faults: {'watchdog-of-another': plain},
    strike: async ({monitoring}) => {
      const labels = {alertname: 'Watchdog', cluster: 'elsewhere'};
      await fetch(`${monitoring.alertmanagerUrl}/api/v2/alerts`, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify([{labels, endsAt: new Date(Date.now() + 3_600_000).toISOString()}]),
      });
      await monitoring.configure({rule: (rule) => (isWatchdog(rule) ? undefined : rule)});
    },
    mend: ({monitoring}) => monitoring.configure({rule: asWritten}),
  },
  {faults: {'clock-ahead': ({ahead}) => ahead, 'clock-behind': ({behind}) => behind}, strike: () => {}, holdMs: 3000},
  {
    faults: {'clock-ahead-scrapes-fail': ({ahead}) => ahead, 'clock-behind-scrapes-fail': ({behind}) => behind},
    strike: breakScrapes,
    mend: mendScrapes,
  },
  {
    faults: {'prometheus-hung': plain, 'clock-jumps-ahead': ({behind}) => behind, 'clock-jumps-back': ({ahead}) => ahead},
    strike: (world) => {
      world.monitoring.prometheus().signal('SIGSTOP');
      jump(world);
    },
    mend: ({monitoring}) => monitoring.prometheus().signal('SIGCONT'),
  },
];

interface World {
  readonly monitoring: Monitoring;
}

async function startSource(started: AsyncDisposableStack): Promise<Source & World> {
  const keep = keeper(started);
  const monitoring = keep(await watchSample());
  const proxy = keep(await startUpstreamProxy(monitoring.prometheusUrl));
  const handbook = keep(await startOurs(monitoring));
  const proxied = keep(await startOurs({...monitoring, prometheusUrl: proxy.url}));
  return {monitoring, proxy, handbook, proxied};
}

async function startMachines(started: AsyncDisposableStack): Promise<Machines & World> {
  const keep = keeper(started);
  const monitoring = keep(await watchSample());
  const minutes = 60_000;
  const wrong = (by: number, jumpBy: number): Promise<Handbook> =>
    startOurs(monitoring, {
      NODE_OPTIONS: `--import=${new URL('../support/wrong-clock.ts', import.meta.url).href}`,
      WRONG_CLOCK_MS: String(by * minutes),
      WRONG_CLOCK_JUMP_MS: String(jumpBy * minutes),
    });
  const handbook = keep(await startOurs(monitoring));
  return {monitoring, handbook, ahead: keep(await wrong(5, -10)), behind: keep(await wrong(-5, 10))};
}

let copy: ReturnType<typeof copyRepository>;

/**
 * The repository with two changes: the Watchdog must be that of its own cluster, and an error budget is of an hour, because the first look at
 * a budget of a month needs an hour of data.
 */
function copyWithChanges(): ReturnType<typeof copyRepository> {
  const made = copyRepository();
  symlinkSync(resolve('build'), join(made.root, 'build'));
  const change = (file: string, from: RegExp, to: string): void => {
    const path = join(made.root, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(path, text.replace(from, to));
  };
  change('data/live.yaml', /^watchdog: .*$/m, 'watchdog: {alert: Watchdog, labels: {cluster: test}}');
  change('data/slos/lending-api.yaml', /duration: 30d/, 'duration: 1h');
  change('data/slos/lending-api.yaml', / +handbook\/burn-alert: .*\n/, '');
  return made;
}

function startOurs(
  {prometheusUrl, alertmanagerUrl}: Pick<Monitoring, 'prometheusUrl' | 'alertmanagerUrl'>,
  env: Readonly<Record<string, string>> = {},
): Promise<Handbook> {
  return startHandbook({PROMETHEUS_URL: prometheusUrl, ALERTMANAGER_URL: alertmanagerUrl, ...env}, {root: copy.root});
}

function keeper(started: AsyncDisposableStack): <T extends {readonly end: () => Promise<void>}>(one: T) => T {
  return (one) => {
    started.defer(one.end);
    return one;
  };
}

const seen = new Map<FaultId, PromiseWithResolvers<Seen>>();
const idsOf = (strikes: readonly {readonly faults: object}[]): FaultId[] =>
  strikes.flatMap(({faults: hits}) => Object.keys(hits) as FaultId[]);
for (const id of idsOf([...dataAndRules, ...machines])) {
  const waiting = Promise.withResolvers<Seen>();
  // The test of this fault hears of it, in its turn.
  waiting.promise.catch(() => {});
  seen.set(id, waiting);
}
let programs: Run;
let chains: Promise<unknown>;

/** One strike after the other; what goes wrong in one is told by its own test. */
async function runAll<W extends World>(start: (started: AsyncDisposableStack) => Promise<W>, strikes: readonly Strike<W>[]): Promise<void> {
  await using started = new AsyncDisposableStack();
  try {
    const world = await start(started);
    programs ??= {with: await versionsOf(world.monitoring)};
    for (const strike of strikes) {
      try {
        for (const [id, one] of await runStrike(world, strike)) seen.get(id)?.resolve(one);
      } catch (error) {
        reject([strike], error);
      }
    }
  } catch (error) {
    reject(strikes, error);
  }
}

/** A strike mostly waits, so that two chains take half the time of one. */
function halves<T>(strikes: readonly T[]): readonly (readonly T[])[] {
  const middle = Math.ceil(strikes.length / 2);
  return [strikes.slice(0, middle), strikes.slice(middle)];
}

function reject(strikes: readonly {readonly faults: object}[], error: unknown): void {
  for (const id of idsOf(strikes)) seen.get(id)?.reject(error);
}

async function versionsOf({prometheusUrl, alertmanagerUrl}: Monitoring): Promise<string[]> {
  const [prometheus, alertmanager] = await Promise.all([
    fetch(`${prometheusUrl}/api/v1/status/buildinfo`).then((response) => response.json() as Promise<{data: {version: string}}>),
    fetch(`${alertmanagerUrl}/api/v2/status`).then((response) => response.json() as Promise<{versionInfo: {version: string}}>),
  ]);
  const plainVersion = (version: string): string => version.replace(/\+.*$/, '');
  return [
    `Prometheus ${plainVersion(prometheus.data.version)}`,
    `Alertmanager ${plainVersion(alertmanager.versionInfo.version)}`,
    `Node ${process.versions.node}`,
  ];
}

beforeAll(() => {
  copy = copyWithChanges();
  chains = Promise.all([
    ...halves(dataAndRules).map((strikes) => runAll(startSource, strikes)),
    ...halves(machines).map((strikes) => runAll(startMachines, strikes)),
  ]);
});
afterAll(async () => {
  await chains;
  copy.remove();
});

describe('no green that nobody can vouch for', () => {
  for (const [id, {promise}] of seen) {
    const fault: Fault = faults[id];
    it(`shows ${fault.fired} and ${fault.quiet}: ${fault.name.en}`, async () => {
      const {outcome, naive, wrong, trail} = await promise;
      const {shownMs = 0, samples, falseGreens, rightMs = 0} = outcome;
      console.log(
        `${id}: shown after ${Math.round(shownMs)} ms, ${samples} samples, ${falseGreens} false greens, right again after ${Math.round(rightMs)} ms`,
      );
      if (wrong.length > 0 || falseGreens > 0 || naive !== fault.naive) console.log(`${id}: ${trail}`);
      expect({wrong, falseGreens, naive}).toEqual({wrong: [], falseGreens: 0, naive: fault.naive});
      expect(shownMs).toBeLessThanOrEqual(10_000);
      expect(samples).toBeGreaterThan(100);
      await reportFault(id, {outcome, run: programs});
    });
  }

  it('is told on a page that lists every fault, in both languages', () => {
    const names = (language: 'en' | 'ja'): string[] => Object.values<Fault>(faults).map(({name}) => name[language]);
    expect(listedFaults('en')).toEqual(names('en'));
    expect(listedFaults('ja')).toEqual(names('ja'));
    const inBrowser = Object.values<Fault>(faults).filter(({section}) => section === 'browser');
    expect(seen.size + inBrowser.length).toBe(Object.keys(faults).length);
  });
});
