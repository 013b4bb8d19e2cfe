/**
 * How a word of a tool may take a value: `data` as it is, `strict` only as plain letters, `url` percent-encoded. The others look at what is written
 * before the value: `address` and `path` at the place within a URL, `header` at the name of the header. `fixed`, `null` and `proto` take none.
 */
export type Kind = 'flag' | 'fixed' | 'null' | 'proto' | 'data' | 'strict' | 'address' | 'path' | 'header';

/** What is known of a tool. What is not written here gets no value. */
export interface Tool {
  /** Its options, as `-n:data`; without a kind they stand alone. */
  readonly options?: string;
  readonly operands?: Kind;
  /** How many operands before those must be written out. */
  readonly fixed?: number;
  /** Values stand only behind `--`. */
  readonly needsEnd?: boolean;
  /** Options without which no value is given. */
  readonly demands?: readonly string[];
  /** Its first operand is one of these. */
  readonly subs?: Readonly<Record<string, Tool>>;
  /** How the lists below call it, where that is not its name. */
  readonly program?: string;
  /** Runs the tool that is written behind `--`. */
  readonly runs?: boolean;
  /** Runs the tool that is written behind so many operands. */
  readonly wraps?: number;
}

const each = (names: string, tool: Tool): Record<string, Tool> => Object.fromEntries(names.split(' ').map((name) => [name, tool]));

const kubectl: Tool = {
  options: `-n:data --namespace:data --context:data -o:fixed --output:fixed -l:strict --selector:strict --field-selector:strict --sort-by:fixed
    --timeout:strict --request-timeout:strict -A --all-namespaces --no-headers --show-labels`,
  subs: {
    get: {options: '-w --watch --raw:path --chunk-size:fixed -L:fixed --label-columns:fixed --ignore-not-found', operands: 'data'},
    describe: {options: '--show-events', operands: 'data'},
    logs: {
      options: `-c:data --container:data -p --previous -f --follow --tail:strict --since:strict --since-time:strict --all-containers --timestamps --prefix
        --limit-bytes:strict`,
      operands: 'data',
    },
    top: {subs: each('pod pods node nodes', {options: '--containers --sum', operands: 'data'})},
    rollout: {
      subs: each('undo status history restart pause resume', {
        options: '--to-revision:strict --revision:strict -w --watch',
        operands: 'data',
      }),
    },
    scale: {options: '--replicas:strict --current-replicas:strict', operands: 'data'},
    set: {subs: {resources: {options: '-c:strict --containers:strict --limits:strict --requests:strict', operands: 'data'}}},
    // Only text of its own between fixed letters: a value that could close a brace is refused.
    patch: {options: '--type:fixed -p:strict --patch:strict', fixed: 1, operands: 'data'},
    delete: {options: '--grace-period:fixed --force --now --wait --ignore-not-found', fixed: 1, operands: 'data'},
    ...each('cordon uncordon', {operands: 'data'}),
    drain: {
      options: '--ignore-daemonsets --delete-emptydir-data --force --grace-period:fixed --disable-eviction --pod-selector:strict',
      operands: 'data',
    },
    exec: {options: '-c:data --container:data -i --stdin -t --tty -q --quiet', operands: 'data', runs: true},
  },
};

const container: Tool = {
  subs: {
    ps: {options: '-a --all -q --quiet -n:fixed --no-trunc --format:fixed'},
    logs: {options: '-f --follow -t --timestamps -n:strict --tail:strict --since:strict --until:strict', operands: 'data'},
    inspect: {options: '-f:fixed --format:fixed --type:fixed -s --size', operands: 'data'},
    ...each('restart stop', {options: '-t:strict --time:strict', operands: 'data'}),
  },
};

const database = '-h:strict --host:strict --port:strict -U:strict --user:strict --username:strict';

