import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Id, Owner, Past} from '../shapes.ts';

export const RoadmapItem = z
  .strictObject({
    id: Id,
    item: Text,
    vision: z.enum(['accelerate', 'health']),
    /** Work before the fault, or after it. */
    kind: z.enum(['preventive', 'reactive']),
    status: z.enum(['planned', 'doing', 'done', 'dropped']),
    /** What happens next; when it is over, nothing. */
    next_step: Text.optional(),
    /** The last day on which somebody held it against the truth. */
    updated: Past,
    owner: Owner,
  })
  .check(({value: {status, next_step: next}, issues}) => {
    const isOver = status === 'done' || status === 'dropped';
    if (isOver === (next === undefined)) return;
    const expected = isOver ? `nothing: it is ${status}` : 'the next step';
    say(issues, {input: next, path: ['next_step'], expected});
  });
