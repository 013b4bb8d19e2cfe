import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** Every runbook by alert, title and service. */
  RunbookList: z.strictObject({}),
};
