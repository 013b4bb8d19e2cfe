import {createHash, timingSafeEqual} from 'node:crypto';
import {Hono} from 'hono';
import {HttpError} from '../../http/problem.server.ts';

/**
 * Alertmanager's webhook, to be mounted at `/_hooks`. What it says is not believed: it only makes the gateway look at once. Without a token in
 * HANDBOOK_HOOK_TOKEN there is no hook. https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */
export function hookRoutes({token, nudge}: {readonly token: string | undefined; readonly nudge: () => void}): Hono {
  const routes = new Hono();
  routes.post('/alertmanager', async (context) => {
    const given = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (token === undefined) throw new HttpError(404, {code: 'no-hook', message: 'HANDBOOK_HOOK_TOKEN is not set: there is no hook'});
    if (given === undefined || !same(given, token))
      throw new HttpError(401, {code: 'bad-token', message: 'Expected Authorization: Bearer <HANDBOOK_HOOK_TOKEN>'});
    await context.req.raw.body?.cancel();
    nudge();
    return context.body(null, 204);
  });
  routes.all('/alertmanager', (context) => {
    context.header('allow', 'POST');
    throw new HttpError(405, {code: 'post-only', message: `Found ${context.req.method}, expected POST`});
  });
  return routes;
}

/** Takes as long for a good token as for a bad one. */
function same(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
