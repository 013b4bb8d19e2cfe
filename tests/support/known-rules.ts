/** Alert expressions that are widely in use, and series as they are while all is well. */
export interface KnownRule {
  readonly alert: string;
  readonly expr: string;
}

/** A series with its value now and how much that grows in a minute; `wobble` goes up and down by one from minute to minute. */
export type KnownSeries = readonly [series: string, value: number, perMinute?: number | 'wobble'];

/**
 * Names and conditions as kube-prometheus (kubernetes-mixin, node-mixin, prometheus-mixin, alertmanager-mixin), etcd-mixin, Sloth, Pyrra and the
 * documentation of the blackbox exporter publish them, with fewer labels; the last group shows what else PromQL can say.
 */
export const knownRules: readonly KnownRule[] = [
  {alert: 'Watchdog', expr: 'vector(1) == 2'},
  {
    alert: 'TargetDown',
    expr: '100 * (count(up == 0) BY (job, namespace, service) / count(up) BY (job, namespace, service)) > 10',
  },
  {
    alert: 'InfoInhibitor',
    expr: 'ALERTS{severity="info"} == 1 unless on (namespace) ALERTS{alertname!="InfoInhibitor", severity=~"warning|critical", alertstate="firing"} == 1',
  },
  {
    alert: 'KubePodNotReady',
    expr: 'sum by (namespace, pod) (max by (namespace, pod) (kube_pod_status_phase{phase=~"Pending|Unknown"}) * on (namespace, pod) group_left (owner_kind) topk by (namespace, pod) (1, max by (namespace, pod, owner_kind) (kube_pod_owner{owner_kind!="Job"}))) > 0',
  },
  {
    alert: 'KubeDeploymentReplicasMismatch',
    expr: '(kube_deployment_spec_replicas > kube_deployment_status_replicas_available) and (changes(kube_deployment_status_replicas_updated[10m]) == 0)',
  },
  {
    alert: 'KubeStatefulSetUpdateNotRolledOut',
    expr: '(max without (revision) (kube_statefulset_status_current_revision unless kube_statefulset_status_update_revision) * (kube_statefulset_replicas != kube_statefulset_status_replicas_updated)) and (changes(kube_statefulset_status_replicas_updated[5m]) == 0)',
  },
  {
    alert: 'KubeDaemonSetRolloutStuck',
    expr: '((kube_daemonset_status_current_number_scheduled != kube_daemonset_status_desired_number_scheduled) or (kube_daemonset_status_number_misscheduled != 0)) and (changes(kube_daemonset_status_updated_number_scheduled[5m]) == 0)',
  },
  {
    alert: 'KubeJobNotCompleted',
    expr: 'time() - max by (namespace, job_name) (kube_job_status_start_time and kube_job_status_active > 0) > 43200',
  },
  {alert: 'KubeHpaMaxedOut', expr: 'kube_hpa_status_current_replicas == kube_hpa_spec_max_replicas'},
  {
    alert: 'KubeCPUOvercommit',
    expr: 'sum(namespace_cpu:requests:sum{}) - (sum(kube_node_status_allocatable{resource="cpu"}) - max(kube_node_status_allocatable{resource="cpu"})) > 0 and (sum(kube_node_status_allocatable{resource="cpu"}) - max(kube_node_status_allocatable{resource="cpu"})) > 0',
  },
  {
    alert: 'KubeQuotaAlmostFull',
    expr: 'kube_resourcequota{type="used"} / ignoring (type) (kube_resourcequota{type="hard"} > 0) > 0.9 < 1',
  },
  {
    alert: 'CPUThrottlingHigh',
    expr: 'sum(increase(cfs_throttled_periods_total{container!=""}[5m])) by (pod) / sum(increase(cfs_periods_total{}[5m])) by (pod) > (25 / 100)',
  },
  {
    alert: 'KubePersistentVolumeFillingUp',
    expr: '(volume_available_bytes / volume_capacity_bytes) < 0.15 and volume_used_bytes > 0 and predict_linear(volume_available_bytes[6h], 4 * 24 * 3600) < 0 unless on (namespace) pvc_access_mode{access_mode="ReadOnlyMany"} == 1 unless on (namespace) pvc_labels{label_excluded_from_alerts="true"} == 1',
  },
  {
    alert: 'KubeVersionMismatch',
    expr: 'count(count by (git_version) (label_replace(kubernetes_build_info{job!~"kube-dns|coredns"}, "git_version", "$1", "git_version", "(v[0-9]*.[0-9]*).*"))) > 1',
  },
  {
    alert: 'KubeClientCertificateExpiration',
    expr: 'certificate_expiration_seconds_count{job="apiserver"} > 0 and on (job) histogram_quantile(0.01, sum by (job, le) (rate(certificate_expiration_seconds_bucket{job="apiserver"}[5m]))) < 604800',
  },
  {alert: 'KubeAPIDown', expr: 'absent(up{job="api"} == 1)'},
  {
    alert: 'KubeAPIErrorBudgetBurn',
    expr: 'sum(apiserver_request:burnrate1h) > (14.40 * 0.01000) and sum(apiserver_request:burnrate5m) > (14.40 * 0.01000)',
  },
  {
    alert: 'KubeAPITerminatedRequests',
    expr: 'sum(rate(request_terminations_total[10m])) / (sum(rate(requests_total[10m])) + sum(rate(request_terminations_total[10m]))) > 0.20',
  },
  {alert: 'KubeNodeReadinessFlapping', expr: 'sum(changes(kube_node_status_condition{condition="Ready"}[15m])) by (node) > 2'},
  {
    alert: 'KubeletTooManyPods',
    expr: 'count by (node) ((kube_pod_status_phase{phase="Running"} == 1) * on (pod, namespace) group_left (node) topk by (pod, namespace) (1, kube_pod_info)) / max by (node) (kube_node_status_capacity{resource="pods"} != 1) > 0.95',
  },
  {
    alert: 'NodeFilesystemSpaceFillingUp',
    expr: '(node_filesystem_avail_bytes{fstype!=""} / node_filesystem_size_bytes{fstype!=""} * 100 < 15 and predict_linear(node_filesystem_avail_bytes{fstype!=""}[6h], 24*60*60) < 0 and node_filesystem_readonly{fstype!=""} == 0)',
  },
  {
    alert: 'NodeNetworkReceiveErrs',
    expr: 'rate(node_network_receive_errs_total[2m]) / rate(node_network_receive_packets_total[2m]) > 0.01',
  },
  {
    alert: 'NodeClockSkewDetected',
    expr: '(node_timex_offset_seconds > 0.05 and deriv(node_timex_offset_seconds[5m]) >= 0) or (node_timex_offset_seconds < -0.05 and deriv(node_timex_offset_seconds[5m]) <= 0)',
  },
  {alert: 'NodeClockNotSynchronising', expr: 'min_over_time(node_timex_sync_status[5m]) == 0 and node_timex_maxerror_seconds >= 16'},
  {alert: 'NodeRAIDDegraded', expr: 'node_md_disks_required - ignoring (state) (node_md_disks{state="active"}) > 0'},
  {alert: 'NodeSystemSaturation', expr: 'node_load1 / count without (cpu, mode) (node_cpu_seconds_total{mode="idle"}) > 2'},
  {alert: 'NodeMemoryHighUtilization', expr: '100 - (node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes * 100) > 90'},
  {
    alert: 'PrometheusNotIngestingSamples',
    expr: '(sum without (type) (rate(samples_appended_total[5m])) <= 0 and (sum without (scrape_job) (metadata_cache_entries) > 0 or sum without (rule_group) (rule_group_rules) > 0))',
  },
  {
    alert: 'PrometheusNotificationQueueRunningFull',
    expr: '# Without min_over_time, failed scrapes could create false negatives.\n(predict_linear(notifications_queue_length[5m], 60 * 30) > min_over_time(notifications_queue_capacity[5m]))',
  },
  {
    alert: 'PrometheusRemoteWriteBehind',
    expr: '(max_over_time(highest_timestamp_in_seconds[5m]) - ignoring (remote_name) group_right max_over_time(highest_sent_timestamp_seconds[5m])) > 120',
  },
  {
    alert: 'AlertmanagerMembersInconsistent',
    expr: 'max_over_time(alertmanager_cluster_members[5m]) < on (service) group_left count by (service) (max_over_time(alertmanager_cluster_members[5m]))',
  },
  {
    alert: 'AlertmanagerConfigInconsistent',
    expr: 'count by (service) (count_values by (service) ("config_hash", alertmanager_config_hash)) != 1',
  },
  {
    alert: 'AlertmanagerClusterDown',
    expr: '(count by (service) (avg_over_time(up{job="alertmanager"}[5m]) < 0.5) / count by (service) (up{job="alertmanager"})) >= 0.5',
  },
  {
    alert: 'AlertmanagerClusterCrashlooping',
    expr: '(count by (job) (changes(process_start_time_seconds[10m]) > 4) / count by (job) (up{job="alertmanager"})) >= 0.5',
  },
  {
    alert: 'etcdMembersDown',
    expr: 'max without (endpoint) (sum without (instance, pod) (up{job=~".*etcd.*"} == bool 0) or count without (To) (sum without (instance, pod) (rate(etcd_peer_sent_failures_total[120s])) > 0.01)) > 0',
  },
  {
    alert: 'etcdInsufficientMembers',
    expr: 'sum(up{job=~".*etcd.*"} == bool 1) without (instance) < ((count(up{job=~".*etcd.*"}) without (instance) + 1) / 2)',
  },
  {alert: 'ProbeFailed', expr: 'probe_success == 0 or probe_http_status_code <= 199 OR probe_http_status_code >= 400'},
  {alert: 'CertificateExpiresSoon', expr: 'probe_ssl_earliest_cert_expiry - time() < 86400 * 30'},
  {
    alert: 'SlothPage',
    expr: '(max(slo:sli_error:ratio_rate5m{sloth_id="api-availability"} > (14.4 * 0.001)) without (sloth_window) and max(slo:sli_error:ratio_rate1h{sloth_id="api-availability"} > (14.4 * 0.001)) without (sloth_window)) or (max(slo:sli_error:ratio_rate30m > (6 * 0.001)) without (sloth_window))',
  },
  {
    alert: 'SlothIndicator',
    expr: '(sum(rate(requests_total{code=~"(5..|429)"}[5m])) / sum(rate(requests_total[5m]))) > (14.4 * 0.001)',
  },
  {
    alert: 'PyrraErrorBudgetBurn',
    expr: 'requests:burnrate5m{slo="api"} > (14 * (1-0.99)) and requests:burnrate1h{slo="api"} > (14 * (1-0.99))',
  },
  {alert: 'PyrraMetricAbsent', expr: 'absent(requests_total{job="api"}) == 1'},
  {alert: 'LatencyHigh', expr: 'histogram_quantile(0.99, sum by (le, job) (rate(request_duration_seconds_bucket[5m]))) > 1'},
  {
    alert: 'LatencyObjective',
    expr: '1 - sum(rate(request_duration_seconds_bucket{le="0.5"}[5m])) / sum(rate(request_duration_seconds_bucket{le="+Inf"}[5m])) > 0.01',
  },
  {alert: 'BackupTooOld', expr: 'time() - max by (job) (backup_last_success_timestamp_seconds) > 86400'},
  {alert: 'TrafficDropped', expr: 'sum(rate(requests_total[5m])) < 0.5 * sum(rate(requests_total[5m] offset 1h))'},
  {alert: 'OffsetOfTheRightSide', expr: 'backlog > 2 * backlog offset 1h and backlog > backlog offset 1h > 100'},
  {alert: 'OffsetAfterAnd', expr: 'backlog > 1000 and backlog offset 2m > 1'},
  {alert: 'AtTheEnd', expr: 'backlog > 2 * avg_over_time(backlog[1h] @ end()) and backlog @ end() > 1000'},
  {alert: 'Subquery', expr: 'max_over_time(rate(requests_total{code="500"}[5m])[30m:1m]) > 10 and count_over_time((up == 0)[30m:1m]) > 3'},
  {alert: 'Anomaly', expr: '(backlog - avg_over_time(backlog[1h])) / stddev_over_time(backlog[1h]) > 3'},
  {alert: 'ManyAlerts', expr: 'count(ALERTS{alertstate="firing", severity="critical"}) > 5'},
  {alert: 'CountOfCondition', expr: 'count(backlog == 9) > 0'},
  {alert: 'AbsentAsNumber', expr: 'absent(up{job="api"}) == 1 or absent_over_time(up{job="node"}[10m])'},
  {alert: 'Scalars', expr: 'backlog > scalar(count(up{job="api"})) * 1000'},
  {alert: 'NameAsLabel', expr: '{__name__="backlog"} > 1000'},
  {alert: 'OrNothing', expr: '(sum(backlog > 1000) or vector(0)) > 0'},
];

