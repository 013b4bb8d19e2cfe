/** What is known of a program that changes something with some of its subcommands. */
interface Program {
  /** Subcommands that change something: words in order, `|` between those that may stand at one place. */
  readonly changes: readonly string[];
  /** Options before and among the words that take a value of their own. */
  readonly valued?: string;
  /** `create -f FILE` makes whatever the file says. */
  readonly files?: true;
  /** With this option a subcommand changes nothing that stays. */
  readonly unless?: readonly (readonly [string, RegExp])[];
}

const container: Program = {
  changes: [
    'rm|rmi|stop|kill|restart|start|pause|unpause|update|rename',
    'container|image|volume|network|system|builder rm|prune|stop|kill|restart|start|pause|update',
    'compose up|down|stop|start|restart|rm|kill|create|pause',
    'service update|scale|rm|rollback|create',
    'node update|rm|demote|promote',
    'stack|secret|config rm|deploy|create',
    'swarm leave|init|join|update',
    'pod rm|stop|kill|restart|pause',
  ],
  valued: '-H --host -c --context -f --file -p --project-name',
};
const cluster: Program = {
  files: true,
  changes: [
    'argo rollouts abort|promote|restart|undo|set|retry|pause',
    'cnpg promote|restart|reload|destroy|fencing|hibernate|maintenance',
    'delete|scale|drain|cordon|uncordon|patch|apply|replace|edit|label|annotate|taint|autoscale|expose|run',
    'rollout restart|undo|pause|resume|latest|retry|cancel',
    'set image|resources|env|selector|serviceaccount|subject|data|triggers|volumes|route-backends',
    'create namespace|secret|configmap|deployment|job|cronjob|role|rolebinding|clusterrole|clusterrolebinding|service|serviceaccount|quota',
    'certificate approve|deny',
    'adm drain|cordon|uncordon|taint|policy|upgrade|prune',
    'adm certificate approve|deny',
    'start-build|cancel-build|new-app|tag|import-image',
  ],
  valued: `-n --namespace --context --kubeconfig -s --server --cluster --user --as --as-group --token --request-timeout -v --certificate-authority -f --filename
    -l --selector -o --output -c --container --field-selector -p --patch --type --replicas --timeout --loglevel`,
  unless: [
    ['label', /^--list$/],
    ['annotate', /^--list$/],
    ['run', /^--rm$/],
  ],
};
const terraform: Program = {
  changes: ['apply|destroy|import|taint|untaint|force-unlock', 'state rm|mv|push|replace-provider', 'workspace delete'],
};
const packages: Program = {
  changes: ['remove|purge|upgrade|dist-upgrade|full-upgrade|autoremove|erase|update|downgrade|reinstall'],
  unless: ['remove', 'purge', 'upgrade', 'dist-upgrade', 'full-upgrade', 'autoremove'].map((verb) => [
    verb,
    /^(?:-s|--simulate|--just-print|--dry-run)$/,
  ]),
};

