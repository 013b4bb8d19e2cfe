import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** The health of the organisation and of each service; with `service`, of that Component of `data/catalog` alone. */
  HealthCheck: z.strictObject({service: z.string().optional()}),
};
