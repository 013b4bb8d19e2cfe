import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Day, Id, Owner, PageName, Past} from '../shapes.ts';

/** Something that other teams ask us for, and how long they waited for it. */
export const Request = z
  .strictObject({
    id: Id,
    title: Text,
    side: z.enum(['product', 'business']),
    owner: Owner,
    /** How a team gets it without us. */
    self_service: Text.optional(),
    /** Why a person does it, however often it is asked for. */
    stays: Text.optional(),
    page: PageName.optional(),
    /** What is asked of us and is not ours, and whose it is. */
    not_ours: Text.optional(),
    asked: z
      .array(
        z.strictObject({
          on: Past,
          /** The day that was promised in the answer. */
          by: Day.optional(),
          done: Past.optional(),
        }),
      )
      .default([]),
  })
  .check(({value: {asked}, issues}) => {
    for (const [i, {on, ...days}] of asked.entries())
      for (const name of ['by', 'done'] as const) {
        const day = days[name];
        if (day !== undefined && day < on) say(issues, {input: day, path: ['asked', i, name], expected: `a day not before ${on}`});
      }
  });
