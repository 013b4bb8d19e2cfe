import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import type {Catalog} from '../catalog/model.ts';
import {SlipError} from '../catalog/slip.ts';
import {startGateway} from '../live/gateway.server.ts';
import {openHistory} from '../live/history.server.ts';
import {runbookLookup} from '../runbook/address.ts';
import {readRunbooks} from '../runbook/read-runbooks.server.ts';
import {createApp, type Listener} from './app.server.ts';
import {developmentSite} from './development-site.server.ts';
import {EnvError, readEnv, type Env} from './env.server.ts';
import {builtSite, NoBuildError} from './site.server.ts';

/** Mistakes that the person who started the server can mend: said in one line each, exit 2. */
const mendable = [EnvError, SlipError, NoBuildError];

const root = process.cwd();

function main(): void {
  const env = readEnv(process.env);
  const catalog = withSources(readCatalog(root), env);
  const [defaultLanguage = 'en', ...others] = catalog.site.languages;
  const prefixes = [...others.map((language) => `/${language}`), ''];
  const runbooks = readRunbooks(root, {language: defaultLanguage, defaultLanguage});
  const ports = process.env['HANDBOOK_DEVELOPMENT_PORTS'];
  const site = ports === undefined ? undefined : developmentSite(JSON.parse(ports));
  const serveSite: Listener = site?.listener ?? builtSite(resolve(root, 'build'), {prefixes});

  const server = createServer();
  server.on('error', (error: NodeJS.ErrnoException) => {
    const busy = error.code === 'EADDRINUSE' || error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL';
    fail(busy ? `PORT: found ${env.HOST}:${env.PORT} not to be had (${error.code}), expected a free one` : String(error.stack), busy ? 2 : 1);
  });
  server.listen(env.PORT, env.HOST, () => {
    const {port} = server.address() as AddressInfo;
    const self = `http://${env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`;
    const log = (error: unknown): void => console.error(error);
    const history = openHistory(resolve(root, env.HANDBOOK_STATE_DIR));
    const gateway = startGateway({
      catalog,
      runbooks: new Map(
        runbooks.flatMap(({slug, frontMatter}) =>
          frontMatter.alerts.map((alert) => [alert, {slug, labels: frontMatter.params.map((param) => param.label)}] as const),
        ),
      ),
      history,
      self,
      bug: log,
    });
    server.on('request', createApp({gateway, site: serveSite, lookup: runbookLookup(runbooks), prefixes, log}));
    if (site !== undefined) server.on('upgrade', site.upgrade);
    console.log(`handbook: listening on ${self}`);

    const stop = (): void => {
      gateway.stop();
      server.close(() => {
        history.close();
        process.exit(0);
      });
      // Streams never end by themselves.
      server.closeAllConnections();
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}

/** PROMETHEUS_URL and ALERTMANAGER_URL define or replace the source of that kind. */
function withSources(catalog: Catalog, env: Env): Catalog {
  const given = [
    {kind: 'prometheus', url: env.PROMETHEUS_URL},
    {kind: 'alertmanager', url: env.ALERTMANAGER_URL},
  ] as const;
  const named = given.flatMap(({kind, url}) => (url === undefined ? [] : [{kind, url, timeout: '2s'}]));
  const kept = catalog.live.sources.filter(({kind}) => !named.some((source) => source.kind === kind));
  return {...catalog, live: {...catalog.live, sources: [...kept, ...named]}};
}

function fail(message: string, code: number): never {
  for (const line of message.split('\n')) console.error(`handbook: ${line}`);
  process.exit(code);
}

try {
  main();
} catch (error) {
  if (mendable.some((kind) => error instanceof kind)) fail((error as Error).message, 2);
  throw error;
}
