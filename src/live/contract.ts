import * as z from 'zod';
import {reasons, states, type Live} from './state.ts';

/** `alert:KubePodCrashLooping`, `service:lending-api`, … */
export const LiveId = z
  .string()
  .regex(/^(service|alert|slo|query|provider|oncall|probe):[A-Za-z0-9_][A-Za-z0-9_.:-]{0,199}$/, 'an id such as service:lending-api');

const Evidence = z.strictObject({source: z.string(), check: z.string(), ok: z.boolean(), detail: z.string().optional()});
const Value = z.strictObject({
  firing: z.number().optional(),
  pending: z.number().optional(),
  silenced: z.number().optional(),
  latencyMs: z.number().optional(),
});
const observed = {
  observedAt: z.iso.datetime(),
  ageMs: z.number().nonnegative(),
  validForMs: z.number().nonnegative(),
  evidence: z.array(Evidence),
};
const known = z.enum(states.filter((state) => state !== 'unknown'));

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
  state: z.enum(['firing', 'pending', 'silenced']),
  /** Path of the runbook's page below the site's root; null when the alert has none. */
  runbook: z.string().nullable(),
  /** The runbook's permanent address with this alert's labels in the query; null when the alert has none. */
  href: z.string().nullable(),
});
export type AlertItem = z.infer<typeof AlertItem>;

/** Answer of `GET /_status/v1/alerts`. `live` says whether the list can be believed. */
export const AlertsAnswer = z.strictObject({items: z.array(AlertItem), live: LiveShape});
export interface AlertsAnswer {
  readonly items: readonly AlertItem[];
  readonly live: Live;
}

/** Words of this feature that authors may write, with their props. */
export const words = {
  FiringAlerts: z.strictObject({alert: z.string().optional()}),
  ServiceStatus: z.strictObject({service: z.string()}),
};
