import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {parse, stringify} from 'yaml';
import {run, until, type Running} from './processes.ts';

/** `data/live.yaml` as it is written. */
export type LiveYaml = Readonly<Record<string, readonly unknown[]>>;

/** The production server over `build/`, with a `data/live.yaml` of the test's own. */
export interface OtherHandbook {
  readonly url: string;
  readonly server: Running;
  readonly end: () => Promise<void>;
}

/** `change` is given the sample's `data/live.yaml` and says what stands there instead; what it does not name stays. */
export async function startHandbookOf(
  change: (live: LiveYaml) => LiveYaml,
  env: Readonly<Record<string, string>> = {},
): Promise<OtherHandbook> {
  const root = mkdtempSync(join(tmpdir(), 'handbook-hostile-'));
  cpSync('data', join(root, 'data'), {recursive: true});
  for (const part of ['docs', 'build']) symlinkSync(resolve(part), join(root, part));
  const file = join(root, 'data/live.yaml');
  const live = parse(readFileSync(file, 'utf8')) as LiveYaml;
  writeFileSync(file, stringify({...live, ...change(live)}));
  const server = run(process.execPath, [resolve('src/server/main.server.ts')], {
    cwd: root,
    env: {PORT: '0', HANDBOOK_STATE_DIR: join(root, 'state'), ...env},
  });
  const listening = (): string | undefined => {
    if (server.process.exitCode !== null) throw new Error(`The server ended: ${server.output()}`);
    return /^handbook: listening on (\S+)$/m.exec(server.output())?.[1];
  };
  const url = await until('the server to listen', listening);
  return {
    url,
    server,
    end: async () => {
      await server.end();
      rmSync(root, {recursive: true, force: true});
    },
  };
}
