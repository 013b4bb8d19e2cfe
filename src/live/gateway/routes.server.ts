import {randomUUID} from 'node:crypto';
import {Hono, type Context} from 'hono';
import {streamSSE} from 'hono/streaming';
import {HttpError} from '../../http/problem.server.ts';
import {LiveId} from '../contract.ts';
import type {Gateway} from './gateway.server.ts';
import type {Live} from '../state.ts';
import {alertsId} from '../truth/verdicts.ts';

/** A page holds a few dozen; this is far beyond. */
const mostIds = 200;
const heartbeatMs = 4000;
/** How long a browser waits before it comes back to a stream that ended. */
const reconnectMs = 1000;

/** The gateway over HTTP, to be mounted at `/_status/v1`. */
export function liveRoutes(gateway: Gateway): Hono {
  // A stream that comes back after a restart must not take the new server's counts for the old one's.
  const boot = randomUUID().slice(0, 8);
  const routes = new Hono();

  routes.get('/live', (context) => {
    const ids = idsOf(context);
    if (ids.length === 0)
      throw new HttpError(400, {code: 'no-ids', message: 'Found no ids, expected ?ids=service:lending-api,alert:KubePodCrashLooping'});
    const items: Record<string, Live> = {};
    for (const id of ids) items[id] = known(gateway, id);
    return context.json({items}, 200, {'cache-control': 'no-store'});
  });

  routes.get('/alerts', (context) => context.json(gateway.alerts(), 200, {'cache-control': 'no-store'}));

  routes.get('/stream', (context) => {
    const ids = idsOf(context);
    const withAlerts = context.req.query('alerts') === '1';
    if (ids.length === 0 && !withAlerts)
      throw new HttpError(400, {code: 'no-ids', message: 'Found no ids, expected ?ids=service:lending-api'});
    for (const id of ids) known(gateway, id);
    context.header('x-accel-buffering', 'no');
    // A stream without a body would be asked for, held and never ended.
    if (context.req.method === 'HEAD') return context.body(null, 200, {'content-type': 'text/event-stream'});
    const [resumed, count] = (context.req.header('last-event-id') ?? '').split('-');
    let seen = resumed === boot ? Number(count) || 0 : 0;
    const watched = withAlerts ? [...ids, alertsId] : ids;

    return streamSSE(context, async (stream) => {
      // streamSSE sets its own cache header: proxies must not reshape the stream either.
      context.header('cache-control', 'no-cache, no-transform');
      const waiting = {wake: (): void => {}};
      const off = gateway.onChange(() => waiting.wake());
      stream.onAbort(() => waiting.wake());
      try {
        await stream.writeSSE({data: '', event: 'hello', retry: reconnectMs});
        while (!stream.aborted && !gateway.stopped.aborted) {
          const version = gateway.version();
          const after = seen;
          const news = watched.filter((candidate) => gateway.changedAt(candidate) > after);
          for (const [n, id] of news.entries()) {
            const [event, data] = id === alertsId ? ['alerts', gateway.alerts()] : ['live', {id, live: known(gateway, id)}];
            // Only the last of a round has an id: whoever is cut off in the middle resumes before the round, not after it.
            const mark = n === news.length - 1 ? {id: `${boot}-${version}`} : {};
            await stream.writeSSE({event, ...mark, data: JSON.stringify(data)});
          }
          seen = version;
          // A heartbeat confirms what has not changed, with its age: without it, colours on the page expire.
          const told = watched.filter((id) => gateway.changedAt(id) <= version);
          const ages = Object.fromEntries(told.map((id) => [id, gateway.live(id)?.ageMs]));
          await stream.writeSSE({event: 'heartbeat', data: JSON.stringify({ages})});
          if (gateway.version() !== seen) continue;
          let timer: ReturnType<typeof setTimeout> | undefined;
          await new Promise<void>((resolve) => {
            waiting.wake = resolve;
            timer = setTimeout(resolve, heartbeatMs);
          });
          clearTimeout(timer);
        }
      } finally {
        off();
      }
    });
  });

  // Everything here is read only: a page can look, never touch.
  routes.all('*', (context) => {
    if (/^\/_status\/v1\/(live|alerts|stream)$/.test(context.req.path)) {
      context.header('allow', 'GET');
      throw new HttpError(405, {code: 'get-only', message: `Found ${context.req.method}, expected GET`});
    }
    throw new HttpError(404, {code: 'no-such-route', message: 'Expected /live, /alerts or /stream'});
  });
  return routes;
}

function idsOf(context: Context): string[] {
  const ids = [...new Set((context.req.query('ids') ?? '').split(',').filter(Boolean))];
  const odd = ids.find((id) => !LiveId.safeParse(id).success);
  if (odd !== undefined)
    throw new HttpError(400, {code: 'malformed-id', message: `Found ${JSON.stringify(odd)}, expected an id such as service:lending-api`});
  if (ids.length > mostIds)
    throw new HttpError(400, {code: 'too-many-ids', message: `Found ${ids.length} ids, expected at most ${mostIds}`});
  return ids;
}

function known(gateway: Gateway, id: string): Live {
  const live = gateway.live(id);
  if (live === undefined) throw new HttpError(404, {code: 'unknown-id', message: `Nothing in data/ is named ${id}`, ids: [id]});
  return live;
}
