import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Id, Past} from '../shapes.ts';

/** One item of the self-assessment: 0 nothing, 1 sometimes, 2 always, 3 always and measured. */
export const Maturity = z
  .strictObject({
    id: Id,
    item: Text,
    answers: z.array(z.strictObject({at: Past, level: z.int().min(0).max(3)})).min(1),
    /** What the next level would look like. */
    next: Text,
  })
  .check(({value: {answers}, issues}) => {
    for (const [i, {at}] of answers.entries()) {
      const before = answers[i - 1]?.at;
      if (before !== undefined && at <= before) say(issues, {input: at, path: ['answers', i, 'at'], expected: `a day after ${before}`});
    }
  });
