import type {Reach} from '../../catalog/live-contract.ts';
import {AskError} from './reading.ts';

/** A variable of the environment, by its name. */
export type Env = (variable: string) => string | undefined;

/**
 * The headers of a request, with the secrets that `data/live.yaml` names.
 * @throws {AskError} `unauthorised` when such a variable is not set, so that nobody is asked without it.
 */
export function requestHeaders(reach: Reach, {env, accept}: {readonly env: Env; readonly accept: string}): Record<string, string> {
  const headers = new Headers({'user-agent': 'sre-handbook', accept, 'accept-encoding': 'gzip', 'cache-control': 'no-cache'});
  for (const [name, value] of Object.entries(reach.headers)) headers.set(name, value);
  if (reach.tokenFrom !== undefined) headers.set('authorization', `${reach.tokenScheme} ${token(reach.tokenFrom, env)}`);
  if (reach.basicFrom !== undefined) {
    const pair = Buffer.from(secret(reach.basicFrom, env)).toString('base64');
    headers.set('authorization', `Basic ${pair}`);
  }
  return Object.fromEntries(headers);
}

function token(variable: string, env: Env): string {
  const value = secret(variable, env);
  // A header cannot carry them, and the error of the library would show the value.
  if (/[^\x21-\x7e]/.test(value)) throw new AskError('unauthorised', `the variable ${variable} holds no token`);
  return value;
}

function secret(variable: string, env: Env): string {
  const value = env(variable)?.trim();
  if (value === undefined || value === '') throw new AskError('unauthorised', `the variable ${variable} is not set`);
  return value;
}
