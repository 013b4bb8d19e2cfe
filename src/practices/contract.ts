import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** Each practice of the two articles with its page and its check. */
  Practices: z.strictObject({}),
};
