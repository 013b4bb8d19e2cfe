import {execFile} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {stringify} from 'yaml';
import type {Child, Children} from './children.server.ts';
import {openMetrics} from './exposition.ts';
import {claimPort} from './listen.server.ts';
import type {Programs} from './programs.server.ts';
import {targets, type Series} from './sample.ts';

/** A real Prometheus and Alertmanager on loopback. */
export interface Monitoring {
  readonly prometheusUrl: string;
  readonly alertmanagerUrl: string;
  readonly killAlertmanager: () => Promise<void>;
  /** Starts it again, with what it knew; nothing when it runs. */
  readonly reviveAlertmanager: () => Promise<void>;
}

interface Options {
  readonly programs: Programs;
  readonly children: Children;
  /** Where they may write. */
  readonly folder: string;
  readonly rules: readonly string[];
  /** `host:port` of the exporter. */
  readonly exporter: string;
  /** Labels that every alert of this Prometheus carries. */
  readonly labels: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export async function startMonitoring({programs, children, folder, rules, exporter, labels, signal}: Options): Promise<Monitoring> {
  const [prometheus, alertmanager] = [`127.0.0.1:${await claimPort()}`, `127.0.0.1:${await claimPort()}`];
  const write = (name: string, settings: unknown): string => {
    writeFileSync(join(folder, name), stringify(settings));
    return join(folder, name);
  };
  const routes = [{receiver: 'nobody', matchers: ['alertname="Watchdog"'], repeat_interval: '1m'}];
  const alertmanagerFile = write('alertmanager.yml', {
    route: {receiver: 'nobody', group_by: ['alertname'], group_wait: '0s', group_interval: '1s', routes},
    receivers: [{name: 'nobody'}],
  });
  const prometheusFile = write('prometheus.yml', {
    // A scrape that comes too late takes back what an alert has waited: on a busy machine one second is little.
    global: {scrape_interval: '2s', scrape_timeout: '2s', evaluation_interval: '1s', external_labels: labels},
    rule_files: rules,
    alerting: {alertmanagers: [{static_configs: [{targets: [alertmanager]}]}]},
    scrape_configs: [...new Set(targets.map(({job}) => job))].map((job) => ({
      job_name: job,
      static_configs: targets
        .filter((target) => target.job === job)
        .map((target) => ({targets: [exporter], labels: {...target.labels, __metrics_path__: target.path}})),
    })),
  });

  const startAlertmanager = async (): Promise<Child> => {
    const child = children.run('Alertmanager', programs.alertmanager, [
      `--config.file=${alertmanagerFile}`,
      `--storage.path=${join(folder, 'alertmanager')}`,
      `--web.listen-address=${alertmanager}`,
      // Empty, or it would look for peers on every interface.
      '--cluster.listen-address=',
      '--log.level=warn',
    ]);
    await answers(`http://${alertmanager}/-/ready`, child, signal);
    return child;
  };
  const startPrometheus = async (): Promise<void> => {
    const child = children.run('Prometheus', programs.prometheus, [
      `--config.file=${prometheusFile}`,
      `--storage.tsdb.path=${join(folder, 'prometheus')}`,
      '--storage.tsdb.retention.time=60d',
      `--web.listen-address=${prometheus}`,
      '--rules.alert.resend-delay=1s',
      '--log.level=warn',
    ]);
    await answers(`http://${prometheus}/-/ready`, child, signal);
  };
  let [running] = await Promise.all([startAlertmanager(), startPrometheus()]);

  return {
    prometheusUrl: `http://${prometheus}`,
    alertmanagerUrl: `http://${alertmanager}`,
    killAlertmanager: () => running.end('SIGKILL'),
    reviveAlertmanager: async () => {
      if (running.ended() !== undefined) running = await startAlertmanager();
    },
  };
}

/** Gives Prometheus a past before it starts: an error budget over thirty days means nothing without them. */
export async function backfill(
  series: readonly Series[],
  {
    programs,
    folder,
    startedAt,
    signal,
  }: {readonly programs: Programs; readonly folder: string; readonly startedAt: number; readonly signal: AbortSignal},
): Promise<void> {
  const file = join(folder, 'past.txt');
  await writeFile(file, openMetrics(series, startedAt), {signal});
  // By default each two hours become a block of their own, and the file is read once for each: one minute instead of one second.
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', '--max-block-duration=1458h', file, join(folder, 'prometheus')];
  await promisify(execFile)(programs.promtool, args, {signal});
  await rm(file);
}

/** Waits until a program answers. */
export async function answers(url: string, child: Child, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if (child.ended() !== undefined) throw new Error(`${child.name} ended at its start:\n${child.said()}`);
    const ok = await fetch(url, {signal: AbortSignal.timeout(60_000)}).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
