import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {say} from '../says.ts';
import {Every, Id, Minutes, Owner, PageName, ResourceName} from '../shapes.ts';

/** Where data lives, how it is backed up, and what a restore must reach. */
export const Store = z
  .strictObject({
    id: Id,
    store: ResourceName,
    holds: Text,
    kind: z.enum(['database', 'cache', 'object-storage', 'queue']),
    backup: z.strictObject({every_minutes: Minutes, keep_days: z.int().positive(), kept_where: Text}).optional(),
    /** Why nothing has to be backed up. */
    no_backup: Text.optional(),
    /** How long a restore may take. */
    rto_minutes: Minutes,
    /** How many minutes of data may be lost. */
    rpo_minutes: Minutes,
    /** How it is restored. Its drills are the evidence of this page. */
    procedure: PageName.optional(),
    restored_by: Owner,
    drill_every_days: Every,
    owner: Owner,
  })
  .check(({value: {backup, no_backup: none, rpo_minutes: rpo}, issues}) => {
    if ((backup === undefined) === (none === undefined))
      say(issues, {
        input: backup,
        path: ['backup'],
        expected: backup === undefined ? 'a schedule, or no_backup with the reason' : 'either a schedule or no_backup',
      });
    if (backup !== undefined && backup.every_minutes > rpo)
      say(issues, {
        input: backup.every_minutes,
        path: ['backup', 'every_minutes'],
        expected: `at most the ${rpo} minutes of data that may be lost`,
      });
  });
