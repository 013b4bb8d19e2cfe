import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Child, Children} from './children.server.ts';
import {answers} from './monitoring.server.ts';

interface Options {
  readonly children: Children;
  readonly repository: string;
  /** Folder of the copy that is shown. */
  readonly stage: string;
  readonly port: number;
  /** Over the finished build, or by the development server. */
  readonly site: 'build' | 'development';
  readonly prometheusUrl: string;
  readonly alertmanagerUrl: string;
  readonly signal: AbortSignal;
  readonly line: (line: string) => void;
}

/** Starts the handbook on the copy, and waits until it answers. */
export async function startHandbook({children, repository, stage, port, site, signal, line, ...urls}: Options): Promise<void> {
  // The development server starts what it needs from the folder that it is in; the other may come from the repository.
  const program = site === 'build' ? join(repository, 'src/server/main.server.ts') : 'src/server/dev.server.ts';
  const temporary = join(stage, '.temporary');
  mkdirSync(temporary);
  const child: Child = children.run('The handbook', process.execPath, [program], {
    cwd: stage,
    line: (text) => line(text.replace(/^(handbook|site\/\w+)\s+/, '')),
    env: {
      // Settings of a real handbook have no place here: they may let others in, or send credentials somewhere.
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(HANDBOOK_|SITE_URL$|BASE_URL$)/.test(name))),
      HOST: '127.0.0.1',
      PORT: String(port),
      // The bundler keeps a cache there.
      TMPDIR: temporary,
      HANDBOOK_STATE_DIR: join(stage, '.handbook'),
      PROMETHEUS_URL: urls.prometheusUrl,
      ALERTMANAGER_URL: urls.alertmanagerUrl,
    },
  });
  await answers(`http://127.0.0.1:${port}/readyz`, child, signal);
}

/** What the handbook's log says of a change: `alert:BlackboxProbeFailed: ok → firing`; undefined for a line about something else. */
export function changeIn(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const {msg, id, from, state} = JSON.parse(line) as Readonly<Record<string, unknown>>;
    // What was not asked before has not changed.
    if (msg !== 'state changed' || from === 'unknown never-seen') return undefined;
    return `${id === '*' ? 'all alerts together' : String(id)}: ${String(from)} → ${String(state)}`;
  } catch {
    return undefined;
  }
}
