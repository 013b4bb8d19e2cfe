/** Names of programs by what they do with their arguments. */

const named = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/).filter(Boolean));

export const shells = named('sh bash rbash dash zsh ksh mksh pdksh ash fish csh tcsh pwsh powershell cmd');

/** Read an argument as code of a shell, here or on another machine. */
export const evaluators = new Set([
  ...shells,
  ...named(`eval source . trap watch ssh slogin autossh sshpass mosh rsh rexec scp sftp rsync su runuser parallel at batch crontab make gmake
    ansible ansible-playbook pdsh pssh clush dsh salt expect unbuffer script tmux screen fzf socat ncat entr`),
]);

/** Read an argument as a program of their own language. */
export const interpreters =
  named(`awk gawk mawk nawk sed gsed ssed perl python pypy ipython node nodejs deno bun ruby irb php lua luajit Rscript R
  julia tclsh osascript jq gojq jaq yq psql mysql mariadb sqlite sqlite3 clickhouse-client mongo mongosh sqlcmd sqlplus cqlsh duckdb influx
  vim vi view ex ed emacs gdb lldb m4 bc dc`);

/** Read an argument as a name of a variable, a number to compute or an option of the shell. */
export const shellBuiltins =
  named(`read mapfile readarray declare typeset local export readonly unset let getopts alias unalias set shopt setopt
  shift exit return break continue ulimit umask hash enable complete compgen compopt bind fc history wait integer float vared print zparseopts`);

/** Do the same with their standard input whatever is in it: they look at it, keep it or send it. */
export const readsData =
  named(`cat tee kubectl oc k curl grep egrep fgrep zgrep rg wc base64 jq promtool amtool logger xxd od md5sum sha1sum sha256sum
  sort uniq head tail tr cut column less more diff nl tac rev fold fmt gzip pbcopy xclip vault consul etcdctl mail`);

/** Hand their arguments on as they are. */
export const carriers = named('echo printf');

/** What stands behind `--` is data for them, not a command of its own. */
export const endsOptionsOnly =
  named(`grep egrep fgrep zgrep rg cat rm rmdir cp mv ls ln mkdir touch chmod chown tail head git diff sort uniq wc tee
  basename dirname realpath readlink stat du df kill pgrep pkill cd pushd curl wget systemctl journalctl echo which type dig host truncate`);

/** Their first operand is what they do. */
export const takesSubcommand =
  named(`kubectl oc k git docker podman nerdctl crictl helm systemctl service gcloud aws az brew apt apt-get dnf yum npm
  cargo go terraform velero argocd flux istioctl vault consul`);

export const kubernetes = named('kubectl oc k kubecolor');
export const containers = named('docker podman nerdctl crictl docker-compose podman-compose');

/** An option whose value is code, or names a file that decides what runs. */
export const decidingOption =
  /^--?(?=[\w-]{2})[\w-]*(?:command|cmd|exec|eval|script|program|shell|rsh|hook|editor|pager|entrypoint|config|plugin|renderer|askpass|preview|checkpoint-action|init|preload|engine)/i;

/** How a program that runs another one is written before the name of that one. */
export interface Wrapper {
  /** Options that take the next word. */
  readonly values?: string;
  /** Options that stand alone. */
  readonly flags?: RegExp;
  /** Operands before the program. */
  readonly operands?: number;
}

export const wrappers: ReadonlyMap<string, Wrapper> = new Map(
  Object.entries({
    sudo: {values: '-u -g -p -C -D -R --user --group --chdir', flags: /^-(?:[nEHSAkPb]+|-preserve-env|-non-interactive|-set-home)$/},
    doas: {values: '-u', flags: /^-n$/},
    env: {values: '-u -C --unset --chdir', flags: /^-(?:i|0|-ignore-environment)$/},
    nohup: {},
    setsid: {flags: /^-[cfw]+$/},
    command: {flags: /^-p$/},
    builtin: {},
    exec: {values: '-a', flags: /^-[cl]+$/},
    time: {values: '-f -o', flags: /^-[pavq]+$/},
    nice: {values: '-n --adjustment', flags: /^-(?:\d+|-adjustment=-?\d+)$/},
    ionice: {values: '-c -n', flags: /^-(?:t|c\d|n\d)$/},
    timeout: {
      values: '-s -k --signal --kill-after',
      flags: /^-(?:v|-foreground|-preserve-status|-(?:signal|kill-after)=\w+)$/,
      operands: 1,
    },
    stdbuf: {values: '-i -o -e', flags: /^-[ioe][0L]$/},
    chroot: {operands: 1},
    taskset: {flags: /^-[ac]+$/, operands: 1},
    chrt: {flags: /^-[abfior]+$/, operands: 1},
    flock: {values: '-w -E', flags: /^-[nsxuo]+$/, operands: 1},
    gosu: {operands: 1},
    'su-exec': {operands: 1},
    busybox: {},
    toybox: {},
    caffeinate: {flags: /^-[disu]+$/},
    strace: {values: '-e -o -s', flags: /^-[fcttTyv]+$/},
    nsenter: {values: '-t', flags: /^-(?:[amuinpCT]+|-(?:all|mount|uts|ipc|net|pid|target=\d+))$/},
    unshare: {flags: /^-[muinpUCfr]+$/},
    xargs: {values: '-n -P -L -d -E -s -a', flags: /^-(?:[0rtx]+|[nPL]\d+|-null|-no-run-if-empty)$/},
  } satisfies Record<string, Wrapper>),
);

/** Options of `docker exec` and its like. */
export const containerExec: Wrapper = {
  values: '-e -u -w --env --user --workdir --env-file --index',
  flags: /^-(?:[itdT]+|-interactive|-tty|-detach|-privileged|-no-TTY|-rm)$/,
  operands: 1,
};
