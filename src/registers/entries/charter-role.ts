import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Id, Owner, Past} from '../shapes.ts';

/** What one seat of the SRE team is for, how its time is divided, and whether whoever sits there has agreed to the charter. */
export const CharterRole = z
  .strictObject({
    id: Id,
    /** `@sre-lead`: never a person. */
    role: Owner,
    does: Text,
    /** Shares of the seat's time, together 1. */
    infrastructure: z.number().min(0).max(1),
    business: z.number().min(0).max(1),
    /** The day on which the role signed; undefined until then. A new face in the seat signs again. */
    signed: Past.optional(),
  })
  .check(({value: {infrastructure, business}, issues}) => {
    const sum = infrastructure + business;
    if (Math.abs(sum - 1) > 1e-9)
      say(issues, {
        input: business,
        path: ['business'],
        expected: `${Number((1 - infrastructure).toFixed(2))}: both shares are 1 together`,
      });
  });
