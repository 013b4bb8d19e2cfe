import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {SlipError} from '../catalog/slip.ts';
import {EnvError} from '../server/env.server.ts';
import {DeathError, startDemo} from './demo.server.ts';
import {incidentOf} from './incidents.ts';
import {onWords} from './keys.server.ts';
import {ProgramsError} from './programs.server.ts';

/** Wrong words on the command line. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Mistakes that the person who started the demo can mend: exit 2. */
const mendable = [ProgramsError, EnvError, SlipError, UsageError];

/**
 * `npm run demo`: the handbook with a real Prometheus and Alertmanager on loopback, and a switch that sets an incident off.
 * @returns the exit code.
 */
async function main(): Promise<number> {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => ending.abort());
  // The terminal may be gone before we are.
  process.stdout.on('error', () => ending.abort());
  const ends: (() => Promise<void> | void)[] = [];
  const fail = (error: unknown): void => ending.abort(error);
  try {
    const situation = await startDemo({
      repository: join(import.meta.dirname, '../..'),
      site: siteOf(process.argv.slice(2)),
      say: (text) => console.log(text),
      signal: ending.signal,
      fail,
      atEnd: (end) => ends.push(end),
    });
    const word = (said: string): void => {
      const named = incidentOf(said);
      if (named !== undefined) situation.set(named);
    };
    onWords(process.stdin, {word, interrupt: () => ending.abort()});
    await aborted(ending.signal);
  } catch (error) {
    // What came first is the reason; the rest follows from it.
    fail(error);
  }
  for (const end of ends.toReversed()) await end();
  return report(ending.signal.reason);
}

function siteOf(args: string[]): 'build' | 'development' | undefined {
  try {
    const {values} = parseArgs({args, options: {built: {type: 'boolean'}, development: {type: 'boolean'}}});
    if (values.built === true) return 'build';
    return values.development === true ? 'development' : undefined;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}. Expected --built (show build/ whatever its age), --development, or nothing`, {
      cause: error,
    });
  }
}

function aborted(signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', resolve);
  });
}

function report(reason: unknown): number {
  // An end that was asked for has no reason of its own.
  if (reason instanceof DOMException) return 0;
  const known = [DeathError, ...mendable].some((kind) => reason instanceof kind);
  const text = known ? (reason as Error).message : ((reason as Error | undefined)?.stack ?? String(reason));
  for (const line of text.split('\n')) console.error(`demo: ${line}`);
  return mendable.some((kind) => reason instanceof kind) ? 2 : 1;
}

process.exit(await main());
