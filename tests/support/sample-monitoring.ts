import {startMonitoring, type Monitoring} from './monitoring.ts';

const quietVolume = ['available_bytes 5e9', 'capacity_bytes 1e10', 'used_bytes 5e9']
  .map((line) => line.replace(' ', '{metrics_path="/metrics",namespace="dogu-share",persistentvolumeclaim="photos"} '))
  .map((line) => `kubelet_volume_stats_${line}\n`)
  .join('');
let requests = 0;

/** The probe of the site, as a blackbox exporter writes it. */
export const siteUp = 'probe_success{instance="https://share.reiji.example/"} 1\n';
export const siteDown = 'probe_success{instance="https://share.reiji.example/"} 0\n';

/** What each job's exporter says: the site is down, so that one alert fires; all else is well. */
const exporters = {
  blackbox: siteDown,
  kubelet: quietVolume,
  'kube-state-metrics': 'kube_pod_info{namespace="dogu-share",pod="web-1"} 1\n',
  'lending-api': (): string =>
    `http_requests_total{service="lending-api",code="200"} ${(requests += 100)}\nhttp_requests_total{service="lending-api",code="500"} 0\n`,
};
export const jobs: readonly string[] = Object.keys(exporters);

/** A real Prometheus and Alertmanager that watch the sample organisation by its own rules: one alert fires, the others are quiet. */
export function watchSample(options: {readonly site?: string; readonly defaultPace?: boolean} = {}): Promise<Monitoring> {
  const {blackbox, ...otherJobs} = exporters;
  const ruleFiles = ['blackbox', 'general', 'kubernetes-apps', 'kubernetes-storage'].map((name) => `data/alerts/${name}.yaml`);
  return startMonitoring({metrics: options.site ?? blackbox, otherJobs, ruleFiles, defaultPace: options.defaultPace ?? false});
}

export function breakScrapes({monitoring}: {readonly monitoring: Monitoring}): void {
  for (const job of jobs) monitoring.expose('broken', job);
}

export function mendScrapes({monitoring}: {readonly monitoring: Monitoring}): void {
  for (const [job, metrics] of Object.entries(exporters)) monitoring.expose(metrics, job);
}
