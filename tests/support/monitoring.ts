import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parse, stringify} from 'yaml';
import {freePort, run, until, type Running} from './processes.ts';

/** A real Prometheus and Alertmanager on loopback, and a target of the test's own that they watch. */
export interface Monitoring {
  readonly prometheusUrl: string;
  readonly alertmanagerUrl: string;
  readonly prometheus: () => Running;
  readonly alertmanager: () => Running;
  /** What the target answers from now on; `broken` answers 500. */
  readonly expose: (metrics: string) => void;
  /** Starts again what was killed, with the same data on the same port. */
  readonly restartPrometheus: () => Promise<void>;
  readonly restartAlertmanager: () => Promise<void>;
  readonly end: () => Promise<void>;
}

interface Options {
  readonly metrics: string;
  /** Rule files of this repository. Their rules are evaluated every second and wait for nothing; all else stays as it is. */
  readonly ruleFiles: readonly string[];
  /** Adds a second target to the job, which cannot be scraped. */
  readonly withBrokenTarget?: boolean;
}

const prometheusBin = process.env['PROMETHEUS_BIN'] ?? 'prometheus';
const alertmanagerBin = process.env['ALERTMANAGER_BIN'] ?? 'prometheus-alertmanager';

export async function startMonitoring({metrics, ruleFiles, withBrokenTarget = false}: Options): Promise<Monitoring> {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-monitoring-'));
  let exposed = metrics;
  const target = createServer((_request, response) => {
    if (exposed === 'broken') response.writeHead(500).end();
    else response.writeHead(200, {'content-type': 'text/plain; version=0.0.4'}).end(exposed);
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  const [prometheusPort, alertmanagerPort] = [await freePort(), await freePort()];
  const prometheusUrl = `http://127.0.0.1:${prometheusPort}`;
  const alertmanagerUrl = `http://127.0.0.1:${alertmanagerPort}`;

  const {port} = target.address() as AddressInfo;
  // Nothing listens on port 1.
  const targets = [`127.0.0.1:${port}`, ...(withBrokenTarget ? ['127.0.0.1:1'] : [])];
  const files = ruleFiles.map((file, n) => {
    const impatient = parse(readFileSync(file, 'utf8')) as {groups: {rules: Record<string, unknown>[]}[]};
    for (const rule of impatient.groups.flatMap((group) => group.rules)) if ('for' in rule) rule['for'] = '0s';
    writeFileSync(join(folder, `rules-${n}.yaml`), stringify(impatient));
    return `rules-${n}.yaml`;
  });
  writeFileSync(
    join(folder, 'prometheus.yml'),
    stringify({
      global: {scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s', external_labels: {cluster: 'test'}},
      rule_files: files,
      alerting: {alertmanagers: [{static_configs: [{targets: [`127.0.0.1:${alertmanagerPort}`]}]}]},
      // As with a real blackbox exporter, the instance is what was probed.
      scrape_configs: [{job_name: 'blackbox', honor_labels: true, static_configs: [{targets}]}],
    }),
  );
  writeFileSync(
    join(folder, 'alertmanager.yml'),
    stringify({route: {receiver: 'nobody', group_wait: '0s', group_interval: '1s'}, receivers: [{name: 'nobody'}]}),
  );

  const startPrometheus = async (): Promise<Running> => {
    const running = run(prometheusBin, [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'prometheus')}`,
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
      '--storage.tsdb.retention.time=2h',
      '--rules.alert.resend-delay=1s',
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
    expose: (next) => (exposed = next),
    restartPrometheus: async () => {
      await prometheus.end();
      prometheus = await startPrometheus();
    },
    restartAlertmanager: async () => {
      await alertmanager.end();
      alertmanager = await startAlertmanager();
    },
    end: async () => {
      await Promise.all([prometheus.end(), alertmanager.end()]);
      target.closeAllConnections();
      await new Promise((resolve) => target.close(resolve));
      rmSync(folder, {recursive: true, force: true});
    },
  };
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
