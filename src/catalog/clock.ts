import type {Site} from './contract.ts';

/** What days are held against. */
interface Clock {
  /** The day on which ages are judged, such as `2026-01-31`: that of the sample while its clock stands still, else the present. */
  readonly today: string;
  /** The moment that the past ends with. A clock that stands still is not behind what was written since, and one that is behind the sample not before it. */
  readonly present: Date;
}

export function clockOf({as_of: asOf}: Pick<Site, 'as_of'>, now: Date): Clock {
  if (asOf === undefined) return {today: now.toISOString().slice(0, 10), present: now};
  const end = Date.parse(asOf) + 86_399_999;
  return {today: asOf, present: new Date(Math.max(end, now.getTime()))};
}
