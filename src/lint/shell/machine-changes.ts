import {asScript, operandsOf, someWord, type Judge, type Words} from './command-line.ts';

const firstOf = (words: Words, pattern: RegExp): string | undefined => words.find((word) => word !== undefined && pattern.test(word));
const named = (name: string, word: string | undefined): string | undefined => (word === undefined ? undefined : `${name} ${word}`);

/** A file that others rely on, where what is copied for a look goes elsewhere. */
const ofMachine = (word: string | undefined): boolean => word !== undefined && /^\/(?:etc|usr|opt|boot|srv|lib|var\/(?!tmp\/))/.test(word);

/** Tools of one machine. */
export const machines: Readonly<Record<string, Judge>> = {
  rm: (rest) => {
    const files = operandsOf(rest);
    return files.length > 0 && files.every((file) => file?.startsWith('/tmp/') === true) ? undefined : 'rm';
  },
  dd: (rest) => (rest.some((word) => word?.startsWith('of=') === true && word !== 'of=/dev/null') ? 'dd' : undefined),
  // A signal that only asks, or makes a JVM print its threads.
  kill: (rest) => (someWord(rest, /^-(?:0|3|l|L|QUIT|SIGQUIT)$/) ? undefined : 'kill'),
  sed: (rest) => (someWord(rest, /^(?:-[nErsz]*i|--in-place)/) ? 'sed -i' : undefined),
  sysctl: (rest) => (someWord(rest, /^(?:-w|--write|-p|--system|[\w.]+=.*)$/) ? 'sysctl -w' : undefined),
  crontab: (rest) => (someWord(rest, /^-l$/) ? undefined : 'crontab'),
  mount: (rest) => (operandsOf(rest, '-t -o').length > 0 ? 'mount' : undefined),
  ...Object.fromEntries(
    ['fsck', 'e2fsck', 'xfs_repair'].map((name): [string, Judge] => [name, (rest) => (someWord(rest, /^-[nN]$/) ? undefined : name)]),
  ),
  iptables: (rest) => named('iptables', firstOf(rest, /^-[ADFIRXPZ]$/)),
  ip: (rest) => {
    const [object, verb] = operandsOf(rest, '-n -netns');
    return verb !== undefined && /^(?:add|del|delete|set|change|replace|flush)$/.test(verb) ? `ip ${object} ${verb}` : undefined;
  },
  ...Object.fromEntries(
    ['service', 'rc-service'].map((name): [string, Judge] => [
      name,
      (rest) => named(name, firstOf(rest.slice(1), /^(?:stop|start|restart|reload)$/)),
    ]),
  ),
  find: (rest, {within}) => {
    if (rest.includes('-delete')) return 'find -delete';
    const at = rest.findIndex((word) => word !== undefined && /^-(?:exec|execdir|ok)$/.test(word));
    return at < 0 ? undefined : within(asScript(rest.slice(at + 1).filter((word) => !/^(?:\{\}|;|\+)$/.test(word ?? ''))));
  },
  tee: (rest) => (operandsOf(rest).some((file) => file !== undefined && /^\/(?:etc|proc|sys|usr)\//.test(file)) ? 'tee' : undefined),
  perl: (rest) => (someWord(rest, /^-[pnlae0]*i/) ? 'perl -i' : undefined),
  journalctl: (rest) => named('journalctl', firstOf(rest, /^--(?:vacuum-.*|rotate|flush)$/)?.replace(/=.*/, '')),
  logrotate: (rest) => (someWord(rest, /^(?:-[dv]*d[dv]*|--debug)$/) ? undefined : 'logrotate'),
  nft: (rest) => named('nft', firstOf(operandsOf(rest).slice(0, 1), /^(?:add|insert|delete|flush|replace|rename|reset|create|destroy)$/)),
  tc: (rest) => named('tc', firstOf(rest, /^(?:add|del|delete|change|replace)$/)),
  conntrack: (rest) => named('conntrack', firstOf(rest, /^(?:-[DFIU]|--(?:delete|flush|create|update))$/)),
  ethtool: (rest) => named('ethtool', firstOf(rest, /^-[AGKLsNXCE]$/)),
  nginx: (rest) => (someWord(rest, /^-s$/) ? 'nginx -s' : undefined),
  modprobe: (rest) => (someWord(rest, /^(?:-n|--dry-run|-c|--show.*|-D)$/) ? undefined : 'modprobe'),
  'ansible-playbook': (rest) => (someWord(rest, /^(?:-C|--check|--list-.*|--syntax-check)$/) ? undefined : 'ansible-playbook'),
  socat: (_rest, {input}) => named('HAProxy', /^\s*(disable|enable|set|shutdown|clear|add|del)\s/.exec(input ?? '')?.[1]),
  mv: (rest) => (rest.some(ofMachine) ? 'mv' : undefined),
  chmod: (rest) => (rest.some(ofMachine) ? 'chmod' : undefined),
  chown: (rest) => (rest.some(ofMachine) ? 'chown' : undefined),
  cp: (rest) => (ofMachine(operandsOf(rest).at(-1)) ? 'cp' : undefined),
  ln: (rest) => (ofMachine(operandsOf(rest).at(-1)) ? 'ln' : undefined),
  pg_ctlcluster: (rest) => named('pg_ctlcluster', firstOf(rest, /^(?:stop|start|restart|promote|reload)$/)),
  pg_ctl: (rest) => named('pg_ctl', firstOf(rest, /^(?:stop|start|restart|promote|reload)$/)),
};
