import * as z from 'zod';
import {milliseconds} from '../../catalog/duration.ts';
import type {Outside} from './adapter.ts';
import {apiAddress} from './existence.server.ts';
import {AskError} from './reading.ts';

const Status = z.object({status: z.literal('success'), data: z.object({yaml: z.string()})});
/** How regularly a source scrapes, milliseconds: the longest wait between two scrapes, and every time-out that a job has. */
export interface Pace {
  readonly scrapeMs: number;
  readonly timeoutsMs: readonly number[];
}

/**
 * Reads the pace of a source from its own configuration; undefined for a compatible store that has none to tell. https://prometheus.io/docs/prometheus/latest/querying/api/#config
 * @throws {AskError}
 */
export async function readPace(base: string, outside: Outside): Promise<Pace | undefined> {
  try {
    const {body} = await outside.json(apiAddress(base, 'status/config'), Status);
    return paceIn(body.data.yaml);
  } catch (error) {
    // Who may ask for rules and results may not be allowed to ask for this.
    if (error instanceof AskError && error.reason !== 'parse' && error.reason !== 'unauthorised') throw error;
    return undefined;
  }
}

/** Reads the lines alone: a configuration may have many thousands of them, and a parser of YAML would stop the world for seconds. */
function paceIn(yaml: string): Pace {
  const durations = (key: string): number[] =>
    [...yaml.matchAll(new RegExp(`^\\s*(?:- )?${key}:\\s*([0-9a-z]+)\\s*$`, 'gm'))].map(([, duration = '']) => milliseconds(duration));
  const [intervals, timeouts] = [durations('scrape_interval'), durations('scrape_timeout')];
  return {
    scrapeMs: Math.max(...(intervals.length > 0 ? intervals : [60_000])),
    timeoutsMs: [...new Set(timeouts.length > 0 ? timeouts : [10_000])],
  };
}
