import * as z from 'zod';
import {Id, PartName, Past} from '../shapes.ts';

/** How a part of the system survives the loss of one of its pieces. */
export const Resilience = z.strictObject({
  id: Id,
  component: PartName,
  zones: z.int().positive(),
  replicas: z.int().positive(),
  failover: z.enum(['automatic', 'manual', 'none']),
  /** The last day on which a piece was taken away on purpose; never, when missing. */
  tested_on: Past.optional(),
});
