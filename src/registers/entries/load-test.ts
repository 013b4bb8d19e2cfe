import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {Count, Id, Minutes, Owner, Past, ServiceName} from '../shapes.ts';

/** One load test: how much more than the peak a service holds. */
export const LoadTest = z.strictObject({
  id: Id,
  service: ServiceName,
  at: Past,
  /** What members ask of it on the busiest evening. */
  peak_per_second: z.number().positive(),
  /** What it held for ten minutes within its objective. */
  held_per_second: z.number().positive(),
  /** What gave way first. */
  limit: Text,
  /** From the first command until the environment could be loaded. */
  ready_minutes: Minutes,
  rows: Count,
  /** How many rows production held on that day. */
  production_rows: Count.positive(),
  owner: Owner,
});
