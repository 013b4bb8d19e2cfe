import * as z from 'zod';
import {Count, Id, Owner, Past} from '../shapes.ts';

const Hours = z.number().nonnegative();

/** Where the hours of one team went in one week. Interrupts and manual work are toil. */
export const Toil = z.strictObject({
  id: Id,
  /** Its Monday. */
  week: Past.refine((day) => new Date(day).getUTCDay() === 1, 'a Monday'),
  team: Owner,
  hours: z.strictObject({
    /** Alerts, incidents, questions: what nobody planned. */
    interrupts: Hours,
    /** Planned, but by hand, and again next week. */
    manual: Hours,
    /** Work before the fault. */
    preventive: Hours,
    projects: Hours,
  }),
  /** Nights on which somebody was woken. */
  nights_woken: Count.max(7),
  /** Small repairs of the evening meeting that were done; undefined where nobody counts them. */
  small_fixes: Count.optional(),
});
