import {fork, type ChildProcess} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {loadavg} from 'node:os';
import {parseArgs} from 'node:util';
import type {Live} from '../../src/live/state.ts';
import {startHandbook, type Handbook} from '../support/handbook.ts';
import type {Monitoring} from '../support/monitoring.ts';
import {until} from '../support/processes.ts';
import {siteDown, siteUp, watchSample} from '../support/sample-monitoring.ts';
import {startUpstreamProxy} from '../support/upstream-proxy.ts';
import type {Figures} from './main.ts';
import type {Heard, Order, Report} from './readers.ts';
import type {Answered, Load} from './requests.ts';

const id = 'alert:BlackboxProbeFailed';
const ids = [id, 'alert:KubePersistentVolumeFillingUp', 'service:web-front', 'slo:lending-api-availability', 'query:requests:lending-api'];
const wanted = ids.map(encodeURIComponent).join(',');
const streamPath = `/_status/v1/stream?ids=${wanted}&alerts=1`;
const changeEveryMs = 5000;

/**
 * Many readers of the production server, before a real Prometheus and Alertmanager: what they cost upstream and in memory, and how late the
 * last of them hears. Then how late anybody hears of a condition at all.
 *
 * `--seconds 60 --readers 1000 --rate 500 --changes 20 --slow-changes 6`
 */
export async function benchLive(args: readonly string[]): Promise<Figures> {
  const {values} = parseArgs({
    args: [...args],
    options: {
      seconds: {type: 'string', default: '60'},
      readers: {type: 'string', default: '1000'},
      rate: {type: 'string', default: '500'},
      changes: {type: 'string', default: '20'},
      'slow-changes': {type: 'string', default: '6'},
    },
  });
  const [seconds, readers, rate] = [Number(values.seconds), Number(values.readers), Number(values.rate)];
  const crowd = await benchCrowd({seconds, readers, rate});
  console.log('crowd done');
  const pace = await benchPace({changes: Number(values.changes)});
  console.log('pace done');
  return {...crowd, ...pace, ...(await benchDefaults({changes: Number(values['slow-changes'])}))};
}

async function benchCrowd({seconds, readers, rate}: {seconds: number; readers: number; rate: number}): Promise<Figures> {
  const monitoring = await watchSample({site: siteUp});
  const [prometheus, alertmanager] = [
    await startUpstreamProxy(monitoring.prometheusUrl),
    await startUpstreamProxy(monitoring.alertmanagerUrl),
  ];
  // As `npm run serve` has it: with an arena for each thread the allocator keeps 20 MB more, measured with this.
  const handbook = await startHandbook({PROMETHEUS_URL: prometheus.url, ALERTMANAGER_URL: alertmanager.url, MALLOC_ARENA_MAX: '1'});
  const upstream = (): number => prometheus.requests() + alertmanager.requests();
  const one = startReaders();
  const many = startReaders();
  const load = fork(new URL('requests.ts', import.meta.url));
  try {
    await one.open({url: handbook.url, path: streamPath, id, readers: 1});
    await says(handbook, 'ok');
    const alone = await whileChanging(monitoring, {seconds: Math.min(seconds, 30), upstream});

    const memory = watchMemory(handbook);
    const rssAlone = residentKb(handbook);
    const openedMs = await many.open({url: handbook.url, path: streamPath, id, readers: readers - 1});
    const answered = new Promise<Answered>((resolve) => load.once('message', (message) => resolve(message as Answered)));
    load.send({
      url: handbook.url,
      paths: [`/_status/v1/live?ids=${wanted}`, '/_status/v1/alerts'],
      perSecond: rate,
      seconds,
    } satisfies Load);
    const from = Date.now();
    const crowd = await whileChanging(monitoring, {seconds, upstream});
    const {failed, latencies} = await answered;
    const [heardByOne, heardByMany] = [await one.report(), await many.report()];
    const delays = delaysOf([...heardByOne.heard, ...heardByMany.heard], {
      changes: changesOf(handbook).filter(({at}) => at >= from),
      readers,
    });
    return {
      readers,
      requestsPerSecond: round((latencies.length + failed) / seconds),
      upstreamPerSecondAlone: round(alone),
      upstreamPerSecond: round(crowd),
      upstreamRatio: round(crowd / alone),
      rssAloneMb: round(rssAlone / 1024),
      rssMaxMb: round(memory.stop() / 1024),
      streamsLost: heardByOne.lost + heardByMany.lost,
      requestsFailed: failed,
      requestP50Ms: round(quantile(latencies, 0.5)),
      requestP99Ms: round(quantile(latencies, 0.99)),
      openedMs: round(openedMs),
      changes: delays.changes,
      changesNotHeard: delays.notHeard,
      toReaderP50Ms: round(quantile(delays.all, 0.5)),
      toReaderP99Ms: round(quantile(delays.all, 0.99)),
      toLastReaderMaxMs: round(delays.all.at(-1) ?? NaN),
      loadAverage: round(loadavg()[0] ?? NaN),
    };
  } finally {
    for (const child of [one.process, many.process, load]) child.kill();
    await Promise.all([handbook.end(), prometheus.end(), alertmanager.end()]);
    await monitoring.end();
  }
}

