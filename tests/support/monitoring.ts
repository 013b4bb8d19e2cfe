import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parse, stringify} from 'yaml';
import {freePort, run, until, type Running} from './processes.ts';

/** A real Prometheus and Alertmanager on loopback, and exporters of the test's own that they watch. */
export interface Monitoring {
  readonly prometheusUrl: string;
  readonly alertmanagerUrl: string;
  readonly prometheus: () => Running;
  readonly alertmanager: () => Running;
  /** What the exporter of a job answers from now on; `broken` answers 500. */
  readonly expose: (metrics: Metrics, job?: string) => void;
  /** Milliseconds that every exporter takes for its answer from now on. */
  readonly dawdle: (ms: number) => void;
  /** Changes the configuration and waits until Prometheus has taken it; what is not named stays. */
  readonly configure: (change: Partial<Setup>) => Promise<void>;
  /** Starts again what was killed on the same port, with the same data unless the disk is to be empty. */
  readonly restartPrometheus: (disk?: {readonly empty: boolean}) => Promise<void>;
  readonly restartAlertmanager: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** The text of an exporter, or what makes it anew for each scrape. */
export type Metrics = string | (() => string);

/** One rule of a rule file, as it is written there. */
export type Rule = Readonly<Record<string, unknown>>;

/** What may change while it runs. */
export interface Setup {
  /** The jobs that Prometheus scrapes. */
  readonly jobs: readonly string[];
  /** What becomes of each rule of the files; undefined leaves it out. */
  readonly rule: (rule: Rule) => Rule | undefined;
  /** External label of everything that this Prometheus sends. */
  readonly cluster: string;
  /** A store that Prometheus reads from beside its own. */
  readonly remoteRead: string | undefined;
  /** Jobs that have a second target, which cannot be scraped. */
  readonly withBrokenTarget: readonly string[];
}

interface Options {
  /** What the exporter of the job `blackbox` answers at first. */
  readonly metrics: Metrics;
  /** Further jobs, and what their exporters answer at first. */
  readonly otherJobs?: Readonly<Record<string, Metrics>>;
  /** Rule files of this repository. Their rules wait for nothing; all else stays as it is. */
  readonly ruleFiles: readonly string[];
  /** Adds a second target to the job `blackbox`, which cannot be scraped. */
  readonly withBrokenTarget?: boolean;
  /** Everything at the values that Prometheus and Alertmanager have by themselves, instead of every second. */
  readonly defaultPace?: boolean;
}

const prometheusBin = process.env['PROMETHEUS_BIN'] ?? 'prometheus';
const alertmanagerBin = process.env['ALERTMANAGER_BIN'] ?? 'prometheus-alertmanager';

export async function startMonitoring(options: Options): Promise<Monitoring> {
  const {metrics, otherJobs = {}, ruleFiles, defaultPace = false} = options;
  const folder = mkdtempSync(join(tmpdir(), 'handbook-monitoring-'));
  const exposed = new Map<string, Metrics>(Object.entries({blackbox: metrics, ...otherJobs}));
  let late = 0;
  const exporters = createServer(async (request, response) => {
    if (late > 0) await new Promise((resolve) => setTimeout(resolve, late));
    const answer = exposed.get((request.url ?? '').slice(1)) ?? 'broken';
    if (answer === 'broken') response.writeHead(500).end();
    else response.writeHead(200, {'content-type': 'text/plain; version=0.0.4'}).end(typeof answer === 'string' ? answer : answer());
  });
  await new Promise<void>((resolve) => exporters.listen(0, '127.0.0.1', resolve));
  const exporter = `127.0.0.1:${(exporters.address() as AddressInfo).port}`;
  const [prometheusPort, alertmanagerPort] = [await freePort(), await freePort()];
  const prometheusUrl = `http://127.0.0.1:${prometheusPort}`;
  const alertmanagerUrl = `http://127.0.0.1:${alertmanagerPort}`;

  const write = (setup: Setup): void => {
    const files = ruleFiles.map((file, n) => {
      writeFileSync(join(folder, `rules-${n}.yaml`), rulesOf(file, setup));
      return `rules-${n}.yaml`;
    });
    writeFileSync(
      join(folder, 'prometheus.yml'),
      stringify({
        global: {
          ...(defaultPace
            ? {scrape_interval: '15s', scrape_timeout: '10s', evaluation_interval: '15s'}
            : {scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s'}),
          external_labels: {cluster: setup.cluster},
        },
        rule_files: files,
        alerting: {alertmanagers: [{static_configs: [{targets: [`127.0.0.1:${alertmanagerPort}`]}]}]},
        scrape_configs: setup.jobs.map((job) => ({
          job_name: job,
          metrics_path: `/${job}`,
          // As with a real blackbox exporter, the instance is what was probed.
          honor_labels: true,
          // Nothing listens on port 1.
          static_configs: [{targets: [exporter, ...(setup.withBrokenTarget.includes(job) ? ['127.0.0.1:1'] : [])]}],
        })),
        ...(setup.remoteRead !== undefined && {remote_read: [{url: setup.remoteRead, read_recent: true}]}),
      }),
    );
  };
  let setup: Setup = {
    jobs: [...exposed.keys()],
    rule: (rule) => rule,
    cluster: 'test',
    remoteRead: undefined,
    withBrokenTarget: options.withBrokenTarget === true ? ['blackbox'] : [],
  };
  write(setup);
  writeFileSync(
    join(folder, 'alertmanager.yml'),
    stringify({
      route: {receiver: 'nobody', ...(!defaultPace && {group_wait: '0s', group_interval: '1s'})},
      receivers: [{name: 'nobody'}],
    }),
  );

  const startPrometheus = async (): Promise<Running> => {
    const running = run(prometheusBin, [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'prometheus')}`,
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
      '--web.enable-lifecycle',
      '--storage.tsdb.retention.time=2h',
      ...(defaultPace ? [] : ['--rules.alert.resend-delay=1s']),
      '--log.level=warn',
    ]);
    await ready(prometheusUrl, running);
    return running;
  };
  const startAlertmanager = async (): Promise<Running> => {
    const running = run(alertmanagerBin, [
      `--config.file=${join(folder, 'alertmanager.yml')}`,
      `--storage.path=${join(folder, 'alertmanager')}`,
      `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
      // Empty, or it would look for peers on every interface.
      '--cluster.listen-address=',
    ]);
    await ready(alertmanagerUrl, running);
    return running;
  };
  let alertmanager = await startAlertmanager();
  let prometheus = await startPrometheus();

  return {
    prometheusUrl,
    alertmanagerUrl,
    prometheus: () => prometheus,
    alertmanager: () => alertmanager,
    expose: (next, job = 'blackbox') => void exposed.set(job, next),
    dawdle: (ms) => void (late = ms),
    configure: async (change) => {
      setup = {...setup, ...change};
      write(setup);
      const response = await fetch(`${prometheusUrl}/-/reload`, {method: 'POST'});
      if (!response.ok) throw new Error(`Prometheus refused the configuration: ${await response.text()}`);
    },
    restartPrometheus: async (disk = {empty: false}) => {
      await prometheus.end();
      if (disk.empty) rmSync(join(folder, 'prometheus'), {recursive: true, force: true});
      prometheus = await startPrometheus();
    },
    restartAlertmanager: async () => {
      await alertmanager.end();
      alertmanager = await startAlertmanager();
    },
    end: async () => {
      await Promise.all([prometheus.end(), alertmanager.end()]);
      exporters.closeAllConnections();
      await new Promise((resolve) => exporters.close(resolve));
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** A rule file, with rules that wait for nothing. */
function rulesOf(file: string, {rule}: Setup): string {
  const {groups} = parse(readFileSync(file, 'utf8')) as {groups: {name: string; rules: Rule[]}[]};
  return stringify({
    groups: groups.map((group) => ({
      ...group,
      rules: group.rules.flatMap((one) => rule({...one, ...('for' in one && {for: '0s'})}) ?? []),
    })),
  });
}

async function ready(url: string, running: Running): Promise<void> {
  await until(`${url} to be ready; it said: ${running.output()}`, async () => {
    if (running.process.exitCode !== null) throw new Error(`It ended: ${running.output()}`);
    return fetch(`${url}/-/ready`).then(
      (response) => response.ok,
      () => false,
    );
  });
}
