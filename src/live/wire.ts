import type {AlertItem, AlertsAnswer} from './contract.ts';
import {reasons, states, type Live} from './state.ts';

/**
 * What the gateway sends, read by a browser. The full schema is `contract.ts`; a page cannot carry the schema library, so here anything that
 * does not look like a `Live` becomes unknown, never a colour.
 */
export function readLive(value: unknown): Live {
  if (!isRecord(value) || !isNumber(value['ageMs']) || !isNumber(value['validForMs'])) return unknownLive('parse');
  if (typeof value['observedAt'] !== 'string' || !Array.isArray(value['evidence'])) return unknownLive('parse');
  const {state, reason, lastKnown} = value;
  const isUnknown = state === 'unknown' && reasons.some((known) => known === reason) && (lastKnown === undefined || isState(lastKnown));
  return isUnknown || isState(value) ? (value as unknown as Live) : unknownLive('parse');
}

/** A known state with figures that a word can read: a page may be older than the server that it talks to. */
function isState(part: unknown): boolean {
  if (!isRecord(part) || part['state'] === 'unknown' || !states.some((known) => known === part['state'])) return false;
  const value = part['value'];
  return (
    isRecord(value) &&
    lists.every(([figure, list]) => {
      const held = value[figure];
      return held === undefined || (isRecord(held) && (list === undefined || Array.isArray(held[list])));
    })
  );
}

/** The figures that are not one number, and the list that each holds. */
const lists = [
  ['series', 'points'],
  ['budget', 'burn'],
  ['onCall', 'roles'],
  ['provider', undefined],
] as const;

/** How old a state is now, and how old it may become before nobody vouches for it, milliseconds. */
export interface Age {
  readonly ageMs: number;
  readonly validForMs: number;
}

/** Reads `[ageMs, validForMs]`; undefined for anything else, which confirms nothing. */
export function readAge(value: unknown): Age | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [ageMs, validForMs]: unknown[] = value;
  return isNumber(ageMs) && isNumber(validForMs) && ageMs >= 0 && validForMs >= 0 ? {ageMs, validForMs} : undefined;
}

/** See `readLive`. Items that do not look like alerts are dropped only together with the claim that the list is whole. */
export function readAlerts(value: unknown): AlertsAnswer {
  if (!isRecord(value) || !Array.isArray(value['items'])) return {items: [], live: unknownLive('parse')};
  const items = value['items'].filter(
    (item): item is AlertItem =>
      isRecord(item) &&
      typeof item['alertname'] === 'string' &&
      isRecord(item['labels']) &&
      isRecord(item['links']) &&
      (item['lastSeenAt'] === undefined || isTime(item['lastSeenAt'])),
  );
  return {items, live: items.length === value['items'].length ? readLive(value['live']) : unknownLive('parse')};
}

export function unknownLive(reason: (typeof reasons)[number]): Extract<Live, {state: 'unknown'}> & {evidence: []} {
  return {state: 'unknown', reason, observedAt: new Date().toISOString(), ageMs: 0, validForMs: 0, evidence: []};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
