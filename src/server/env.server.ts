import * as z from 'zod';

const address = z
  .url({protocol: /^https?$/, error: 'an http or https address'})
  .refine((url) => !/^https?:\/\/[^/?#]*@/i.test(url), 'an address without credentials, which would be refused');

const Env = z.object({
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
  HANDBOOK_AUTH: z.enum(['none'], "'none', the only way that this version has").optional(),
});
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
  const result = Env.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')));
  if (!result.success) {
    const faults = result.error.issues.map(
      ({path, message}) => `${String(path[0])}: found ${JSON.stringify(variables[String(path[0])])}, expected ${message}`,
    );
    throw new EnvError(faults.join('\n'));
  }
  const {HOST, HANDBOOK_AUTH} = result.data;
  if (!isLoopback(HOST) && HANDBOOK_AUTH === undefined) {
    throw new EnvError(
      `HANDBOOK_AUTH: found nothing, expected a value because HOST=${HOST} can be reached from other machines ('none' lets everybody in who can reach it)`,
    );
  }
  return result.data;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
