import {asScript, operandsOf, someWord, type Judge, type Words} from './command-line.ts';

const firstOf = (words: Words, pattern: RegExp): string | undefined => words.find((word) => word !== undefined && pattern.test(word));
const named = (name: string, word: string | undefined): string | undefined => (word === undefined ? undefined : `${name} ${word}`);

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
  fsck: (rest) => (someWord(rest, /^-[nN]$/) ? undefined : 'fsck'),
  iptables: (rest) => named('iptables', firstOf(rest, /^-[ADFIRXPZ]$/)),
  ip: (rest) => {
    const [object, verb] = operandsOf(rest, '-n -netns');
    return verb !== undefined && /^(?:add|del|delete|set|change|replace|flush)$/.test(verb) ? `ip ${object} ${verb}` : undefined;
  },
  service: (rest) => named('service', firstOf(rest.slice(1), /^(?:stop|start|restart|reload)$/)),
  find: (rest, {within}) => {
    if (rest.includes('-delete')) return 'find -delete';
    const at = rest.findIndex((word) => word !== undefined && /^-(?:exec|execdir|ok)$/.test(word));
    return at < 0 ? undefined : within(asScript(rest.slice(at + 1).filter((word) => !/^(?:\{\}|;|\+)$/.test(word ?? ''))));
  },
  tee: (rest) => (operandsOf(rest).some((file) => file !== undefined && /^\/(?:etc|proc|sys|usr)\//.test(file)) ? 'tee' : undefined),
  pg_ctl: (rest) => named('pg_ctl', firstOf(rest, /^(?:stop|start|restart|promote|reload)$/)),
};
