import type {Gate} from '../http/auth/gate.server.ts';
import type {Log} from '../http/log.server.ts';
import {Source} from '../catalog/live-contract.ts';
import {readCatalog} from '../catalog/read-catalog.server.ts';
import type {Catalog} from '../catalog/model.ts';
import {startGateway} from '../live/gateway/gateway.server.ts';
import type {History} from '../live/prober/history.server.ts';
import {readAgendas} from '../registers/read-registers.server.ts';
import type {Boards} from '../retro/room/boards.server.ts';
import {runbookLookup} from '../runbook/address.ts';
import {laneNames} from '../runbook/lane/names.ts';
import {readRunbooks, type Runbook} from '../runbook/read-runbooks.server.ts';
import {createApp, type Listener, type Site} from './app.server.ts';
import type {Env} from './env.server.ts';

export interface HandbookOptions {
  readonly root: string;
  readonly env: Env;
  readonly gate: Gate;
  /** The address that this server listens on. */
  readonly self: string;
  readonly site: Site;
  /** Whether the site has incident lanes: a built one has, the development server has not. */
  readonly isBuilt: boolean;
  readonly history: History;
  readonly boards: Boards;
  readonly log: Log;
}

/** The handbook as `data/` and the runbooks are now: what answers requests, and what ends it. */
export interface Handbook {
  readonly listener: Listener;
  readonly stop: () => void;
}

/** @throws {SlipError} when a file of `data/` or a runbook's front matter is at fault. */
export function startHandbook({root, env, gate, self, site, isBuilt, history, boards, log}: HandbookOptions): Handbook {
  const catalog = withSources(readCatalog(root), env);
  const [defaultLanguage = 'en'] = catalog.site.languages;
  const runbooks = readRunbooks(root, defaultLanguage);
  const agendas = readAgendas(root);
  const gateway = startGateway({catalog, runbooks: runbooksOfAlerts(runbooks), history, self, env: (name) => process.env[name], log});
  boards.useAgendas(agendas);
  const listener = createApp({
    gate,
    gateway,
    boards,
    hookToken: env.HANDBOOK_HOOK_TOKEN,
    site,
    lookup: runbookLookup(runbooks),
    lanes: isBuilt ? laneNames(runbooks) : undefined,
    prefixes: prefixesOf(catalog.site.languages),
    log: (error) => log.error({err: error}, 'an error of the handbook itself'),
  });
  return {listener, stop: gateway.stop};
}

/** The path below which each language is served, the default one last: `['/ja', '']`. */
export function prefixesOf(languages: readonly string[]): string[] {
  return [...languages.slice(1).map((language) => `/${language}`), ''];
}

function runbooksOfAlerts(runbooks: readonly Runbook[]): Map<string, {slug: string; labels: string[]}> {
  return new Map(
    runbooks.flatMap(({slug, frontMatter: {alerts, params}}) =>
      alerts.map((alert) => [alert, {slug, labels: params.map(({label}) => label)}]),
    ),
  );
}

/** PROMETHEUS_URL and ALERTMANAGER_URL define or replace the source of that kind. */
function withSources(catalog: Catalog, env: Env): Catalog {
  const given = [
    {kind: 'prometheus', url: env.PROMETHEUS_URL},
    {kind: 'alertmanager', url: env.ALERTMANAGER_URL},
  ] as const;
  // Whoever sets the variable has said that the address may be private and plain.
  const named = given.flatMap(({kind, url}) => (url === undefined ? [] : [Source.parse({kind, url, allowPrivate: true})]));
  const kept = catalog.live.sources.filter(({kind}) => !named.some((source) => source.kind === kind));
  return {...catalog, live: {...catalog.live, sources: [...kept, ...named]}};
}
