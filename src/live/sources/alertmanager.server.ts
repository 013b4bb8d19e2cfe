import * as z from 'zod';
import {ask} from './ask.server.ts';

/** One alert as Alertmanager holds it. What identifies hosts or receivers is left behind here. */
export interface HeldAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: 'active' | 'suppressed' | 'unprocessed';
  readonly startsAt: string;
}

export interface AlertmanagerReading {
  readonly alerts: readonly HeldAlert[];
}

const Alerts = z.array(
  z.object({
    labels: z.record(z.string(), z.string()),
    startsAt: z.iso.datetime({offset: true}),
    endsAt: z.iso.datetime({offset: true}),
    status: z.object({state: z.enum(['active', 'suppressed', 'unprocessed'])}),
  }),
);

/**
 * Reads every alert, silenced and inhibited ones too.
 * https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 * @throws {AskError}
 */
export async function readAlertmanager({
  url,
  timeoutMs,
  signal,
}: {
  readonly url: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}): Promise<AlertmanagerReading> {
  const {body, sourceTime} = await ask({
    url: new URL('api/v2/alerts', url.endsWith('/') ? url : `${url}/`),
    schema: Alerts,
    timeoutMs,
    signal,
  });
  // An alert past its end is one that nobody has confirmed since: it vouches for nothing.
  const held = body.filter(({endsAt}) => Date.parse(endsAt) > sourceTime);
  return {alerts: held.map(({labels, startsAt, status}) => ({labels, startsAt, state: status.state}))};
}