/** Programs that change something with these subcommands, and only with these. */
export const programs: Readonly<Record<string, Program>> = {
  kubectl: cluster,
  k: cluster,
  oc: cluster,
  docker: container,
  podman: container,
  nerdctl: container,
  crictl: {changes: ['rm|rmi|rmp|stop|stopp|start|update'], valued: '-r --runtime-endpoint -i --image-endpoint -c --config'},
  'docker-compose': {changes: ['up|down|stop|start|restart|rm|kill|create|pause'], valued: '-f --file -p --project-name'},
  helm: {
    changes: ['install|upgrade|uninstall|delete|del|un|rollback'],
    valued: '-n --namespace --kube-context --kubeconfig -f --values --set --version',
  },
  terraform,
  tofu: terraform,
  terragrunt: terraform,
  systemctl: {
    changes: [
      'stop|restart|disable|mask|start|enable|unmask|reload|try-restart|reload-or-restart|kill|isolate|set-property|edit|revert|set-default',
      'reboot|poweroff|halt|kexec|suspend|hibernate|rescue|emergency',
    ],
    valued: '-H --host -M --machine -t --type -p --property -n --lines -s --signal',
  },
  supervisorctl: {changes: ['stop|start|restart|reload|update|shutdown|remove|signal'], valued: '-c -s -u -p'},
  etcdctl: {
    changes: [
      'defrag|compact|compaction|del|put|move-leader',
      'member remove|add|update|promote',
      'snapshot restore',
      'alarm disarm',
      'auth disable|enable',
    ],
    valued: '--endpoints --cacert --cert --key --user --password --command-timeout',
  },
  etcdutl: {changes: ['defrag', 'snapshot restore']},
  argocd: {
    changes: ['app sync|rollback|delete|set|patch|create|terminate-op|delete-resource', 'cluster|repo|proj rm|delete|set|add'],
    valued: '--server',
  },
  flux: {changes: ['suspend|resume|reconcile|delete|create|uninstall|bootstrap'], valued: '-n --namespace --context'},
  amtool: {changes: ['silence add|expire|update|import'], valued: '--alertmanager.url -o --output --config.file'},
  ceph: {
    changes: [
      'osd out|in|down|purge|destroy|rm|lost|set|unset|reweight|reweight-by-utilization|crush|require-osd-release',
      'osd pool delete|rm|set|create|rename',
      'mon remove|rm',
      'mds fail',
      'mgr fail',
      'fs fail|rm|set',
      'orch daemon|restart|stop|start|rm|apply|host',
      'config set|rm',
      'pg repair|force_create_pg',
    ],
  },
  rabbitmqctl: {
    changes: [
      'stop|stop_app|start_app|reset|force_reset|purge_queue|delete_queue|forget_cluster_node|close_connection|close_all_connections',
    ],
    valued: '-n --node -p',
  },
  vault: {
    changes: [
      'delete|write|unwrap',
      'kv put|delete|destroy|patch|undelete|rollback',
      'operator seal|unseal|step-down|rekey|rotate',
      'lease revoke|renew',
      'token revoke',
    ],
  },
  consul: {changes: ['leave|force-leave|reload', 'kv put|delete|import', 'services register|deregister', 'maint']},
  nomad: {changes: ['stop|run', 'job stop|run|revert|promote|scale|restart', 'alloc stop|restart|signal', 'node drain|eligibility']},
  zfs: {changes: ['destroy|rollback|create|set|promote|rename|receive']},
  zpool: {changes: ['destroy|offline|online|detach|attach|replace|remove|clear|create|export']},
  apt: packages,
  'apt-get': packages,
  yum: packages,
  dnf: packages,
  patronictl: {changes: ['failover|switchover|restart|reinit|reload|pause|resume|remove|edit-config|flush'], valued: '-c --config-file -d'},
  mysqladmin: {
    changes: ['kill|shutdown|drop|create|reload|refresh|password|flush-hosts|flush-logs|flush-privileges|flush-status|flush-tables'],
    valued: '-u -h -P -S',
  },
  nodetool: {
    changes: [
      'repair|drain|decommission|removenode|assassinate|cleanup|compact|flush|scrub|rebuild|move|stop|stopdaemon|truncatehints|garbagecollect',
      'disableautocompaction|disablebinary|disablegossip|enablebinary|enablegossip|setcompactionthroughput|setstreamthroughput',
    ],
    valued: '-h --host -p --port -u -pw',
  },
  ipmitool: {changes: ['power|chassis cycle|reset|off|on|soft', 'chassis power cycle|reset|off|on|soft'], valued: '-H -U -P -I -L -f'},
  velero: {changes: ['restore|backup|schedule create|delete']},
  kubeadm: {changes: ['reset|init|join', 'upgrade apply|node', 'certs renew']},
  eksctl: {changes: ['delete|create|scale|upgrade|drain|set']},
  gsutil: {changes: ['rm|mv|rb|mb|rsync']},
  mc: {changes: ['rm|mv|rb|mb|mirror']},
  sv: {changes: ['restart|stop|start|up|down|force-restart|force-stop|kill|term|hup']},
  monit: {changes: ['restart|stop|start|reload']},
  timedatectl: {changes: ['set-ntp|set-time|set-timezone']},
  hostnamectl: {changes: ['set-hostname']},
  chronyc: {changes: ['makestep|burst|online|offline']},
  apachectl: {changes: ['graceful|restart|stop|start|graceful-stop']},
  git: {changes: ['push'], valued: '-C -c'},
};

