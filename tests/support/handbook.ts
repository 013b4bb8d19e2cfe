import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Live} from '../../src/live/state.ts';
import {run, until, type Running} from './processes.ts';

/** The production server over `build/`, as a process of its own. */
export interface Handbook {
  readonly url: string;
  readonly server: Running;
  readonly live: (id: string) => Promise<Live>;
  readonly end: () => Promise<void>;
}

export async function startHandbook(env: Readonly<Record<string, string>> = {}): Promise<Handbook> {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-state-'));
  const server = run(process.execPath, ['src/server/main.server.ts'], {env: {PORT: '0', HANDBOOK_STATE_DIR: folder, ...env}});
  const url = await until('the handbook to listen', () => {
    if (server.process.exitCode !== null) throw new Error(`The handbook ended: ${server.output()}`);
    return /listening on (\S+)/.exec(server.output())?.[1];
  });
  return {
    url,
    server,
    live: async (id) => {
      const answer = (await (await fetch(`${url}/_status/v1/live?ids=${encodeURIComponent(id)}`)).json()) as {items: Record<string, Live>};
      const live = answer.items[id];
      if (live === undefined) throw new Error(`No ${id} in ${JSON.stringify(answer)}`);
      return live;
    },
    end: async () => {
      await server.end();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
