import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Id, Owner} from '../shapes.ts';

/** One row of the security baseline, and the policy that holds it. */
export const Policy = z
  .strictObject({
    id: Id,
    rule: Text,
    why: Text,
    /** The id of the policy that refuses what breaks the rule, such as `policy/no-public-store`. */
    policy: z
      .string()
      .regex(/^policy\/[a-z0-9]+(-[a-z0-9]+)*$/, 'a policy such as policy/no-public-store')
      .optional(),
    /** Why nothing enforces it yet, and who looks instead. */
    not_enforced: Text.optional(),
    owner: Owner,
  })
  .check(({value: {policy, not_enforced: none}, issues}) => {
    if ((policy === undefined) === (none === undefined))
      say(issues, {
        input: policy,
        path: ['policy'],
        expected: policy === undefined ? 'a policy, or not_enforced with the reason' : 'either a policy or not_enforced',
      });
  });