/** Switches the condition on and off for some seconds; gives how many questions a second went to the sources. */
async function whileChanging(monitoring: Monitoring, {seconds, upstream}: {seconds: number; upstream: () => number}): Promise<number> {
  const [began, before] = [performance.now(), upstream()];
  const end = began + seconds * 1000;
  for (let isDown = true; performance.now() < end; isDown = !isDown) {
    monitoring.expose(isDown ? siteDown : siteUp);
    await sleep(Math.min(changeEveryMs, end - performance.now()));
  }
  const perSecond = ((upstream() - before) * 1000) / (performance.now() - began);
  monitoring.expose(siteUp);
  return perSecond;
}

/** Every time that the server learnt of a change of the alert, from its log. */
function changesOf(handbook: Handbook): Heard[] {
  return handbook.server
    .output()
    .split('\n')
    .filter((line) => line.includes('"state changed"') && line.includes(`"id":"${id}"`))
    .map((line) => JSON.parse(line) as {time: number; state: string})
    .map(({time, state}) => ({at: time, state: state.split(' ')[0] ?? ''}));
}

/** From the server's knowing to each reader's hearing, sorted. */
function delaysOf(
  heard: readonly Heard[],
  {changes, readers}: {changes: readonly Heard[]; readers: number},
): {all: number[]; changes: number; notHeard: number} {
  let notHeard = 0;
  // What the server learnt in the last moment may still be on its way.
  const told = changes.slice(0, -1);
  const all = told.flatMap((change, n) => {
    const next = changes[n + 1]?.at ?? Infinity;
    const delays = heard
      .filter(({state, at}) => state === change.state && at >= change.at - 5 && at < next)
      .map(({at}) => Math.max(0, at - change.at));
    notHeard += readers - delays.length;
    return delays;
  });
  return {all: all.toSorted((a, b) => a - b), changes: told.length, notHeard};
}

/** Everything once a second: how long after a condition becomes true a reader hears of it. */
async function benchPace({changes}: {changes: number}): Promise<Figures> {
  if (changes === 0) return {};
  const monitoring = await watchSample({site: siteUp});
  const handbook = await startHandbook({PROMETHEUS_URL: monitoring.prometheusUrl, ALERTMANAGER_URL: monitoring.alertmanagerUrl});
  const reader = startReaders();
  try {
    await says(handbook, 'ok');
    await reader.open({url: handbook.url, path: streamPath, id, readers: 1});
    const took: number[] = [];
    for (let change = 0; change < changes; change++) {
      await sleep(Math.random() * 1000);
      const shown = reader.next('firing');
      const from = Date.now();
      monitoring.expose(siteDown);
      took.push((await shown).at - from);
      const cleared = reader.next('ok');
      monitoring.expose(siteUp);
      await cleared;
    }
    const sorted = took.toSorted((a, b) => a - b);
    return {
      trueToShownP50Ms: round(quantile(sorted, 0.5)),
      trueToShownP95Ms: round(quantile(sorted, 0.95)),
      trueToShownMaxMs: round(sorted.at(-1) ?? NaN),
    };
  } finally {
    reader.process.kill();
    await handbook.end();
    await monitoring.end();
  }
}

