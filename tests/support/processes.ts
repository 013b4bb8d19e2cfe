import {spawn, type ChildProcess} from 'node:child_process';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';

/** A real server that a test has started. */
export interface Running {
  readonly process: ChildProcess;
  /** What it has printed so far, for the message of a test that fails. */
  readonly output: () => string;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Ends it, stopped or not, and waits until it is gone. */
  readonly end: () => Promise<void>;
}

export function run(
  command: string,
  args: readonly string[],
  {env = {}, cwd = process.cwd()}: {env?: Readonly<Record<string, string>>; cwd?: string} = {},
): Running {
  const child = spawn(command, args, {cwd, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']});
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    process: child,
    output: () => output,
    signal: (name) => void child.kill(name),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** A port that was free a moment ago. Programs that cannot be told to choose one themselves need it. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** Waits until `check` gives something that is not false or undefined; says what it waited for when it does not come, which a slow machine is no reason for. */
export async function until<T>(
  what: string,
  check: () => Promise<T | false | undefined> | T | false | undefined,
  {within = 180_000, every = 50}: {within?: number; every?: number} = {},
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${within} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
