import {parse} from 'yaml';
import * as z from 'zod';
import {milliseconds} from '../../catalog/duration.ts';
import type {Outside} from './adapter.ts';
import {apiAddress} from './existence.server.ts';
import {AskError} from './reading.ts';

const Status = z.object({status: z.literal('success'), data: z.object({yaml: z.string()})});
const Config = z.object({
  global: z.object({scrape_interval: z.string().default('1m')}).prefault({}),
  scrape_configs: z.array(z.object({scrape_interval: z.string().optional()})).default([]),
});

/**
 * The longest wait between two scrapes of any target, in milliseconds, from the source's own configuration; undefined for a compatible store
 * that has none to tell. https://prometheus.io/docs/prometheus/latest/querying/api/#config
 * @throws {AskError}
 */
export async function readScrapeInterval(base: string, outside: Outside): Promise<number | undefined> {
  try {
    const {body} = await outside.json(apiAddress(base, 'status/config'), Status);
    const {global, scrape_configs} = Config.parse(parse(body.data.yaml));
    return Math.max(...[global.scrape_interval, ...scrape_configs.flatMap((config) => config.scrape_interval ?? [])].map(milliseconds));
  } catch (error) {
    if (error instanceof AskError && error.reason !== 'parse') throw error;
    return undefined;
  }
}
