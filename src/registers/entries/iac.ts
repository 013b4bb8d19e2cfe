import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {Count, Every, Id, Owner, Past} from '../shapes.ts';

/** How much of an area is written as code, and whether the code is still true. */
export const Iac = z.strictObject({
  id: Id,
  area: Text,
  /** Made from code. */
  managed: Count,
  /** Made by hand, and taken over by code since. */
  imported: Count,
  /** Made by hand, and known to no code. */
  manual: Count,
  check_every_days: Every,
  /** The last time that code and reality were compared; never, when missing. */
  drift: z.strictObject({at: Past, differences: Count, note: Text.optional()}).optional(),
  owner: Owner,
});
