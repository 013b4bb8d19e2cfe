import type {Situation} from './incidents.ts';
import {requestsUntil, type Traffic} from './traffic.ts';

/** One target that Prometheus scrapes. `metrics_path` and `instance` are set by its configuration, as a cluster's own sets them. */
export interface Target {
  readonly job: string;
  /** Where our one exporter stands in for it. */
  readonly path: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Series {
  readonly target: Target;
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  /** For how many seconds before the start it has been there. */
  readonly past: number;
  /** Its value at a time, in seconds since the epoch; undefined while the series does not exist. */
  readonly at: (time: number) => number | undefined;
}

const probe = (n: number, site: string): Target => ({job: 'blackbox-http', path: `/probe/${n}`, labels: {instance: site}});
const site = probe(1, 'https://share.reiji.example/');
const admin = probe(2, 'https://admin.reiji.example/');
const clusterState: Target = {job: 'kube-state-metrics', path: '/kube-state-metrics', labels: {instance: 'kube-state-metrics:8080'}};
const kubelet: Target = {job: 'kubelet', path: '/kubelet', labels: {instance: 'node-1:10250', metrics_path: '/metrics'}};
const nodes: readonly Target[] = [1, 2, 3].map((n) => ({job: 'node', path: `/node/${n}`, labels: {instance: `node-${n}:9100`}}));
const services: readonly (Omit<Traffic, 'worse'> & {readonly name: string; readonly seconds: number})[] = [
  {name: 'web-front', rate: 32, errors: 0.0002, seconds: 0.12},
  {name: 'lending-api', rate: 20, errors: 0.0003, seconds: 0.08},
  {name: 'search', rate: 9, errors: 0.0005, seconds: 0.2},
  {name: 'payment-bridge', rate: 2, errors: 0.0002, seconds: 0.4},
];
const targetOf = (service: string): Target => ({job: service, path: `/service/${service}`, labels: {instance: `${service}:8080`}});

export const targets: readonly Target[] = [site, admin, clusterState, kubelet, ...nodes, ...services.map(({name}) => targetOf(name))];

const hour = 3600;
const day = 24 * hour;
const gigabyte = 2 ** 30;

/**
 * What the systems of the sample organisation say of themselves. Everything is a function of time, so that the past that Prometheus is given at
 * the start and the present that it scrapes are one.
 */
export function sampleSeries(situation: Situation, startedAt: number): Series[] {
  const begin = startedAt - 30 * day;
  const series: Series[] = [];
  const add = (target: Target, metric: string, labels: Series['labels'], at: Series['at'], past = 0): void => {
    series.push({target, metric, labels, past, at});
  };

  for (const {name, seconds, ...traffic} of services) {
    const target = targetOf(name);
    const bad = [
      {from: startedAt - 9 * day, to: startedAt - 9 * day + 0.5 * hour, share: 0.3},
      {from: startedAt - 2 * day, to: startedAt - 2 * day + 0.2 * hour, share: 0.15},
    ];
    const until = (time: number): ReturnType<typeof requestsUntil> => {
      const now = situation.spans('requests-fail').map((span) => ({from: span.from, to: span.to, share: 0.5}));
      return requestsUntil(time, begin, {...traffic, worse: name === 'lending-api' ? [...bad, ...now] : []});
    };
    // Only an objective looks back further than a day.
    const past = name === 'lending-api' ? 30 * day : day;
    // A counter may never fall, so what is left is rounded once.
    add(target, 'http_requests_total', {service: name, code: '200'}, (time) => Math.floor(until(time).all - until(time).failed), past);
    add(target, 'http_requests_total', {service: name, code: '500'}, (time) => Math.floor(until(time).failed), past);
    for (const bound of [0.5, 1, 2, 5, Infinity]) {
      // Answers are spread as by chance around their mean: so many are faster than a bound.
      const share = 1 - Math.exp(-bound * 1.5);
      const le = bound === Infinity ? '+Inf' : (bound * seconds).toFixed(3);
      add(target, 'http_request_duration_seconds_bucket', {service: name, le}, (time) => Math.floor(until(time).all * share), day);
    }
  }
  for (const [n, node] of nodes.entries()) {
    add(node, 'node_load1', {}, (time) => round(1.2 + n / 5 + Math.sin(time / (3 * hour) + n) / 2 + Math.sin(time / 97 + 2 * n) / 5), day);
  }

  add(site, 'probe_success', {}, () => (situation.has('site-down') ? 0 : 1));
  add(admin, 'probe_success', {}, () => 1);
  add(site, 'probe_http_status_code', {}, () => (situation.has('site-down') ? 503 : 200));
  add(admin, 'probe_http_status_code', {}, () => 200);

  const pod = {namespace: 'prod', pod: 'lending-api-5d8f7c9b6-x2x7k', container: 'app'};
  // kube-state-metrics writes this series only while a container is waiting.
  add(clusterState, 'kube_pod_container_status_waiting_reason', {...pod, reason: 'CrashLoopBackOff'}, () =>
    situation.has('pod-crash-looping') ? 1 : undefined,
  );
  add(clusterState, 'kube_pod_container_status_restarts_total', pod, (time) =>
    situation.spans('pod-crash-looping').reduce((sum, {from, to}) => sum + 1 + Math.floor((Math.min(time, to) - from) / 10), 0),
  );

  const volume = {namespace: 'prod', persistentvolumeclaim: 'data-lending-db-0', node: 'node-1'};
  const free = (): number => (situation.has('volume-filling') ? 2 : 46) * gigabyte;
  add(kubelet, 'kubelet_volume_stats_capacity_bytes', volume, () => 100 * gigabyte);
  add(kubelet, 'kubelet_volume_stats_available_bytes', volume, free);
  add(kubelet, 'kubelet_volume_stats_used_bytes', volume, () => 100 * gigabyte - free());
  add(kubelet, 'kubelet_volume_stats_inodes', volume, () => 6_553_600);
  add(kubelet, 'kubelet_volume_stats_inodes_free', volume, () => 6_400_000);
  return series;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
