import {randomUUID} from 'node:crypto';
import type {HttpBindings} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import {Hono, type Context} from 'hono';
import {etag, RETAINED_304_HEADERS} from 'hono/etag';
import {HttpError} from '../../http/problem.server.ts';
import {LiveId, type HistoryDay} from '../contract.ts';
import type {Live} from '../state.ts';
import {alertsId} from '../truth/verdicts.ts';
import type {Gateway} from './gateway.server.ts';
import {Streams} from './streams.server.ts';
import {Texts} from './texts.server.ts';

/** A page holds a few dozen; this is far beyond. */
const mostIds = 200;
/**
 * Streams that one address may hold open. Behind a proxy every reader has its address, so this is no fair share: it keeps one peer from
 * taking all the memory. Whoever is refused polls.
 */
const mostStreams = 2000;
/**
 * `ageMs/validForMs` of each id that was asked for, in that order, such as `1200/18000,300/10000`: what a 304 vouches for, since when, and for
 * how long.
 */
const agesHeader = 'handbook-ages';

type Bindings = {Bindings: Partial<HttpBindings>};

/** The gateway over HTTP, to be mounted at `/_status/v1`. */
export function liveRoutes(gateway: Gateway): Hono<Bindings> {
  // A stream or a tag from before a restart must not take the new server's counts for the old one's.
  const boot = randomUUID().slice(0, 8);
  const texts = new Texts(gateway);
  const streams = new Streams({gateway, texts, boot});
  const streamsOf = new Map<string, number>();
  const routes = new Hono<Bindings>();

  /** Headers of an answer about these ids. It is the same answer while none of them has changed, but for its ages. */
  const dated = (ids: readonly string[]): Record<string, string> => ({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    etag: `W/"${boot}-${Math.max(...ids.map((id) => gateway.changedAt(id)))}"`,
    [agesHeader]: ids.map((id) => ageOf(gateway.live(id))).join(','),
  });
  const onlyWhenChanged = etag({retainedHeaders: [...RETAINED_304_HEADERS, agesHeader]});

  routes.get('/live', onlyWhenChanged, (context) => {
    const ids = idsOf(context, 'service:lending-api,alert:KubePodCrashLooping');
    const items = ids.map((id) => `${JSON.stringify(id)}:${texts.of(id) ?? unknownId(id)}`);
    gateway.want(ids);
    return context.body(`{"items":{${items.join(',')}}}`, 200, dated(ids));
  });

  routes.get('/alerts', onlyWhenChanged, (context) => context.body(texts.of(alertsId) ?? '', 200, dated([alertsId])));

  routes.get('/history', etag({weak: true}), (context) => {
    const items: Record<string, readonly HistoryDay[]> = {};
    for (const id of idsOf(context, 'probe:handbook')) {
      if (!id.startsWith('probe:')) throw malformed(id, 'probe:handbook');
      items[id] = gateway.history(id.slice('probe:'.length)) ?? unknownId(id);
    }
    return context.json({items}, 200, {'cache-control': 'private, max-age=60'});
  });

  routes.get('/stream', (context) => {
    const withAlerts = context.req.query('alerts') === '1';
    const ids = withAlerts && !context.req.query('ids') ? [] : idsOf(context, 'service:lending-api');
    for (const id of ids) if (gateway.live(id) === undefined) unknownId(id);
    // A stream without a body would be asked for, held and never ended.
    if (context.req.method === 'HEAD') return context.body(null, 200, {'content-type': 'text/event-stream'});
    const {incoming, outgoing} = context.env;
    if (incoming === undefined || outgoing === undefined || !('strictContentLength' in outgoing))
      throw new Error('a stream needs a connection of HTTP/1.1');

    const peer = incoming.socket.remoteAddress ?? '';
    const open = streamsOf.get(peer) ?? 0;
    if (open >= mostStreams) {
      context.header('retry-after', '60');
      throw new HttpError(503, {
        code: 'too-many-streams',
        message: `Found ${open} open streams of one address, expected fewer: poll /live`,
      });
    }
    streamsOf.set(peer, open + 1);
    outgoing.once('close', () => {
      const left = (streamsOf.get(peer) ?? 1) - 1;
      if (left > 0) streamsOf.set(peer, left);
      else streamsOf.delete(peer);
    });
    const [resumed, count] = (context.req.header('last-event-id') ?? '').split('-');
    const after = resumed === boot ? Number(count) || 0 : 0;
    streams.open({ids: withAlerts ? [...ids, alertsId] : ids, after, response: outgoing});
    return RESPONSE_ALREADY_SENT;
  });

  // Everything here is read only: a page can look, never touch.
  routes.all('*', (context) => {
    if (/^\/_status\/v1\/(live|alerts|history|stream)$/.test(context.req.path)) {
      context.header('allow', 'GET, HEAD');
      throw new HttpError(405, {code: 'get-only', message: `Found ${context.req.method}, expected GET`});
    }
    throw new HttpError(404, {code: 'no-such-route', message: 'Expected /live, /alerts, /history or /stream'});
  });
  return routes;
}

/** Of nothing, no age that anybody could read. */
function ageOf(live: Live | undefined): string {
  return live === undefined ? '-' : `${Math.ceil(live.ageMs)}/${Math.floor(live.validForMs)}`;
}

/** @throws {HttpError} when the request names none, too many, or something that is no id. */
function idsOf(context: Context, example: string): string[] {
  const ids = [...new Set((context.req.query('ids') ?? '').split(',').filter(Boolean))];
  if (ids.length === 0) throw new HttpError(400, {code: 'no-ids', message: `Found no ids, expected ?ids=${example}`});
  const odd = ids.find((id) => !LiveId.safeParse(id).success);
  if (odd !== undefined) throw malformed(odd, 'service:lending-api');
  if (ids.length > mostIds)
    throw new HttpError(400, {code: 'too-many-ids', message: `Found ${ids.length} ids, expected at most ${mostIds}`});
  return ids;
}

function malformed(id: string, example: string): HttpError {
  return new HttpError(400, {code: 'malformed-id', message: `Found ${JSON.stringify(id)}, expected an id such as ${example}`});
}

function unknownId(id: string): never {
  throw new HttpError(404, {code: 'unknown-id', message: `Nothing in data/ is named ${id}`, ids: [id]});
}
