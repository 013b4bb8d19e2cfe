import {watch} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import {setFlagsFromString} from 'node:v8';
import type {Catalog} from '../catalog/model.ts';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import {SlipError} from '../catalog/slip.ts';
import {createGate} from '../http/auth/gate.server.ts';
import {createLog} from '../http/log.server.ts';
import {openHistory, type History} from '../live/prober/history.server.ts';
import {startBoards} from '../retro/room/boards.server.ts';
import {openSqliteLog} from '../retro/log/open-sqlite-log.server.ts';
import {developmentSite} from './development-site.server.ts';
import {cannotListen, EnvError, portTaken, readEnv, warningsOf, type Env} from './env.server.ts';
import {giveBackLater} from './give-back.server.ts';
import {prefixesOf, startHandbook, type HandbookOptions} from './handbook.server.ts';
import {builtSite, NoBuildError} from './site.server.ts';
import {upgradeTo} from './upgrade.server.ts';

// A thousand streams make short-lived garbage only. Without these, V8 lets it grow: measured with 1,000 readers and 500 requests a second,
// 226 MB instead of 166 MB.
setFlagsFromString('--max-semi-space-size=4');
setFlagsFromString('--semi-space-growth-factor=1');

/** Mistakes that the person who started the server can mend: said in one line each, exit 2. */
const mendable = [EnvError, SlipError, NoBuildError];

const root = process.cwd();

function main(): void {
  const env = readEnv(process.env);
  // Read before anything else, so that a fault in data/ is the first thing said, and all of it.
  const catalog = readCatalog(root);
  const {languages} = catalog.site;
  const ports = process.env['HANDBOOK_DEVELOPMENT_PORTS'];
  const development = ports === undefined ? undefined : developmentSite(JSON.parse(ports));
  const site =
    development?.listener ?? builtSite(resolve(root, 'build'), {prefixes: prefixesOf(languages), shared: env.HANDBOOK_AUTH === 'none'});
  const history = openState(env.HANDBOOK_STATE_DIR);
  const log = createLog({env: process.env, secrets: secretsOf(catalog.live)});
  const boards = startBoards({log: openSqliteLog({folder: resolve(root, env.HANDBOOK_STATE_DIR)}), note: log});

  // A promise that nobody waited for is a fault of ours. It must not take the pages away from whoever was paged.
  process.on('unhandledRejection', (error) => log.error({err: error}, 'an error of the handbook itself'));

  // Longer than proxies keep theirs: whoever closes first while the other sends loses a request.
  const server = createServer({keepAliveTimeout: 75_000});
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = cannotListen(error);
    fail(taken ? portTaken(env.HOST, env.PORT, error).message : String(error.stack), taken ? 2 : 1);
  });
  server.listen(env.PORT, env.HOST, () => {
    const self = selfAddress(env, server.address() as AddressInfo);
    const gate = createGate(env, {log: (message) => log.warn(message)});
    const options = {root, env, gate, self, site, isBuilt: development === undefined, history, boards, log};
    let handbook = orFail(() => startHandbook(options));
    server.on('request', (request, response) => handbook.listener(request, response));
    server.on('upgrade', gate.upgrade(upgradeTo({boards: boards.upgrade, site: development?.upgrade})));
    if (development !== undefined) onDataChange(() => (handbook = again(handbook, options)));
    console.log(`handbook: listening on ${self}`);
    giveBackLater();
    for (const warning of warningsOf(env)) console.error(`handbook: ${warning}`);

    const stop = (): void => {
      handbook.stop();
      server.close();
      // Streams never end by themselves.
      server.closeAllConnections();
      void boards.close().finally(() => {
        history.close();
        process.exit(0);
      });
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}

/** The variables of the environment that `data/live.yaml` names for secrets. */
function secretsOf({sources, probes, queries, providers, oncall}: Catalog['live']): string[] {
  const reaches = [...sources, ...probes, ...providers, ...oncall, ...queries.filter((query) => 'json' in query)];
  return [...reaches.flatMap(({tokenFrom, basicFrom}) => [tokenFrom, basicFrom]), ...oncall.map(({urlFrom}) => urlFrom)].filter(
    (name) => name !== undefined,
  );
}

/** Takes `data/` as it is now; while it is at fault, what was read before stays. */
function again(handbook: ReturnType<typeof startHandbook>, options: HandbookOptions): ReturnType<typeof startHandbook> {
  try {
    const next = startHandbook(options);
    handbook.stop();
    return next;
  } catch (error) {
    if (!(error instanceof SlipError)) throw error;
    console.error(error.message);
    return handbook;
  }
}

function onDataChange(changed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  for (const folder of ['data', 'docs/runbooks']) {
    watch(resolve(root, folder), {recursive: true}, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, 200);
    });
  }
}

function openState(folder: string): History {
  try {
    return openHistory(resolve(root, folder));
  } catch (error) {
    throw new EnvError(`HANDBOOK_STATE_DIR: found ${folder} not usable (${(error as Error).message}), expected a folder to write to`, {
      cause: error,
    });
  }
}

function selfAddress({HOST}: Env, {port}: AddressInfo): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function fail(message: string, code: number): never {
  for (const line of message.split('\n')) console.error(`handbook: ${line}`);
  process.exit(code);
}

function orFail<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (mendable.some((kind) => error instanceof kind)) fail((error as Error).message, 2);
    throw error;
  }
}

orFail(main);
