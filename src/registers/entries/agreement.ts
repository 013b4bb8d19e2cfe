import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Every, Id, Past, TryId} from '../shapes.ts';

/** One rule of how we work together from a distance. */
export const Agreement = z
  .strictObject({
    id: Id,
    topic: z.enum(['hours', 'answers', 'decisions', 'meetings', 'records', 'rest']),
    rule: Text,
    since: Past,
    /** The Try that proved it. The first agreement came from none. */
    from: TryId.optional(),
    reviewed: Past,
    review_every_days: Every,
  })
  .check(({value: {since, reviewed}, issues}) => {
    if (reviewed < since) say(issues, {input: reviewed, path: ['reviewed'], expected: `a day not before ${since}`});
  });
