import {getRequestListener} from '@hono/node-server';
import {Hono} from 'hono';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Gate} from '../http/auth/gate.server.ts';
import {HttpError, problem, problemOf} from '../http/problem.server.ts';
import {securityHeaders} from '../http/security-headers.ts';
import type {Gateway} from '../live/gateway/gateway.server.ts';
import {hookRoutes} from '../live/gateway/hook.server.ts';
import {liveRoutes} from '../live/gateway/routes.server.ts';
import {boardRoutes} from '../retro/room/routes.server.ts';
import type {Boards} from '../retro/room/boards.server.ts';
import {runbookAddress, type Lookup} from '../runbook/address.ts';
import {lanePath} from '../runbook/lane/address.ts';
import type {LaneName} from '../runbook/lane/names.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers sooner or later, for another path than that of the request when one is given. What it throws is answered for it. */
export type Site = (request: IncomingMessage, response: ServerResponse, path?: string) => void | Promise<void>;

export interface AppOptions {
  /** Who may read. */
  readonly gate: Gate;
  readonly gateway: Gateway;
  /** Without them there are none. */
  readonly boards?: Boards | undefined;
  /** What the webhook must show; undefined for no webhook. */
  readonly hookToken?: string | undefined;
  /** Serves what is not the server's own: the built site, or the development server. */
  readonly site: Site;
  readonly lookup: Lookup;
  /** The incident lanes of a built site. Without them the permanent address of an alert leads to its reading page. */
  readonly lanes?: ReadonlyMap<string, LaneName> | undefined;
  /** `['', '/ja']` */
  readonly prefixes: readonly string[];
  readonly log: (error: Error) => void;
}

/** The server's own routes, as a function from request to response. */
export function createApi({gateway, boards, hookToken, log}: Pick<AppOptions, 'gateway' | 'boards' | 'hookToken' | 'log'>): Hono {
  const api = new Hono();
  api.onError((error, context) => problem(error, context, log));
  api.notFound((context) => problem(new HttpError(404, {code: 'not-found', message: `Nothing is at ${context.req.path}`}), context, log));
  api.get('/healthz', (context) => context.json({status: 'ok'}, 200, {'cache-control': 'no-store'}));
  api.get('/readyz', (context) => {
    const waiting = gateway.waitingFor();
    if (waiting !== undefined) throw new HttpError(503, {code: 'waiting', message: `Waiting for the first answer of ${waiting}`});
    return context.json({status: 'ready'}, 200, {'cache-control': 'no-store'});
  });
  api.get('/metrics', async (context) => {
    const text = `${await gateway.metrics.text()}${(await boards?.metrics.text()) ?? ''}`;
    return context.body(text, 200, {'content-type': gateway.metrics.contentType, 'cache-control': 'no-store'});
  });
  api.route('/_status/v1', liveRoutes(gateway));
  if (boards !== undefined) api.route('/_board/v1', boardRoutes(boards));
  api.route('/_hooks', hookRoutes({token: hookToken, nudge: gateway.nudge}));
  return api;
}

/** Everything on one origin: the server's own routes, the permanent addresses of alerts, and the site. */
export function createApp(options: AppOptions): Listener {
  const api = getRequestListener(createApi(options).fetch, {hostname: 'handbook'});
  const route: Site = async (request, response) => {
    const url = targetOf(request.url);
    if (url === undefined) {
      response.writeHead(400).end();
      return;
    }
    if (/^\/(healthz|readyz|metrics)$|^\/_(status|hooks|board)(\/|$)/.test(url.pathname)) {
      await api(request, response);
      return;
    }
    const {lanes, prefixes, site} = options;
    if (lanes !== undefined) {
      await site(request, response, lanePath(url, {names: lanes, prefixes}));
      return;
    }
    const location = runbookAddress(url, options);
    if (location === undefined) await site(request, response);
    else response.writeHead(307, {location, 'cache-control': 'no-store'}).end();
  };
  const answer = options.gate.listener((request, response) => {
    void survive(async () => route(request, response), response, options.log);
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    answer(request, response);
  };
}

/** Whatever goes wrong with one answer, the next reader gets theirs. */
async function survive(act: () => Promise<void>, response: ServerResponse, log: (error: Error) => void): Promise<void> {
  try {
    await act();
  } catch (error) {
    log(error instanceof Error ? error : new Error(String(error)));
    if (response.headersSent) {
      // Half an answer must not look whole.
      response.destroy();
      return;
    }
    response.writeHead(500, {'content-type': 'application/problem+json', 'cache-control': 'no-store'});
    response.end(problemOf(new HttpError(500, {code: 'internal', message: 'The handbook made a mistake. Its log says which.'})));
  }
}

/** The target of a request as it was sent. It is not resolved as a link would be: `//host` is a path here. */
function targetOf(target: string | undefined): URL | undefined {
  const text = `http://handbook${target}`;
  return target?.startsWith('/') === true && URL.canParse(text) ? new URL(text) : undefined;
}
