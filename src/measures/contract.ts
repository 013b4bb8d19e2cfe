import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** The four links from development to the company, each with its measures. */
  GrowthChain: z.strictObject({}),
  /** Every measure with its target, its figure and the figure before. */
  MeasureTable: z.strictObject({}),
};
