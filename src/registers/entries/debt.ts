import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Count, Day, Id, Owner, Past, PastMonth} from '../shapes.ts';

/** Something important that is never urgent, and the day on which it becomes so. */
export const Debt = z
  .strictObject({
    id: Id,
    item: Text,
    risk: Text,
    /** What makes it urgent. */
    trigger: Text,
    trigger_on: Day,
    since: Past,
    reviewed: Past,
    owner: Owner,
    /** Of an exit: how many are left in each month, and when none is. */
    left: z.strictObject({unit: Text, exit_by: Day, months: z.array(z.strictObject({month: PastMonth, count: Count})).min(1)}).optional(),
    /** The day on which it was paid off. */
    settled: Past.optional(),
  })
  .check(({value: {since, trigger_on: on, reviewed, left}, issues}) => {
    if (on <= since) say(issues, {input: on, path: ['trigger_on'], expected: `a day after ${since}`});
    if (reviewed < since) say(issues, {input: reviewed, path: ['reviewed'], expected: `a day not before ${since}`});
    for (const [i, {month}] of (left?.months ?? []).entries()) {
      const before = left?.months[i - 1]?.month;
      if (before !== undefined && month <= before)
        say(issues, {input: month, path: ['left', 'months', i, 'month'], expected: `a month after ${before}`});
    }
  });
