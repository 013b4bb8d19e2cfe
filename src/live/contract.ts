import * as z from 'zod';
import {reasons, states, type Live} from './state.ts';

/** `alert:KubePodCrashLooping`, `service:lending-api`, … */
export const LiveId = z
  .string()
  .regex(/^(service|alert|slo|query|provider|oncall|probe):[A-Za-z0-9_][A-Za-z0-9_.:-]{0,199}$/, 'an id such as service:lending-api');

const Evidence = z.strictObject({source: z.string(), check: z.string(), ok: z.boolean(), detail: z.string().optional()});
const known = z.enum(states.filter((state) => state !== 'unknown'));
const Value = z.strictObject({
  firing: z.number().optional(),
  pending: z.number().optional(),
  silenced: z.number().optional(),
  inhibited: z.number().optional(),
  latencyMs: z.number().optional(),
  daysLeft: z.number().optional(),
  figure: z.number().optional(),
  series: z
    .strictObject({
      startMs: z.number(),
      stepMs: z.number().positive(),
      points: z.array(z.number().nullable()),
      latestMs: z.number().optional(),
    })
    .optional(),
  budget: z
    .strictObject({
      target: z.number(),
      windowMs: z.number().positive(),
      coveredMs: z.number().nonnegative(),
      remaining: z.number().max(1),
      burn: z.array(z.strictObject({windowMs: z.number().positive(), rate: z.number().nonnegative()})),
      exhaustedInMs: z.number().nonnegative().optional(),
    })
    .optional(),
  provider: z.strictObject({word: known, ours: z.enum(states).optional()}).optional(),
  onCall: z.strictObject({roles: z.array(z.string()), until: z.iso.datetime()}).optional(),
});
const observed = {
  observedAt: z.iso.datetime(),
  ageMs: z.number().nonnegative(),
  validForMs: z.number().nonnegative(),
  evidence: z.array(Evidence),
};
/** See `Live` in `state.ts`, of which this is the shape on the wire. */
export const LiveShape = z.union([
  z.strictObject({...observed, state: known, value: Value}),
  z.strictObject({
    ...observed,
    state: z.literal('unknown'),
    reason: z.enum(reasons),
    lastKnown: z.strictObject({state: known, value: Value, observedAt: z.iso.datetime()}).optional(),
  }),
]);

/** Answer of `GET /_status/v1/live`. */
export const LiveAnswer = z.strictObject({items: z.record(z.string(), LiveShape)});

/** One alert that is firing or about to. */
export const AlertItem = z.strictObject({
  alertname: z.string(),
  severity: z.string(),
  startsAt: z.iso.datetime(),
  labels: z.record(z.string(), z.string()),
  state: z.enum(['firing', 'pending', 'silenced', 'inhibited']),
  /** What the rule says about it, as plain text; null when it says nothing. */
  summary: z.string().nullable(),
  /** Links of its annotations that lead to listed hosts over https, by the name of the annotation. */
  links: z.record(z.string(), z.url({protocol: /^https$/})),
  /** Path of the runbook's page below the site's root; null when the alert has none. */
  runbook: z.string().nullable(),
  /** The runbook's permanent address with this alert's labels in the query; null when the alert has none. */
  href: z.string().nullable(),
  /**
   * It is in the list no more, nobody can vouch that it has ended, and this is when it was last seen: `state` is of then, and counts for
   * nothing now. Given for an hour at most, and until somebody vouches for the alert again.
   */
  lastSeenAt: z.iso.datetime().optional(),
});
export type AlertItem = z.infer<typeof AlertItem>;

/** Answer of `GET /_status/v1/alerts`. `live` says whether the list can be believed. */
export const AlertsAnswer = z.strictObject({items: z.array(AlertItem), live: LiveShape});
export interface AlertsAnswer {
  readonly items: readonly AlertItem[];
  readonly live: Live;
}

/** One day of a probe, by UTC: how many of its results were good, bad, and how many were expected and never came. */
const HistoryDay = z.strictObject({day: z.iso.date(), ok: z.int(), failed: z.int(), missing: z.int()});
export type HistoryDay = z.infer<typeof HistoryDay>;

/** Answer of `GET /_status/v1/history?ids=probe:a,probe:b`: the days of the last 90 that have results, oldest first. */
export const HistoryAnswer = z.strictObject({items: z.record(z.string(), z.array(HistoryDay))});
export type HistoryAnswer = z.infer<typeof HistoryAnswer>;

/** Words of this feature that authors may write, with their props. */
export const words = {
  FiringAlerts: z.strictObject({alert: z.string().optional()}),
  ServiceStatus: z.strictObject({service: z.string()}),
  ErrorBudget: z.strictObject({slo: z.string()}),
  Sparkline: z.strictObject({query: z.string()}),
  DependencyStatus: z.strictObject({provider: z.string()}),
  OnCall: z.strictObject({team: z.string()}),
};
