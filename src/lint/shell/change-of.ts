import {always, programs} from './changing.ts';
import {clouds} from './cloud-changes.ts';
import {asScript, operandsOf, someWord, type Around, type Judge, type Words} from './command-line.ts';
import {databases} from './database-changes.ts';
import {machines} from './machine-changes.ts';
import {requests} from './request-changes.ts';

/** Programs that say by more than a subcommand whether they change something. */
const judges: ReadonlyMap<string, Judge> = new Map(Object.entries({...machines, ...requests, ...databases, ...clouds}));

/** Programs that run another one: their options that take a value, and how many words of their own stand before it. */
const wrappers: ReadonlyMap<string, {readonly valued?: string; readonly own?: number}> = new Map(
  Object.entries({
    sudo: {valued: '-u --user -g --group -h -p -C -r -t -D'},
    doas: {valued: '-u -C'},
    env: {valued: '-u --unset -C --chdir'},
    time: {valued: '-f -o'},
    nohup: {},
    nice: {valued: '-n'},
    ionice: {valued: '-c -n -p'},
    timeout: {valued: '-k -s --kill-after --signal', own: 1},
    xargs: {valued: '-n -I -P -d -L -s -a -E --max-args --max-procs --delimiter --arg-file'},
    watch: {valued: '-n --interval'},
    command: {},
    exec: {valued: '-a'},
    stdbuf: {valued: '-i -o -e'},
    chroot: {own: 1},
    nsenter: {valued: '-t --target'},
    setsid: {},
    flock: {valued: '-w -E', own: 1},
    parallel: {valued: '-j --jobs'},
  }),
);
const shells = new Set(['sh', 'bash', 'zsh', 'dash', 'ash', 'ksh', 'su', 'runuser']);
/** Subcommands that run another program somewhere else. */
const carriers = new Set(['exec', 'rsh', 'debug']);
const dry = /^(?:--dry-run(?:=(?:client|server|true))?|--dryrun)$/;
/** Programs that change something with nearly everything they are told: what only asks. */
const asking: Readonly<Record<string, RegExp>> = {
  fdisk: /^(?:-l|--list)$/,
  sfdisk: /^(?:-l|-d|--list|--dump)$/,
  parted: /^(?:-l|--list|print)$/,
  swapon: /^(?:-s|--show.*|--summary)$/,
  passwd: /^(?:-S|--status)$/,
  pkill: /^-0$/,
};

/** What a command changes, as its program and the word that says so; undefined when it changes nothing that is known. */
export function changeOf(words: Words, around: Around): string | undefined {
  const [first, ...rest] = words;
  const name = first?.replace(/^.*\//, '');
  if (name === undefined || someWord(rest, /^--(?:help|version)$/)) return undefined;
  const wrapper = wrappers.get(name);
  if (wrapper !== undefined) return changeBehind(rest, {...wrapper, around});
  if (shells.has(name)) return changeInShell(rest, around);
  if (name === 'eval') return around.within(asScript(rest));
  if (name === 'alias') return around.within(rest.map((word) => word?.replace(/^[^=]*=?/, '') ?? '').join('\n'));
  if (/\/init\.d\//.test(first ?? '')) return changeOf(['service', name, ...rest], around);
  if (name === 'ssh') return changeBySsh(rest, around);
  const change = judges.get(name)?.(rest, around);
  if (change !== undefined) return change;
  const only = Object.hasOwn(asking, name) ? asking[name] : undefined;
  if (only !== undefined && someWord(rest, only)) return undefined;
  return always.has(name) || name.startsWith('mkfs.') ? name : changeBySubcommand(name, rest, around);
}

function changeBehind(
  rest: Words,
  {valued = '', own = 0, around}: {readonly valued?: string; readonly own?: number; readonly around: Around},
): string | undefined {
  const takes = new Set(valued.split(' '));
  let left = own;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at];
    if (word !== undefined && (takes.has(word) || (/^-[A-Za-z]{2,}$/.test(word) && takes.has(`-${word.slice(-1)}`)))) at += 1;
    else if (word !== undefined && (/^-./.test(word) || /^[A-Za-z_]\w*=/.test(word))) continue;
    else if (left > 0) left -= 1;
    else if (word === undefined) return undefined;
    else return /\s/.test(word) ? around.within(word) : changeOf(rest.slice(at), around);
  }
  return undefined;
}

/** `-c 'script'`, or a script that is handed in. */
function changeInShell(rest: Words, {input, within}: Around): string | undefined {
  const at = rest.findIndex((word) => word !== undefined && /^-[a-z]*c$/.test(word));
  const script = at >= 0 ? rest[at + 1] : input;
  return script === undefined ? undefined : within(script);
}

function changeBySsh(rest: Words, {input, within}: Around): string | undefined {
  const [, ...command] = operandsOf(rest, '-p -l -i -o -F -J -b -c -D -e -L -R -S -W -w');
  const script = command.length > 0 ? asScript(command) : input;
  // `ssh host bash -s` hands on what it reads.
  const handed = command.length > 0 && shells.has(command[0] ?? '') && input !== undefined ? within(input) : undefined;
  return handed ?? (script === undefined ? undefined : within(script));
}

function changeBySubcommand(name: string, rest: Words, around: Around): string | undefined {
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (program === undefined || someWord(rest, dry)) return undefined;
  const end = rest.indexOf('--');
  const operands = operandsOf(end < 0 ? rest : rest.slice(0, end), program.valued);
  const carrier = operands.slice(0, 2).findIndex((word) => word !== undefined && carriers.has(word));
  if (carrier >= 0) {
    // Behind the subcommand stands what it runs in.
    const inner =
      end >= 0
        ? rest.slice(end + 1)
        : behindOperands(rest, {count: carrier + 2, valued: `${program.valued} -u -w -e --user --workdir --env`});
    return changeOf(inner, around);
  }
  if (program.files === true && operands[0] === 'create' && someWord(rest, /^(?:-f|--filename)/)) return `${name} create`;
  for (const change of program.changes) {
    const groups = change.split(' ').map((group) => group.split('|'));
    if (!groups.every((group, at) => group.includes(operands[at] ?? ''))) continue;
    const isSpared = program.unless?.some(([verb, option]) => operands[0] === verb && someWord(rest, option)) === true;
    return isSpared ? undefined : [name, ...operands.slice(0, groups.length)].join(' ');
  }
  return undefined;
}

function behindOperands(words: Words, {count, valued}: {readonly count: number; readonly valued: string}): Words {
  const takes = new Set(valued.split(/\s+/));
  let seen = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word !== undefined && takes.has(word)) at += 1;
    else if (word !== undefined && /^-./.test(word)) continue;
    else if (seen === count) return words.slice(at);
    else seen += 1;
  }
  return [];
}
