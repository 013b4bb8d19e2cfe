import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** Every postmortem with its level, who noticed first, and what is still to be done. */
  Postmortems: z.strictObject({}),
};