/** Programs that change something whatever they are told. */
export const always = new Set(
  `mkfs wipefs reboot shutdown poweroff halt truncate shred pkill killall lvremove lvextend lvresize lvreduce vgremove vgreduce pvremove resize2fs xfs_growfs
  parted fdisk sfdisk swapoff swapon umount mkswap chattr useradd userdel usermod passwd pg_resetwal pg_rewind rmmod insmod unlink`.split(
    /\s+/,
  ),
);

/** How an operation of a cloud's tool begins, or is called, that changes something. */
export const cloudVerb =
  /^(?:delete|stop|start|restart|reboot|reset|resize|update|modify|create|remove|terminate|deallocate|purge|promote|failover|suspend|resume|patch|scale|redeploy|drain|upgrade|rollback|detach|attach|disable|enable|set|add|put|rm|mv|deregister|revoke|authorize|restore|cancel|release|disassociate|replace|move|abandon|undelete|deploy|rotate|clear)(?:-|$)/;

/** Paths behind which a POST only asks: queries of Prometheus, Loki and Elasticsearch, and what gives a token. */
export const reads =
  /\/api\/v1\/(?:query|query_range|query_exemplars|series|labels|label|read|format_query|parse_query)(?:[/?#]|$)|\/_(?:search|count|msearch|cat|analyze)(?:[/?#]|$)|\/(?:oauth2?|openid-connect|auth)\/(?:[\w/-]*\/)?token(?:[?#]|$)/;

/** Words with which a statement of SQL begins that changes something. */
export const sqlVerbs =
  /^(?:INSERT|UPDATE|DELETE|DROP|ALTER|TRUNCATE|CREATE|GRANT|REVOKE|REINDEX|CLUSTER|KILL|FLUSH|PURGE|OPTIMIZE|REPLACE|RENAME|MERGE|CALL|CHANGE|STOP|START\s+(?:SLAVE|REPLICA|GROUP_REPLICATION)|RESET\s+(?:MASTER|SLAVE|REPLICA|BINARY)|SET\s+(?:GLOBAL|PERSIST)|VACUUM\s*\(?\s*FULL|COPY\s+\S+(?:\s*\([^)]*\))?\s+FROM|CHECKPOINT)\b/i;
/** Functions that change something within a `SELECT`. */
export const sqlFunctions =
  /\b(?:pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_promote|pg_switch_wal|pg_drop_replication_slot|pg_rotate_logfile|lo_unlink|setval)\s*\(/i;

/** Commands of Redis that change something. */
export const redisVerbs =
  /^(?:FLUSHALL|FLUSHDB|DEL|UNLINK|SET|SETEX|HSET|HDEL|EXPIRE|PERSIST|RENAME|LPOP|RPOP|LTRIM|ZREM|SREM|SHUTDOWN|FAILOVER|REPLICAOF|SLAVEOF|BGREWRITEAOF|SWAPDB|XTRIM|MIGRATE)$/i;
export const redisPairs =
  /^(?:CONFIG (?:SET|RESETSTAT|REWRITE)|CLIENT (?:KILL|PAUSE)|SCRIPT (?:KILL|FLUSH)|CLUSTER (?:FAILOVER|RESET|FORGET))$/i;
