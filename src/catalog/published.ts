import * as z from 'zod';
import type {Place} from './model.ts';
import {twice} from './names.ts';
import {Text} from './shapes.ts';
import type {Slip} from './slip.ts';
import type {Read} from './source.ts';

const Name = z.string().min(1);

/** `data/published-alerts.yaml`: every name that was ever an address below `/r/`. Alerts that are already set up somewhere still link to it. */
export const PublishedAlerts = z.strictObject({
  alerts: z.array(z.strictObject({name: Name, since: z.iso.date('a day such as 2026-01-31')})),
  /** Names that lead nowhere any more, with what somebody who opens one is told. */
  tombstones: z.array(z.strictObject({name: Name, reason: Text})),
});
export type PublishedAlerts = z.infer<typeof PublishedAlerts>;

type Placed<T> = T & {readonly place: Place};

/** Addresses of alerts that are out in the world. Names are the same in any case of letters. */
export interface Published {
  readonly alerts: readonly Placed<{readonly name: string; readonly since: string}>[];
  readonly tombstones: readonly Placed<{readonly name: string; readonly reason: Text}>[];
}

/** Joins each entry with its place; a name twice in a list is a slip. Without the file both lists are empty. */
export function joinPublished(read: Read<PublishedAlerts> | undefined, slips: Slip[]): Published {
  if (read === undefined) return {alerts: [], tombstones: []};
  const {source, value} = read;
  const placed = <T extends {name: string}>(list: 'alerts' | 'tombstones', entries: readonly T[]): Placed<T>[] => {
    const seen = new Set<string>();
    return entries.map((entry, i) => {
      const place = source.place([list, i, 'name']);
      const key = entry.name.toLowerCase();
      if (seen.has(key)) slips.push(twice(place, `the address ${entry.name}`));
      seen.add(key);
      return {...entry, place};
    });
  };
  return {alerts: placed('alerts', value.alerts), tombstones: placed('tombstones', value.tombstones)};
}