const now = Date.now() / 1000;

export const knownSeries: readonly KnownSeries[] = [
  ['up{job="api",namespace="a",service="api",instance="1"}', 1],
  ['up{job="node",namespace="a",service="node",instance="1"}', 1],
  ['up{job="alertmanager",service="alertmanager",instance="1"}', 1],
  ['up{job="etcd",instance="1"}', 1],
  ['up{job="etcd",instance="2"}', 1],
  ['kube_pod_status_phase{namespace="a",pod="p",phase="Pending"}', 0],
  ['kube_pod_status_phase{namespace="a",pod="p",phase="Running"}', 1],
  ['kube_pod_owner{namespace="a",pod="p",owner_kind="ReplicaSet"}', 1],
  ['kube_pod_info{namespace="a",pod="p",node="n"}', 1],
  ['kube_deployment_spec_replicas', 2],
  ['kube_deployment_status_replicas_available', 2],
  ['kube_deployment_status_replicas_updated', 2],
  ['kube_statefulset_status_current_revision{revision="r"}', 1],
  ['kube_statefulset_status_update_revision{revision="r"}', 1],
  ['kube_statefulset_replicas', 2],
  ['kube_statefulset_status_replicas_updated', 2],
  ['kube_daemonset_status_current_number_scheduled', 3],
  ['kube_daemonset_status_desired_number_scheduled', 3],
  ['kube_daemonset_status_number_misscheduled', 0],
  ['kube_daemonset_status_updated_number_scheduled', 3],
  ['kube_job_status_start_time{namespace="a",job_name="j"}', now - 90_000],
  ['kube_job_status_active{namespace="a",job_name="j"}', 0],
  ['kube_hpa_status_current_replicas', 2],
  ['kube_hpa_spec_max_replicas', 10],
  ['namespace_cpu:requests:sum{namespace="a"}', 2],
  ['kube_node_status_allocatable{resource="cpu",node="n"}', 8],
  ['kube_node_status_allocatable{resource="cpu",node="m"}', 8],
  ['kube_resourcequota{type="used",resource="pods"}', 5],
  ['kube_resourcequota{type="hard",resource="pods"}', 50],
  ['cfs_throttled_periods_total{pod="p",container="c"}', 100],
  ['cfs_periods_total{pod="p",container="c"}', 90_000, 600],
  ['volume_available_bytes{namespace="a"}', 800],
  ['volume_capacity_bytes{namespace="a"}', 1000],
  ['volume_used_bytes{namespace="a"}', 200],
  ['kubernetes_build_info{job="api",git_version="v1.31.2"}', 1],
  ['kubernetes_build_info{job="kubelet",git_version="v1.31.4"}', 1],
  ['certificate_expiration_seconds_count{job="apiserver"}', 9000, 10],
  ['certificate_expiration_seconds_bucket{job="apiserver",le="604800"}', 0],
  ['certificate_expiration_seconds_bucket{job="apiserver",le="31536000"}', 9000, 10],
  ['certificate_expiration_seconds_bucket{job="apiserver",le="+Inf"}', 9000, 10],
  ['apiserver_request:burnrate1h', 0.0002],
  ['apiserver_request:burnrate5m', 0],
  ['request_terminations_total', 3],
  ['requests_total{job="api",code="200"}', 90_000, 120],
  ['requests_total{job="api",code="500"}', 12],
  ['requests_total{job="api",code="429"}', 12],
  ['kube_node_status_condition{condition="Ready",node="n"}', 1],
  ['kube_node_status_capacity{resource="pods",node="n"}', 110],
  ['node_filesystem_avail_bytes{fstype="ext4"}', 900],
  ['node_filesystem_size_bytes{fstype="ext4"}', 1000],
  ['node_filesystem_readonly{fstype="ext4"}', 0],
  ['node_network_receive_errs_total{device="eth0"}', 0],
  ['node_network_receive_packets_total{device="eth0"}', 90_000, 600],
  ['node_network_receive_errs_total{device="idle"}', 0],
  ['node_network_receive_packets_total{device="idle"}', 0],
  ['node_timex_offset_seconds', 0.001],
  ['node_timex_sync_status', 1],
  ['node_timex_maxerror_seconds', 0.2],
  ['node_md_disks_required', 2],
  ['node_md_disks{state="active"}', 2],
  ['node_load1', 0.5],
  ['node_cpu_seconds_total{cpu="0",mode="idle"}', 90_000, 55],
  ['node_memory_MemAvailable_bytes', 600],
  ['node_memory_MemTotal_bytes', 1000],
  ['samples_appended_total{type="float"}', 90_000, 600],
  ['metadata_cache_entries{scrape_job="api"}', 60],
  ['rule_group_rules{rule_group="g"}', 12],
  ['notifications_queue_length', 0],
  ['notifications_queue_capacity', 10_000],
  ['highest_timestamp_in_seconds', now, 60],
  ['highest_sent_timestamp_seconds{remote_name="r"}', now - 1, 60],
  ['alertmanager_cluster_members{service="alertmanager",instance="1"}', 1],
  ['alertmanager_config_hash{service="alertmanager",instance="1"}', 123_456],
  ['process_start_time_seconds{job="alertmanager",instance="1"}', now - 90_000],
  ['etcd_peer_sent_failures_total{To="2",instance="1"}', 0],
  ['probe_success', 1],
  ['probe_http_status_code', 200],
  ['probe_ssl_earliest_cert_expiry', now + 60 * 86_400],
  ['slo:sli_error:ratio_rate5m{sloth_id="api-availability",sloth_window="5m"}', 0],
  ['slo:sli_error:ratio_rate30m{sloth_id="api-availability",sloth_window="30m"}', 0.0001],
  ['slo:sli_error:ratio_rate1h{sloth_id="api-availability",sloth_window="1h"}', 0.0001],
  ['requests:burnrate5m{slo="api"}', 0],
  ['requests:burnrate1h{slo="api"}', 0.001],
  ['request_duration_seconds_bucket{job="api",le="0.5"}', 90_000, 120],
  ['request_duration_seconds_bucket{job="api",le="1"}', 90_000, 120],
  ['request_duration_seconds_bucket{job="api",le="+Inf"}', 90_000, 120],
  ['backup_last_success_timestamp_seconds{job="backup"}', now - 3600],
  ['backlog', 10, 'wobble'],
  // Nobody sends these.
  ['quiet_errors_total', 0],
  ['quiet_requests_total', 0],
];
