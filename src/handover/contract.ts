import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  /** Service × task: how many roles did it in the last year, and whether two of them can operate the service. */
  BusFactor: z.strictObject({}),
  /** Every exercise in which the usual person was absent, and what no page answered. */
  AbsenceLog: z.strictObject({}),
  /** The handover note of every owner, to read and to copy. */
  HandoverNotes: z.strictObject({}),
};
