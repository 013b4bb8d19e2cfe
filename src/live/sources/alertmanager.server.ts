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
  /** For how long the Watchdog has not been confirmed, and how long that may be; absent while nobody can tell how often it is. Milliseconds. */
  readonly pulse?: {readonly silentMs: number; readonly limitMs: number};
}

/** What a reader remembers of the Watchdog: when it was confirmed, by our own clock. */
export interface PulseMemory {
  updatedAt: string;
  since: number;
  /** The times between the latest confirmations. */
  gaps: readonly number[];
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
    updatedAt: z.string().default(''),
    status: z.object({
      state: z.enum(['active', 'suppressed', 'unprocessed']),
      silencedBy: z.array(z.string()).default([]),
      inhibitedBy: z.array(z.string()).default([]),
    }),
  }),
);

interface Asked {
  readonly base: string;
  readonly isWatchdog: (labels: Readonly<Record<string, string>>) => boolean;
  readonly memory: PulseMemory;
}

/** How many confirmations are remembered, and how many must be before anything is concluded from them. */
const [rememberedGaps, leastGaps] = [6, 2];

/**
 * Prometheus confirms what fires again and again, and Alertmanager keeps it for minutes after the last time. That the confirmations have
 * stopped shows sooner than that.
 */
function pulseOf(updatedAt: string | undefined, memory: PulseMemory): AlertmanagerReading['pulse'] {
  if (updatedAt === undefined) return undefined;
  const now = performance.now();
  if (updatedAt !== memory.updatedAt) {
    // The first is no interval: nobody knows when the one before was.
    if (memory.updatedAt !== '') memory.gaps = [...memory.gaps, now - memory.since].slice(-rememberedGaps);
    memory.updatedAt = updatedAt;
    memory.since = now;
  }
  if (memory.gaps.length < leastGaps) return undefined;
  return {silentMs: now - memory.since, limitMs: 2.5 * Math.max(...memory.gaps) + 5000};
}

/**
 * Reads every alert, silenced and inhibited ones too.
 * https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 * @throws {AskError}
 */
export async function readAlertmanager({base, isWatchdog, memory}: Asked, outside: Outside): Promise<AlertmanagerReading> {
  const {body, sourceTime} = await outside.json(new URL('api/v2/alerts', base.endsWith('/') ? base : `${base}/`), Alerts);
  // An alert past its end is one that nobody has confirmed since: it vouches for nothing.
  const held = body.filter(({endsAt}) => Date.parse(endsAt) > sourceTime);
  const confirmed = held
    .filter(({labels}) => isWatchdog(labels))
    .map(({updatedAt}) => updatedAt)
    .toSorted();
  const pulse = pulseOf(confirmed.at(-1), memory);
  return {
    alerts: held.map(({labels, annotations, startsAt, status}) => ({labels, annotations, startsAt, state: stateOf(status)})),
    ...(pulse !== undefined && {pulse}),
  };
}

/** Whoever silenced it decided; that another alert inhibits it as well says nothing more. */
function stateOf({state, silencedBy, inhibitedBy}: z.output<typeof Alerts>[number]['status']): HeldAlert['state'] {
  if (silencedBy.length > 0) return 'silenced';
  if (inhibitedBy.length > 0) return 'inhibited';
  return state === 'suppressed' ? 'silenced' : 'active';
}
