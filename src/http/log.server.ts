import {pino, stdTimeFunctions, type DestinationStream, type Logger} from 'pino';

export type Log = Logger;

/** Names of settings whose values are never written, whatever they stand in. */
const secretNames = /(TOKEN|SECRET|PASSWORD|KEY|BASIC)/;

interface Options {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Further variables that hold secrets, such as those that `data/live.yaml` names. */
  readonly secrets?: readonly string[];
  /** Where lines go; standard error without it. */
  readonly to?: DestinationStream;
}

/**
 * The server's log: one JSON object a line on standard error, `time` in milliseconds since the epoch. Values of secret settings are written
 * as `[redacted]`, wherever they turn up; so is what stands between `//` and `@` in an address. https://getpino.io
 */
export function createLog({env, secrets = [], to}: Options): Log {
  const hidden = Object.entries(env)
    .filter(([name, value]) => value !== undefined && value.length >= 4 && (secretNames.test(name) || secrets.includes(name)))
    .flatMap(([, value = '']) => [value, Buffer.from(value).toString('base64')]);
  const options = {
    base: null,
    timestamp: stdTimeFunctions.epochTime,
    redact: {paths: ['*.authorization', '*.cookie', 'headers'], censor: '[redacted]'},
    hooks: {
      streamWrite: (line: string): string => {
        let safe = line.replaceAll(/(https?:\/\/)[^/@\s"\\]+@/gi, '$1[redacted]@');
        for (const secret of hidden) safe = safe.replaceAll(JSON.stringify(secret).slice(1, -1), '[redacted]');
        return safe;
      },
    },
  };
  return to === undefined ? pino(options, pino.destination({fd: 2, sync: true})) : pino(options, to);
}
