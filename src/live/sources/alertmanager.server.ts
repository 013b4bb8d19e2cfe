import * as z from 'zod';
import type {Outside} from './adapter.ts';

/** One alert as Alertmanager holds it. What identifies hosts or receivers is left behind here. */
export interface HeldAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** `silenced` by a person; `inhibited` while another alert fires. */
  readonly state: 'active' | 'silenced' | 'inhibited';
  readonly startsAt: string;
}

export interface AlertmanagerReading {
  readonly alerts: readonly HeldAlert[];
}

const Strings = z.record(z.string(), z.string());
const Alerts = z.array(
  z.object({
    labels: Strings,
    annotations: Strings.default({}),
    // With its offset it may leave the years that ISO 8601 writes in four digits.
    startsAt: z.iso.datetime({offset: true}).refine((time) => {
      const year = new Date(time).getUTCFullYear();
      return year >= 0 && year <= 9999;
    }),
    endsAt: z.iso.datetime({offset: true}),
    status: z.object({
      state: z.enum(['active', 'suppressed', 'unprocessed']),
      silencedBy: z.array(z.string()).default([]),
      inhibitedBy: z.array(z.string()).default([]),
    }),
  }),
);

/**
 * Reads every alert, silenced and inhibited ones too.
 * https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 * @throws {AskError}
 */
export async function readAlertmanager({base}: {readonly base: string}, outside: Outside): Promise<AlertmanagerReading> {
  const {body, sourceTime} = await outside.json(new URL('api/v2/alerts', base.endsWith('/') ? base : `${base}/`), Alerts);
  // An alert past its end is one that nobody has confirmed since: it vouches for nothing.
  const held = body.filter(({endsAt}) => Date.parse(endsAt) > sourceTime);
  return {
    alerts: held.map(({labels, annotations, startsAt, status}) => ({labels, annotations, startsAt, state: stateOf(status)})),
  };
}

/** Whoever silenced it decided; that another alert inhibits it as well says nothing more. */
function stateOf({state, silencedBy, inhibitedBy}: z.output<typeof Alerts>[number]['status']): HeldAlert['state'] {
  if (silencedBy.length > 0) return 'silenced';
  if (inhibitedBy.length > 0) return 'inhibited';
  return state === 'suppressed' ? 'silenced' : 'active';
}
