import {parse} from 'yaml';
import * as z from 'zod';
import {milliseconds} from '../../catalog/duration.ts';
import type {Outside} from './adapter.ts';
import {apiAddress} from './existence.server.ts';
import {AskError} from './reading.ts';

const Status = z.object({status: z.literal('success'), data: z.object({yaml: z.string()})});
const Config = z.object({
  global: z.object({scrape_interval: z.string().default('1m'), scrape_timeout: z.string().default('10s')}).prefault({}),
  scrape_configs: z.array(z.object({scrape_interval: z.string().optional(), scrape_timeout: z.string().optional()})).default([]),
});

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
    const {global, scrape_configs} = Config.parse(parse(body.data.yaml));
    return {
      scrapeMs: Math.max(
        ...[global.scrape_interval, ...scrape_configs.flatMap((config) => config.scrape_interval ?? [])].map(milliseconds),
      ),
      timeoutsMs: [
        ...new Set([global.scrape_timeout, ...scrape_configs.flatMap((config) => config.scrape_timeout ?? [])].map(milliseconds)),
      ],
    };
  } catch (error) {
    if (error instanceof AskError && error.reason !== 'parse') throw error;
    return undefined;
  }
}
