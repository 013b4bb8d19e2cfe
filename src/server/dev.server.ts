import {spawn, type ChildProcess} from 'node:child_process';
import {watch} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {createInterface} from 'node:readline';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import {SlipError} from '../catalog/slip.ts';
import {readRunbooks} from '../runbook/read-runbooks.server.ts';
import {EnvError, portTaken, readEnv} from './env.server.ts';

/**
 * `npm start`: one development server of Docusaurus for each language (it serves only one at a time), and before them the handbook's own
 * server, on one origin. The handbook's server starts again when its code changes; pages reload by Docusaurus's own means.
 */
async function develop(): Promise<void> {
  const env = readEnv(process.env);
  const {languages} = readCatalog(process.cwd()).site;
  for (const language of languages) readRunbooks(process.cwd(), language);
  const port = env.PORT === 0 ? await freePort() : env.PORT;
  await claim(env.HOST, port);
  const ports: Record<string, number> = {};
  for (const [n, language] of languages.entries()) ports[n === 0 ? '' : `/${language}`] = await freePort();

  const children = new Set<ChildProcess>();
  const run = (name: string, args: readonly string[], variables: Readonly<Record<string, string>>): ChildProcess => {
    const child = spawn(process.execPath, args, {env: {...process.env, ...variables}, stdio: ['ignore', 'pipe', 'pipe']});
    children.add(child);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({input: stream}).on('line', (line) => {
        if (!isNoise(line)) console.log(`${name.padEnd(8)} ${line}`);
      });
    }
    child.on('exit', () => children.delete(child));
    return child;
  };

  for (const [n, language] of languages.entries()) {
    const inner = String(ports[n === 0 ? '' : `/${language}`]);
    const args = [
      'node_modules/@docusaurus/core/bin/docusaurus.mjs',
      'start',
      '--no-open',
      '--host',
      '127.0.0.1',
      '--port',
      inner,
      '--locale',
      language,
    ];
    // Each language keeps its generated files apart: they would write over each other.
    const child = run(`site/${language}`, args, {DOCUSAURUS_GENERATED_FILES_DIR_NAME: `.docusaurus/${language}`, NO_COLOR: '1'});
    child.on('exit', (code) => stop(code ?? 1));
  }
  const stop = (code: number): void => {
    for (const child of children) child.kill('SIGTERM');
    process.exit(code);
  };
  process.once('SIGINT', () => stop(0));
  process.once('SIGTERM', () => stop(0));

  console.log('handbook starting; the first build of the pages takes a few seconds');
  // Nothing listens before there is a page to show: the prober would call a site down that is only starting.
  await Promise.all(Object.entries(ports).map(([prefix, open]) => answers(`http://127.0.0.1:${open}${prefix}/`)));

  const variables = {HANDBOOK_DEVELOPMENT_PORTS: JSON.stringify(ports), PORT: String(port)};
  const server = restartable(() => {
    const child = run('handbook', ['src/server/main.server.ts'], variables);
    // What only the person who started it can mend ends all of it.
    child.on('exit', (code) => code === 2 && stop(2));
    return child;
  });
  // The server follows data/ by itself; only its own code needs a new process.
  watch('src', {recursive: true}, (_event, file) => {
    if (file?.endsWith('.ts')) server.restart();
  });
  const host = env.HOST === '127.0.0.1' ? 'localhost' : env.HOST;
  await answers(`http://${env.HOST}:${port}/healthz`);
  console.log(`\n  The handbook is at http://${host}:${port}\n`);
}

/** Keeps one process: a restart waits for the end of the old one, and several wishes in a row are one. */
function restartable(start: () => ChildProcess): {restart: () => void} {
  let child = start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const next = (): void => void (child = start());
      if (child.exitCode !== null || child.signalCode !== null) next();
      else if (child.kill('SIGTERM')) child.once('exit', next);
    }, 300);
  };
  return {restart};
}

/** @throws {EnvError} when something else has the port. */
async function claim(host: string, port: number): Promise<void> {
  const server = createServer();
  const {promise, resolve, reject} = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => reject(portTaken(host, port, error)));
  server.listen(port, host, resolve);
  await promise;
  await new Promise<void>((closed) => server.close(() => closed()));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const ok = await fetch(url, {signal: AbortSignal.timeout(60_000)}).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Lines that a newcomer would trip over and that mean nothing to them: the addresses of the inner servers, and the bundler's progress. */
function isNoise(line: string): boolean {
  return line.trim() === '' || /^\s+at \S/.test(line) || /Docusaurus website is running at|^\s*●|DEP0060|--trace-deprecation/.test(line);
}

try {
  await develop();
} catch (error) {
  if (!(error instanceof EnvError || error instanceof SlipError)) throw error;
  for (const line of error.message.split('\n')) console.error(`handbook: ${line}`);
  process.exit(2);
}
