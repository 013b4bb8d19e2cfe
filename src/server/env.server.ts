import * as z from 'zod';
import {masked} from '../catalog/masked.ts';
import {AuthSettings, isLoopback} from '../http/auth/settings.server.ts';

const address = z
  .url({protocol: /^https?$/, error: 'an http or https address'})
  .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), 'an address without credentials, which would be refused');

const Base = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port from 0 to 65535')
    .default(3000),
  HANDBOOK_STATE_DIR: z.string().default('.handbook'),
  PROMETHEUS_URL: address.optional(),
  ALERTMANAGER_URL: address.optional(),
  /** Whoever shows it as a bearer token may call the hooks. Without it there are none. */
  HANDBOOK_HOOK_TOKEN: z
    .string()
    .regex(/^[!-~]+$/, 'a secret of visible ASCII characters')
    .optional(),
});
const Env = Base.and(AuthSettings);
export type Env = z.output<typeof Env>;

/** A setting of the environment that cannot be used. The message names the variable. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/** Whether an error of a server is about its address, which the person who started it can mend. */
export function cannotListen({code = ''}: NodeJS.ErrnoException): boolean {
  return ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code);
}

/** Says in the same shape that an address cannot be had. */
export function portTaken(host: string, port: number, {code}: NodeJS.ErrnoException): EnvError {
  const isPort = code === 'EADDRINUSE' || code === 'EACCES';
  return new EnvError(
    isPort
      ? `PORT: found ${host}:${port} not to be had (${code}), expected a free one`
      : `HOST: found ${JSON.stringify(host)} (${code}), expected an address of this machine`,
  );
}

/**
 * Reads the server's settings. An empty variable counts as unset.
 * @throws {EnvError} naming every variable at fault.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = Env.safeParse({HANDBOOK_AUTH: 'none', ...given});
  if (!result.success) {
    const faults = result.error.issues.map(({path, message}) => {
      const name = String(path[0]);
      return `${name}: found ${shown(name, given[name])}, expected ${message}`;
    });
    throw new EnvError([...new Set(faults)].join('\n'));
  }
  if (given['HANDBOOK_AUTH'] === undefined) {
    const why = needsAuth(result.data, Object.keys(given));
    if (why !== undefined) throw new EnvError(`HANDBOOK_AUTH: found nothing, expected a value because ${why}`);
  }
  return result.data;
}

/** Secrets shorter than this can be guessed by who has time. */
const longEnough = 32;

/** What is said aloud at the start: that everybody can read, or that a secret is short. */
export function warningsOf(env: Env): string[] {
  const secrets = {
    HANDBOOK_HOOK_TOKEN: env.HANDBOOK_HOOK_TOKEN,
    ...(env.HANDBOOK_AUTH === 'proxy' && {HANDBOOK_PROXY_SECRET: env.HANDBOOK_PROXY_SECRET}),
  };
  const short = Object.entries(secrets).filter(([, secret]) => secret !== undefined && secret.length < longEnough);
  const isOpen = env.HANDBOOK_AUTH === 'none' && !isLoopback(env.HOST);
  return [
    ...(isOpen
      ? [`HANDBOOK_AUTH=none on HOST=${env.HOST}: EVERYBODY who can reach this port can read the handbook and its live status`]
      : []),
    ...short.map(([name, secret]) => `${name}: ${secret?.length} characters can be guessed, use ${longEnough} or more`),
  ];
}

/** Why the choice who may read cannot be left unsaid. */
function needsAuth({HOST}: Env, names: readonly string[]): string | undefined {
  if (!isLoopback(HOST)) return `HOST=${HOST} can be reached from other machines ('none' lets everybody in who can reach it)`;
  // On loopback behind a tunnel, a gate that somebody has set up and that stands open would be seen by nobody.
  const set = names.find((name) => /^HANDBOOK_(JWT|PROXY)_/.test(name));
  return set && `${set} is set, which does nothing without it`;
}

/** A secret is not for a log, not even a bad one. */
function shown(name: string, value: string | undefined): string {
  if (value === undefined) return 'nothing';
  return /_(SECRET|TOKEN)$/.test(name) ? `${value.length} characters` : masked(JSON.stringify(value));
}