/** The only programs that may get a value. */
const tools: Readonly<Record<string, Tool>> = {
  kubectl,
  docker: container,
  podman: container,
  curl: {
    options: `-s --silent -S --show-error -f --fail -L --location -v --verbose -k --insecure -g --globoff -i --include -I --head -G --get --compressed
      -4 -6 --no-progress-meter -o:null --output:null -m:strict --max-time:strict --connect-timeout:strict --retry:fixed --proto:proto -X:fixed
      --request:fixed -A:fixed --user-agent:fixed -w:fixed --write-out:fixed -H:header --header:header --url:address`,
    operands: 'address',
  },
  dig: {
    options: '+short +trace +noall +answer +tcp +dnssec +nocmd +nocomments +multiline -4 -6 -t:fixed -p:fixed -x:strict',
    operands: 'strict',
  },
  host: {options: '-v -a -4 -6 -T -t:fixed -W:fixed', operands: 'strict'},
  nslookup: {operands: 'strict'},
  systemctl: {
    options: '--no-pager -l --full -q --quiet --user --now --failed -n:strict --lines:strict -p:fixed --property:fixed',
    subs: {
      ...each('status show cat is-active is-failed is-enabled start stop restart reload reset-failed', {operands: 'strict'}),
      ...each('list-units daemon-reload list-timers', {}),
    },
  },
  journalctl: {
    options: `-u:strict --unit:strict -n:strict --lines:strict -S:strict --since:strict -U:strict --until:strict -p:fixed --priority:fixed -f --follow -k
      --dmesg -r --reverse -e -x -b -o:fixed --output:fixed --no-pager -q --quiet`,
  },
  df: {options: '-h -H -i -T -P -a -l -k -m -x:fixed -t:fixed', operands: 'data'},
  du: {options: '-a -b -c -h -k -m -s -x -S -d:strict --max-depth:strict', operands: 'data'},
  ls: {options: '-1 -a -A -d -F -h -i -l -L -n -R -r -S -s -t', operands: 'data'},
  stat: {options: '-L -f -c:fixed --format:fixed', operands: 'data'},
  cat: {options: '-A -b -e -E -n -s -t -T -v', operands: 'data'},
  ...each('head tail', {options: '-n:strict -c:strict -q -v -f -F --lines:strict --bytes:strict', operands: 'data'}),
  wc: {options: '-c -l -m -w -L', operands: 'data'},
  truncate: {options: '-s:fixed --size:fixed -c --no-create', demands: ['-s'], operands: 'data'},
  gzip: {options: '-t -v -l', demands: ['-t'], operands: 'data'},
  grep: {
    options: `-F -e:data -c -i -n -r -v -o -q -l -L -w -x -s -a -h -H -A:strict -B:strict -C:strict -m:strict --color --line-buffered`,
    demands: ['-F'],
    needsEnd: true,
    operands: 'data',
  },
  find: {
    options: `-L -H -P -name:fixed -iname:fixed -path:fixed -type:fixed -size:fixed -mtime:fixed -mmin:fixed -atime:fixed -ctime:fixed -user:fixed
      -group:fixed -perm:fixed -newermt:fixed -maxdepth:fixed -mindepth:fixed -printf:fixed -xdev -mount -empty -print -print0 -ls -delete -not -o -a`,
    operands: 'data',
  },
  ps: {options: '-e -f -A -l -x -ef -p:strict -u:strict -C:strict -o:fixed --sort:fixed'},
  ss: {options: '-a -e -i -l -m -n -o -p -s -t -u -x -4 -6', operands: 'strict'},
  ping: {options: '-4 -6 -n -q -c:fixed -i:fixed -W:fixed -w:fixed', operands: 'strict'},
  getent: {subs: each('hosts ahosts ahostsv4 ahostsv6 passwd group services', {operands: 'strict'})},
  openssl: {
    subs: {
      x509: {program: 'openssl-x509', options: '-noout -enddate -dates -subject -issuer -text -in:fixed'},
      s_client: {options: '-connect:strict -servername:strict -showcerts -brief -quiet -status -tls1_2 -tls1_3 -starttls:fixed'},
    },
  },
  'redis-cli': {
    options: '-h:strict -p:strict -n:strict --tls --no-auth-warning --raw',
    subs: {
      ...each('GET TTL PTTL TYPE EXISTS STRLEN get ttl pttl type exists strlen', {operands: 'data'}),
      ...each('INFO PING info ping', {}),
    },
  },
  psql: {
    options: `${database} -p:strict -d:strict --dbname:strict -c:fixed --command:fixed -f:fixed -A -t -q -x -X -w -1 --csv`,
  },
  mysql: {options: `${database} -p -P:strict -u:strict -D:strict --database:strict -e:fixed --execute:fixed -B -N -t`},
  promtool: {
    subs: {query: {subs: each('instant range series labels', {options: '--start:strict --end:strict --step:strict --time:strict'})}},
  },
  amtool: {
    options: '--alertmanager.url:fixed -o:fixed --output:fixed',
    subs: {
      alert: {subs: {query: {options: '-a --active -s --silenced', operands: 'strict'}}},
      silence: {
        subs: {
          add: {options: '-c:data --comment:data -a:strict --author:strict -d:strict --duration:strict', operands: 'strict'},
          query: {options: '-q --quiet', operands: 'strict'},
        },
      },
    },
  },
  git: {
    options: '--no-pager',
    subs: {
      ...each('log show', {options: '--oneline --stat --graph --name-only -n:strict -p -1', operands: 'strict'}),
      revert: {options: '--no-edit', operands: 'strict'},
    },
  },
  sudo: {options: '-n --non-interactive -E -H -i --login -u:fixed --user:fixed', wraps: 0},
  nohup: {wraps: 0},
  time: {options: '-p -v', wraps: 0},
  timeout: {options: '-k:fixed -s:fixed --kill-after:fixed --signal:fixed -v --foreground --preserve-status', wraps: 1},
};

export function toolNamed(name: string): Tool | undefined {
  return Object.hasOwn(tools, name) ? tools[name] : undefined;
}

const named = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Get no value, and do no harm to one that stands elsewhere: they run nothing of what they read, and change the meaning of no name. */
export const companions =
  named(`awk base64 break cd column continue cut date diff export false fold gunzip helm hostname id jq md5sum nl od pwd rev sed
  set sha256sum sleep sort tac tr true uname uniq uptime wait zcat`);

/** Read what a tool prints that was given a value. */
export const filters = named(
  'awk base64 cat column cut fold grep gzip head jq md5sum nl od openssl-x509 rev sed sha256sum sort tac tail tr uniq wc',
);

/** Of those, the ones that also may read what is printed of the value itself. */
export const plainFilters = named('base64 cat column cut grep head md5sum od openssl-x509 sha256sum sort tail tr uniq wc');

/** What they print comes from elsewhere, not from their arguments: it may be kept in a file, and be a part of another command. */
export const reporters = named('kubectl docker podman curl journalctl cat head tail');
