import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import type {Live} from '../../src/live/state.ts';
import {run, until, type Running} from './processes.ts';

/** The production server over `build/`, on a port of its own. */
export interface Handbook {
  readonly url: string;
  /** What the gateway says of an id at this moment. */
  readonly live: (id: string) => Promise<Live>;
  readonly server: Running;
  readonly end: () => Promise<void>;
}

/** `root` is the folder whose `data/`, `docs/` and `build/` it serves. */
export async function startHandbook(
  env: Readonly<Record<string, string>> = {},
  {root = process.cwd()}: {readonly root?: string} = {},
): Promise<Handbook> {
  const state = mkdtempSync(join(tmpdir(), 'handbook-state-'));
  const server = run(process.execPath, [resolve('src/server/main.server.ts')], {
    cwd: root,
    env: {PORT: '0', HANDBOOK_STATE_DIR: state, ...env},
  });
  const listening = (): string | undefined => {
    if (server.process.exitCode !== null) throw new Error(`The server ended: ${server.output()}`);
    return /^handbook: listening on (\S+)$/m.exec(server.output())?.[1];
  };
  // A busy machine takes its time to read all that a server is made of.
  const url = await until('the server to listen', listening).catch(async (error: unknown) => {
    await server.end();
    throw error;
  });
  return {
    url,
    live: async (id) => {
      const response = await fetch(`${url}/_status/v1/live?ids=${encodeURIComponent(id)}`);
      if (!response.ok) throw new Error(`${id}: ${response.status} ${await response.text()}`);
      const {items} = (await response.json()) as {items: Record<string, Live>};
      const live = items[id];
      if (live === undefined) throw new Error(`The answer has no ${id}`);
      return live;
    },
    server,
    end: async () => {
      await server.end();
      rmSync(state, {recursive: true, force: true});
    },
  };
}
