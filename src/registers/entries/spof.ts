import * as z from 'zod';
import {Text} from '../../catalog/shapes.ts';
import {addDays} from '../days.ts';
import {acceptDays} from '../intervals.ts';
import {say} from '../says.ts';
import {Day, Id, Owner, PartName, Past} from '../shapes.ts';

/** A part whose failure alone stops something, and what we decided about it. */
export const Spof = z
  .strictObject({
    id: Id,
    component: PartName,
    what: Text,
    blast_radius: Text,
    /** What makes it hurt less, or happen less often, until then. */
    mitigations: Text,
    decision: z.enum(['fix', 'accept']),
    decided: Past,
    /** The last day on which we live with it: at most {@link acceptDays} after the decision. */
    accept_until: Day.optional(),
    /** The day by which it is gone. */
    fix_by: Day.optional(),
    owner: Owner,
    /** The day since which it is gone. */
    gone: Past.optional(),
  })
  .check(({value: {decision, decided, gone, ...days}, issues}) => {
    const [own, other] = decision === 'fix' ? (['fix_by', 'accept_until'] as const) : (['accept_until', 'fix_by'] as const);
    const day = days[own];
    if (day === undefined) say(issues, {input: day, path: [own], expected: `a day: the decision is ${decision}`});
    else if (day <= decided) say(issues, {input: day, path: [own], expected: `a day after the decision of ${decided}`});
    else if (decision === 'accept' && day > addDays(decided, acceptDays))
      say(issues, {
        input: day,
        path: [own],
        expected: `a day not after ${addDays(decided, acceptDays)}: accepted on ${decided}, for at most ${acceptDays} days`,
      });
    if (days[other] !== undefined) say(issues, {input: days[other], path: [other], expected: `nothing: the decision is ${decision}`});
    if (gone !== undefined && gone < decided) say(issues, {input: gone, path: ['gone'], expected: `a day not before ${decided}`});
  });
