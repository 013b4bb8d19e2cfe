import * as z from 'zod';

/** Words of this feature that authors may write, with their props. */
export const words = {
  AgendaTimer: z.strictObject({agenda: z.string()}),
  EveningMeeting: z.strictObject({agenda: z.string()}),
  KptBoard: z.strictObject({}),
  RetroTrends: z.strictObject({}),
};
