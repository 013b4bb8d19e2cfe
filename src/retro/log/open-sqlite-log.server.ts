import {Worker} from 'node:worker_threads';
import {LogError, type Append, type BoardLog} from './board-log.ts';
import type {Answer, Call, Order, Said, Settings} from './wire.ts';

interface Options {
  readonly folder: string;
  readonly everyMs?: number;
  /** Makes a disk that is soon full, of pages of 4 KiB. */
  readonly mostPages?: number | undefined;
}

/**
 * The log of boards in `boards.sqlite` of a folder. Appends of about 10 ms share one commit, and are answered after it.
 * @throws {Error} when the file cannot be used, saying why. Nothing is begun anew in its place.
 */
export async function openSqliteLog({folder, everyMs = 10, mostPages}: Options): Promise<BoardLog> {
  const worker = new Worker(new URL('worker.server.ts', import.meta.url), {
    workerData: {folder, everyMs, mostPages} satisfies Settings,
    env: {},
    resourceLimits: {maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128},
  });
  const waiting = new Map<number, {readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void}>();
  const {promise: opened, resolve: open, reject: refuse} = Promise.withResolvers<void>();
  let ended: string | undefined;
  let last = 0;

  const end = (why: string): void => {
    ended ??= why;
    refuse(new Error(why));
    for (const {reject} of waiting.values()) reject(new LogError('broken', why));
    waiting.clear();
  };
  const settle = (answer: Answer): void => {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (answer.ok) asked?.resolve(answer.value);
    else asked?.reject(new LogError(answer.fault, answer.message));
  };
  worker.on('message', (said: Said) => {
    if (said.kind === 'open') open();
    else if (said.kind === 'refused') end(said.why);
    else for (const answer of said.answers) settle(answer);
  });
  worker.on('error', ({message}: Error) => end(`the thread of the log ended: ${message}`));
  worker.on('exit', () => end('the log is closed'));

  const ask = async (send: (number: number) => void): Promise<unknown> => {
    if (ended !== undefined) throw new LogError('broken', ended);
    last++;
    const {promise, resolve, reject} = Promise.withResolvers<unknown>();
    waiting.set(last, {resolve, reject});
    send(last);
    return promise;
  };
  /** What the thread answers is what the method of the same name returns there. */
  const through = async <K extends Call['kind']>(kind: K, ...args: Parameters<BoardLog[K]>): Promise<never> =>
    (await ask((number) => worker.postMessage({number, kind, args}))) as never;

  const append = async (given: readonly Append[]): Promise<number> => {
    // Copies of their own: an update is a view of a larger frame, and all of that would travel.
    const appends = given.map(({name, update}) => ({name, update: new Uint8Array(update)}));
    const order = (number: number): Order => ({number, kind: 'append', appends});
    const buffers = appends.map(({update}) => update.buffer);
    return (await ask((number) => worker.postMessage(order(number), buffers))) as number;
  };

  await opened;
  return {
    append: async (name, update) => append([{name, update}]),
    appendAll: async (appends) => void (await append(appends)),
    read: async (name) => through('read', name),
    ownNames: async (id) => through('ownNames', id),
    compact: async (name, merged) => through('compact', name, merged),
    setAside: async (name, update) => through('setAside', name, update),
    find: async (id) => through('find', id),
    create: async (id, first) => through('create', id, first),
    remove: async (id) => through('remove', id),
    close: async () => {
      if (ended !== undefined) return;
      const closed = ask((number) => worker.postMessage({number, kind: 'close'} satisfies Order));
      ended = 'the log is closed';
      await closed;
    },
  };
}