/** Prometheus and Alertmanager as they are by themselves: how much later than Prometheus itself a reader hears. */
async function benchDefaults({changes}: {changes: number}): Promise<Figures> {
  if (changes === 0) return {};
  const monitoring = await watchSample({site: siteUp, defaultPace: true});
  const handbook = await startHandbook({PROMETHEUS_URL: monitoring.prometheusUrl, ALERTMANAGER_URL: monitoring.alertmanagerUrl});
  const reader = startReaders();
  const patience = {within: 120_000};
  try {
    await says(handbook, 'ok', patience);
    await reader.open({url: handbook.url, path: streamPath, id, readers: 1});
    const later: number[] = [];
    for (let change = 0; change < changes; change++) {
      // Not in step with the scrapes.
      await sleep(Math.random() * 5000);
      const shown = reader.next('firing');
      monitoring.expose(siteDown);
      await until('Prometheus to show it', async () => fires(monitoring), patience);
      const atPrometheus = Date.now();
      later.push((await shown).at - atPrometheus);
      const cleared = reader.next('ok');
      monitoring.expose(siteUp);
      await cleared;
    }
    const sorted = later.toSorted((a, b) => a - b);
    return {afterPrometheusP50Ms: round(quantile(sorted, 0.5)), afterPrometheusMaxMs: round(sorted.at(-1) ?? NaN)};
  } finally {
    reader.process.kill();
    await handbook.end();
    await monitoring.end();
  }
}

async function fires({prometheusUrl}: Monitoring): Promise<boolean> {
  const response = await fetch(`${prometheusUrl}/api/v1/alerts`);
  const {data} = (await response.json()) as {data: {alerts: {labels: Record<string, string>; state: string}[]}};
  return data.alerts.some(({labels, state}) => `alert:${labels['alertname']}` === id && state === 'firing');
}

async function says(handbook: Handbook, state: Live['state'], patience = {within: 30_000}): Promise<void> {
  await until(`the handbook to say ${state}`, async () => (await handbook.live(id)).state === state, patience);
}

/** A process of readers, and what it tells. */
function startReaders(): {
  readonly process: ChildProcess;
  /** @returns milliseconds that it took. */
  readonly open: (order: Omit<Extract<Order, {kind: 'open'}>, 'kind'>) => Promise<number>;
  readonly report: () => Promise<Extract<Report, {kind: 'heard'}>>;
  /** The next time that a reader is the first to hear of this state. */
  readonly next: (state: string) => Promise<Heard>;
} {
  const child = fork(new URL('readers.ts', import.meta.url));
  const told = <K extends Report['kind']>(
    kind: K,
    fits: (report: Extract<Report, {kind: K}>) => boolean = () => true,
  ): Promise<Extract<Report, {kind: K}>> =>
    new Promise((resolve) => {
      const listen = (message: unknown): void => {
        const report = message as Report;
        if (report.kind !== kind || !fits(report as Extract<Report, {kind: K}>)) return;
        child.off('message', listen);
        resolve(report as Extract<Report, {kind: K}>);
      };
      child.on('message', listen);
    });
  return {
    process: child,
    open: async (order) => {
      const opened = told('opened');
      child.send({kind: 'open', ...order} satisfies Order);
      return (await opened).ms;
    },
    report: () => {
      const report = told('heard');
      child.send({kind: 'report'} satisfies Order);
      return report;
    },
    next: async (state) => (await told('first', ({heard}) => heard.state === state)).heard,
  };
}

/** Looks at the memory of the server four times a second; in kB, the most that was seen. */
function watchMemory(handbook: Handbook): {readonly stop: () => number} {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, residentKb(handbook))), 250);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

function residentKb({server}: Handbook): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8'))?.[1] ?? NaN);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
