import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {monthAfter} from '../days.ts';
import {say} from '../says.ts';
import {Id, Owner, PastMonth, ServiceName} from '../shapes.ts';

/** A change of the unit cost from one month to the next, as a share, that asks for a sentence. */
const notable = 0.2;

/** What a service costs, and what one unit of its use costs. */
export const Cost = z
  .strictObject({
    id: Id,
    service: ServiceName,
    /** What a unit is, such as 1,000 requests. */
    unit: Text,
    /** Where more money would buy something that members feel, and what; missing when nowhere. */
    spend_more: Text.optional(),
    owner: Owner,
    months: z
      .array(
        z.strictObject({
          month: PastMonth,
          /** Yen, whole, without tax. */
          yen: z.int().positive(),
          /** How many units were used. */
          units: z.number().positive(),
          note: Text.optional(),
        }),
      )
      .min(1),
  })
  .check(({value: {months}, issues}) => {
    for (const [i, now] of months.entries()) {
      const before = months[i - 1];
      if (before === undefined) continue;
      if (now.month <= before.month)
        say(issues, {input: now.month, path: ['months', i, 'month'], expected: `a month after ${before.month}`});
      // Of a month without a bill nobody knows what changed in it.
      if (now.month !== monthAfter(before.month)) continue;
      const change = now.yen / now.units / (before.yen / before.units) - 1;
      if (Math.abs(change) > notable && now.note === undefined)
        say(issues, {
          input: now.yen,
          path: ['months', i, 'yen'],
          expected: `a note: a unit costs ${Math.round(Math.abs(change) * 100)} % ${change > 0 ? 'more' : 'less'} than in ${before.month}`,
        });
    }
  });
