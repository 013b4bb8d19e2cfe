import * as z from 'zod';
import {say} from '../says.ts';
import {Id, Past, ServiceName} from '../shapes.ts';

/** One release of one service: what the four release measures are made of. */
export const Release = z
  .strictObject({
    id: Id,
    service: ServiceName,
    at: Past,
    /** From the commit to production. */
    lead_hours: z.number().positive(),
    /** Whether the team that owns the service did it alone, or SRE did it for them. */
    by: z.enum(['own-team', 'sre']),
    outcome: z.enum(['ok', 'undone']),
    /** From the first harm until members could work again. */
    restored_minutes: z.int().positive().optional(),
  })
  .check(({value: {outcome, restored_minutes: minutes}, issues}) => {
    if ((outcome === 'undone') === (minutes !== undefined)) return;
    const expected = outcome === 'undone' ? 'the minutes until members could work again' : 'nothing: only what was undone was restored';
    say(issues, {input: minutes, path: ['restored_minutes'], expected});
  });
