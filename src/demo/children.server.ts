import {spawn, type ChildProcess} from 'node:child_process';
import {createInterface} from 'node:readline';

/** A program that the demo has started. */
export interface Child {
  readonly name: string;
  /** The last of what it has printed. */
  readonly said: () => string;
  /** Its exit code, or null after a signal; undefined while it runs. */
  readonly ended: () => number | null | undefined;
  /** Ends it and what it has started, and waits until they are gone. */
  readonly end: (signal?: NodeJS.Signals) => Promise<void>;
}

interface Options {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly line?: (line: string) => void;
}

/** How long a program may take to end when it is asked to. */
const patience = 5000;

/** Every program that the demo has started, so that none is left behind. */
export class Children {
  readonly #running = new Set<Child>();
  readonly #died: (child: Child) => void;
  #over = false;

  /** `died` is told of a program that ended although nobody ended it. */
  constructor(died: (child: Child) => void) {
    this.#died = died;
  }

  run(name: string, command: string, args: readonly string[], {cwd, env, line}: Options = {}): Child {
    if (this.#over) throw new Error(`${name} was to start while the demo ends`);
    // A group of its own: Ctrl-C reaches the demo alone, which ends the others in order; and what a program starts ends with it.
    const running = spawn(command, args, {cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'], detached: true});
    let said = '';
    let wanted = false;
    for (const stream of [running.stdout, running.stderr]) {
      createInterface({input: stream}).on('line', (text) => {
        said = `${said}${text}\n`.slice(-4000);
        line?.(text);
      });
    }
    let ended: number | null | undefined;
    const gone = new Promise<void>((resolve) => {
      const finish = (code: number | null): void => {
        ended = code;
        resolve();
        if (!wanted && !this.#over) this.#died(child);
      };
      running.once('exit', finish);
      running.once('error', (error) => {
        said += `${error.message}\n`;
        finish(1);
      });
    });
    const child: Child = {
      name,
      said: () => said,
      ended: () => ended,
      end: async (signal = 'SIGTERM') => {
        wanted = true;
        if (ended === undefined) signalGroup(running, signal);
        const timer = setTimeout(() => signalGroup(running, 'SIGKILL'), patience);
        await gone;
        clearTimeout(timer);
        // What it may have left behind in its group.
        signalGroup(running, 'SIGKILL');
        this.#running.delete(child);
      },
    };
    this.#running.add(child);
    return child;
  }

  /** Ends them all; no other can start from now on. */
  async end(): Promise<void> {
    this.#over = true;
    await Promise.all([...this.#running].map((child) => child.end()));
  }
}

function signalGroup({pid}: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
